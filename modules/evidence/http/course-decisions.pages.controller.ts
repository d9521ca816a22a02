import { Body, Controller, Get, Post } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { Requires } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { FormPage } from '../../../src/platform/http/form-page.js';
import { idParam } from '../../../src/platform/http/params.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { redirect, view, type RedirectResponse, type ViewResponse } from '../../../src/platform/http/responses.js';
import { DecideCourse } from '../use-cases/decide-course.js';
import { ReadCourses } from '../use-cases/read-courses.js';
import { CourseDecisionDto } from './courses.dto.js';

const PATH = '/desk/approved-trainings';

/** Ending the approval of a course, or giving it again. */
@Controller('desk/approved-trainings/:id')
@Requires({ organization: 'certifying-body', roles: ['administrator', 'registrar'] })
export class CourseDecisionsPagesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly courses: ReadCourses,
    private readonly decideCourse: DecideCourse,
  ) {}

  @Get('withdrawals/new')
  withdrawalForm(@Ctx() ctx: RequestContext): Promise<ViewResponse> {
    return this.form(ctx, true);
  }

  @Get('approvals/new')
  approvalForm(@Ctx() ctx: RequestContext): Promise<ViewResponse> {
    return this.form(ctx, false);
  }

  @Post('withdrawals')
  @FormPage('withdrawalForm')
  async withdraw(@Ctx() ctx: RequestContext, @Body() decision: CourseDecisionDto): Promise<RedirectResponse> {
    const courseId = await this.decide(ctx, 'withdrawn', decision);
    return redirect(`${PATH}/${courseId}/affected`, {
      notice: 'The approval is withdrawn. No application and no credential changed: here is who is affected.',
    });
  }

  @Post('approvals')
  @FormPage('approvalForm')
  async approve(@Ctx() ctx: RequestContext, @Body() decision: CourseDecisionDto): Promise<RedirectResponse> {
    const courseId = await this.decide(ctx, 'approved', decision);
    return redirect(`${PATH}/${courseId}`, { notice: 'The course is approved again' });
  }

  private async form(ctx: RequestContext, isWithdrawal: boolean): Promise<ViewResponse> {
    const courseId = idParam(ctx, 'id', 'this course');
    const { id, title, provider } = await this.transaction.read(ctx, (tx) => this.courses.own(tx, courseId));
    const heading = isWithdrawal ? 'Withdraw the approval' : 'Approve it again';
    return view('evidence/desk-course-decision', { id, title, provider, isWithdrawal, heading }, { title: heading });
  }

  private async decide(
    ctx: RequestContext,
    outcome: 'approved' | 'withdrawn',
    { effectiveOn, reason }: CourseDecisionDto,
  ): Promise<string> {
    const courseId = idParam(ctx, 'id', 'this course');
    const input = { courseId, outcome, effectiveOn: Temporal.PlainDate.from(effectiveOn), reason };
    await this.transaction.run(ctx, (tx) => this.decideCourse.execute(tx, input));
    return courseId;
  }
}
