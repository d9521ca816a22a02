import { Body, Controller, Post } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { Requires } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { idParam } from '../../../src/platform/http/params.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { unreadableCourseList } from '../evidence.errors.js';
import { DecideCourse } from '../use-cases/decide-course.js';
import { EnterCourse } from '../use-cases/enter-course.js';
import { EnterCourseList } from '../use-cases/enter-course-list.js';
import { CourseDecisionDto, CourseListDto, NewCourseDto } from './courses.dto.js';
import { uploadOf } from './form-input.js';

/** The register of approved training, for those who keep it. */
@Controller('api/v1')
@Requires({ organization: 'certifying-body', roles: ['administrator', 'registrar'] })
export class CoursesApiController {
  constructor(
    private readonly transaction: Transaction,
    private readonly enterCourse: EnterCourse,
    private readonly decideCourse: DecideCourse,
    private readonly lists: EnterCourseList,
  ) {}

  /** Enters a course, approved from its first day on. */
  @Post('approved-trainings')
  async enter(@Ctx() ctx: RequestContext, @Body() body: NewCourseDto) {
    const { bodyId, schemeCode, provider, title, delivery, live, validFrom, validTo, topics, courseCode } = body;
    const course = {
      schemeCode,
      provider,
      title,
      delivery,
      live,
      topics: topics.map(({ topic, minutes }) => ({ topic, minutes })),
      validFrom: Temporal.PlainDate.from(validFrom),
      validTo: validTo ? Temporal.PlainDate.from(validTo) : null,
      courseCode: courseCode || null,
    };
    return this.transaction.run(ctx, (tx) => this.enterCourse.execute(tx, { bodyId, course }));
  }

  /** Ends the approval from a day on. No application and no credential changes by it. */
  @Post('approved-trainings/:id/withdrawals')
  async withdraw(@Ctx() ctx: RequestContext, @Body() decision: CourseDecisionDto) {
    return this.decide(ctx, 'withdrawn', decision);
  }

  /** Gives a withdrawn approval again. */
  @Post('approved-trainings/:id/approvals')
  async approve(@Ctx() ctx: RequestContext, @Body() decision: CourseDecisionDto) {
    return this.decide(ctx, 'approved', decision);
  }

  /** A list of courses as CSV: `act` "check" tells what it holds, "enter" enters all of it or nothing. */
  @Post('approved-training-lists')
  async list(@Ctx() ctx: RequestContext, @Body() { act, bodyId, list }: CourseListDto) {
    const file = uploadOf(list);
    if (!file) throw unreadableCourseList();
    const { bytes } = file;
    return this.transaction.run(ctx, async (tx) => {
      return act === 'check' ? this.lists.check(tx, bytes) : this.lists.execute(tx, { bodyId, bytes });
    });
  }

  private decide(
    ctx: RequestContext,
    outcome: 'approved' | 'withdrawn',
    { effectiveOn, reason }: CourseDecisionDto,
  ): Promise<{ id: string }> {
    const courseId = idParam(ctx, 'id', 'this course');
    const input = { courseId, outcome, effectiveOn: Temporal.PlainDate.from(effectiveOn), reason };
    return this.transaction.run(ctx, (tx) => this.decideCourse.execute(tx, input));
  }
}
