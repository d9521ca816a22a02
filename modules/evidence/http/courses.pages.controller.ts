import { Body, Controller, Get, Post } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { Requires } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { FormPage } from '../../../src/platform/http/form-page.js';
import { idParam } from '../../../src/platform/http/params.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { redirect, view, type RedirectResponse, type ViewResponse } from '../../../src/platform/http/responses.js';
import { EnterCourse } from '../use-cases/enter-course.js';
import { ReadCourses } from '../use-cases/read-courses.js';
import { ReadFormChoices } from '../use-cases/read-form-choices.js';
import { NewCourseFormDto } from './courses.dto.js';
import { coursePage, coursesPage, newCoursePage } from './courses.page.js';
import { besideTopics, dateOf, topicsFromForm } from './form-input.js';

const PATH = '/desk/approved-trainings';

/** Where a body's administrator or registrar keeps the register of approved training. */
@Controller('desk/approved-trainings')
@Requires({ organization: 'certifying-body', roles: ['administrator', 'registrar'] })
export class CoursesDeskPagesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly courses: ReadCourses,
    private readonly choices: ReadFormChoices,
    private readonly enterCourse: EnterCourse,
  ) {}

  @Get()
  async list(@Ctx() ctx: RequestContext): Promise<ViewResponse> {
    const page = await this.transaction.read(ctx, async (tx) => {
      const topics = await this.choices.topics(tx, 'outside_training');
      const found = await this.courses.ownBodies(tx, ctx.query);
      const asked = { ...ctx.query, show: ctx.query['show'] ?? 'all' };
      return coursesPage(PATH, found, asked, { topics, hrefOf: (id) => `${PATH}/${id}` });
    });
    return view('evidence/desk-courses', page, { title: 'Approved training' });
  }

  @Get('new')
  async form(@Ctx() ctx: RequestContext): Promise<ViewResponse> {
    const page = await this.transaction.read(ctx, async (tx) => {
      const { bodies } = await this.courses.ownBodies(tx, {});
      const choices = bodies.map(({ id, name }) => ({ value: id, label: name }));
      return newCoursePage(await this.choices.topics(tx, 'outside_training'), choices);
    });
    return view('evidence/desk-course-form', page, { title: 'Approve a course' });
  }

  @Post()
  @FormPage('form')
  async enter(
    @Ctx() ctx: RequestContext,
    @Body() typed: NewCourseFormDto,
    @Body() fields: Readonly<Record<string, unknown>>,
  ): Promise<RedirectResponse> {
    const { bodyId, schemeCode, provider, title, delivery, live, validFrom, validTo, courseCode = '' } = typed;
    const { id } = await this.transaction.run(ctx, async (tx) => {
      const codes = (await this.choices.topics(tx, 'outside_training')).map(({ value }) => value);
      const dates = { validFrom: Temporal.PlainDate.from(validFrom), validTo: dateOf(validTo) };
      const told = { schemeCode: schemeCode.trim(), provider, title, delivery, live: live === 'yes' };
      const code = courseCode.trim() || null;
      const course = { ...told, ...dates, courseCode: code, topics: topicsFromForm(fields, codes) };
      return besideTopics(codes, () => this.enterCourse.execute(tx, { bodyId: bodyId || undefined, course }));
    });
    return redirect(`${PATH}/${id}`, { notice: 'The course is on the register' });
  }

  @Get(':id')
  async show(@Ctx() ctx: RequestContext): Promise<ViewResponse> {
    const id = idParam(ctx, 'id', 'this course');
    const page = await this.transaction.read(ctx, async (tx) =>
      coursePage(await this.courses.own(tx, id), await this.choices.topics(tx, 'outside_training')),
    );
    return view('evidence/desk-course', page, { title: page.title });
  }
}
