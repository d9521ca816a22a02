import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { SignedIn } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { FormPage } from '../../../src/platform/http/form-page.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { redirect, view } from '../../../src/platform/http/responses.js';
import { formatCount, formatDate } from '../../../src/platform/views/helpers/format.js';
import { WithdrawCourse, type CourseToWithdraw } from '../use-cases/withdraw-course.js';
import { WithdrawalDto } from './authoring.dto.js';

/** A version of a course is taken out of force, by page or by program. */
@Controller()
export class WithdrawalsController {
  constructor(
    private readonly transaction: Transaction,
    private readonly withdrawing: WithdrawCourse,
  ) {}

  @Get('authoring/courses/:course/withdrawals/new')
  @SignedIn()
  async form(@Ctx() ctx: RequestContext) {
    const course = await this.transaction.read(ctx, (tx) => this.withdrawing.look(tx, courseIn(ctx)));
    return view('authoring/withdrawal', withdrawalPage(course), { title: `Withdraw a version of ${course.title}` });
  }

  @Post('authoring/courses/:course/withdrawals')
  @SignedIn()
  @FormPage('form')
  async fromPage(@Ctx() ctx: RequestContext, @Body() form: WithdrawalDto) {
    const { newest } = await this.withdraw(ctx, form);
    return redirect('/authoring', {
      notice: newest
        ? 'The version is withdrawn. Who is in it may finish it; we write to them.'
        : 'The version is withdrawn. Nobody begins this course until another version is published; who is in it may finish it.',
    });
  }

  /** @returns the id of the version that newcomers begin with; null where none is left */
  @Post('api/v1/courses/:course/withdrawals')
  @HttpCode(200)
  @SignedIn()
  fromProgram(@Ctx() ctx: RequestContext, @Body() body: WithdrawalDto) {
    return this.withdraw(ctx, body);
  }

  private withdraw(ctx: RequestContext, { versionId, reason }: WithdrawalDto) {
    const input = { courseCode: courseIn(ctx), versionId, reason };
    return this.transaction.run(ctx, (tx) => this.withdrawing.execute(tx, input));
  }
}

function courseIn(ctx: RequestContext): string {
  return ctx.params['course'] ?? '';
}

function withdrawalPage({ courseCode, title, versions }: CourseToWithdraw) {
  const open = versions.filter(({ isWithdrawn }) => !isWithdrawn);
  return {
    course: title,
    action: `/authoring/courses/${courseCode}/withdrawals`,
    back: `/authoring/courses/${courseCode}/differences`,
    isLast: open.length === 1,
    versions: open.map(({ id, definition, isCurrent, createdAt, learners }) => ({
      value: id,
      label: `Version ${definition.version}${isCurrent ? ', in force' : ''}`,
      hint: `Published ${formatDate(createdAt.toZonedDateTimeISO('UTC').toPlainDate())}. ${formatCount(learners, 'person is', 'people are')} in it.`,
    })),
  };
}
