import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { Public, SignedIn } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { Enrol } from '../use-cases/enrol.js';
import { ReadCourses } from '../use-cases/read-courses.js';
import { EnrolDto } from './courses.dto.js';
import { courseDocument, enrolmentDocument } from './course.document.js';

@Controller('api/v1')
export class CoursesApiController {
  constructor(
    private readonly transaction: Transaction,
    private readonly courses: ReadCourses,
    private readonly enrol: Enrol,
  ) {}

  /** The courses there are. */
  @Get('courses')
  @Public('What can be learned here is no secret')
  async list(@Ctx() ctx: RequestContext) {
    const courses = await this.transaction.read(ctx, (tx) => this.courses.all(tx));
    return { courses: courses.map(({ course }) => courseDocument(course)) };
  }

  /** One course, on the caller's version when they are in it. */
  @Get('courses/:course')
  @Public('What can be learned here is no secret')
  async one(@Ctx() ctx: RequestContext) {
    const { course } = await this.transaction.read(ctx, (tx) => this.courses.one(tx, ctx.params['course'] ?? ''));
    return courseDocument(course);
  }

  /** The caller's courses with their progress and the ids of their lessons. */
  @Get('enrolments')
  @SignedIn()
  async own(@Ctx() ctx: RequestContext) {
    const own = await this.transaction.read(ctx, (tx) => this.courses.own(tx));
    return { enrolments: own.map(enrolmentDocument) };
  }

  /** Puts the caller into a course; a repeat gives the enrolment that is there. */
  @Post('enrolments')
  @HttpCode(201)
  @SignedIn()
  async enrolMe(@Ctx() ctx: RequestContext, @Body() { courseCode }: EnrolDto) {
    return this.transaction.run(ctx, async (tx) => {
      await this.enrol.execute(tx, { courseCode });
      const { enrolment } = await this.courses.one(tx, courseCode);
      return enrolment && enrolmentDocument(enrolment);
    });
  }
}
