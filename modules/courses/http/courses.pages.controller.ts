import { Controller, Get, Post } from '@nestjs/common';
import { Public, SignedIn } from '../../../src/platform/access/access-rule.js';
import { Transaction, type Tx } from '../../../src/platform/database/transaction.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { redirect, view } from '../../../src/platform/http/responses.js';
import { say } from '../../../src/platform/translation/say.js';
import { People } from '../../people/people.public.js';
import { Enrol } from '../use-cases/enrol.js';
import { ReadCourses } from '../use-cases/read-courses.js';
import { wishIn } from '../domain/catalogue.js';
import { cataloguePage } from './catalogue.page.js';
import { coursePage } from './course.page.js';

@Controller('courses')
export class CoursesPagesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly courses: ReadCourses,
    private readonly enrol: Enrol,
    private readonly people: People,
  ) {}

  @Get()
  @Public('What can be learned here is no secret')
  async catalogue(@Ctx() ctx: RequestContext) {
    const courses = await this.transaction.read(ctx, (tx) => this.courses.all(tx));
    return view('courses/catalogue', cataloguePage(courses, wishIn(ctx.query)), { title: say`Courses` });
  }

  @Get(':course')
  @Public('What can be learned here is no secret')
  async course(@Ctx() ctx: RequestContext) {
    const page = await this.transaction.read(ctx, async (tx) => {
      const course = await this.courses.one(tx, courseCode(ctx));
      return coursePage(course, { isVisitor: ctx.actor.kind !== 'person', name: await this.nameOf(tx) });
    });
    return view('courses/course', page);
  }

  @Post(':course/enrolments')
  @SignedIn()
  async enrolMe(@Ctx() ctx: RequestContext) {
    await this.transaction.run(ctx, (tx) => this.enrol.execute(tx, { courseCode: courseCode(ctx) }));
    return redirect(`/courses/${courseCode(ctx)}`, {
      notice: say`You are in. Go at your own pace; you can pause at any time.`,
    });
  }

  private async nameOf(tx: Tx): Promise<string | null> {
    return tx.actor.kind === 'person' ? (await this.people.get(tx, tx.actor.personId)).legalName : null;
  }
}

function courseCode(ctx: RequestContext): string {
  return ctx.params['course'] ?? '';
}
