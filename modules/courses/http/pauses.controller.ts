import { Controller, HttpCode, Post } from '@nestjs/common';
import { SignedIn } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { redirect } from '../../../src/platform/http/responses.js';
import { say } from '../../../src/platform/translation/say.js';
import { PauseCourse } from '../use-cases/pause-course.js';
import { ResumeCourse } from '../use-cases/resume-course.js';

/** Resting from a course and going on with it, on the page and as JSON. No field asks why. */
@Controller()
export class PausesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly pauseCourse: PauseCourse,
    private readonly resumeCourse: ResumeCourse,
  ) {}

  @Post('courses/:course/pauses')
  @SignedIn()
  async pause(@Ctx() ctx: RequestContext) {
    await this.transaction.run(ctx, (tx) => this.pauseCourse.execute(tx, named(ctx)));
    return redirect(`/courses/${named(ctx).courseCode}`, {
      notice: say`The course rests. Everything stays as it is, and nobody reminds you.`,
    });
  }

  @Post('courses/:course/resumptions')
  @SignedIn()
  async resume(@Ctx() ctx: RequestContext) {
    await this.transaction.run(ctx, (tx) => this.resumeCourse.execute(tx, named(ctx)));
    return redirect(`/courses/${named(ctx).courseCode}`, {
      notice: say`Good to have you back. You go on where you were.`,
    });
  }

  /** A repeat changes nothing. */
  @Post('api/v1/courses/:course/pauses')
  @HttpCode(204)
  @SignedIn()
  async pauseJson(@Ctx() ctx: RequestContext): Promise<void> {
    await this.transaction.run(ctx, (tx) => this.pauseCourse.execute(tx, named(ctx)));
  }

  /** A repeat changes nothing. */
  @Post('api/v1/courses/:course/resumptions')
  @HttpCode(204)
  @SignedIn()
  async resumeJson(@Ctx() ctx: RequestContext): Promise<void> {
    await this.transaction.run(ctx, (tx) => this.resumeCourse.execute(tx, named(ctx)));
  }
}

function named(ctx: RequestContext): { courseCode: string } {
  return { courseCode: ctx.params['course'] ?? '' };
}
