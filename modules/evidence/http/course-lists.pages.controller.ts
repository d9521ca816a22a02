import { Body, Controller, Get, Post } from '@nestjs/common';
import { Requires } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { FormPage } from '../../../src/platform/http/form-page.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { view, type ViewResponse } from '../../../src/platform/http/responses.js';
import { EnterCourseList } from '../use-cases/enter-course-list.js';
import { ReadCourses } from '../use-cases/read-courses.js';
import { unreadableCourseList } from '../evidence.errors.js';
import { CourseListDto } from './courses.dto.js';
import { courseListPage } from './courses.page.js';
import { uploadOf } from './form-input.js';

/** A whole list of courses at once. */
@Controller('desk/approved-trainings/lists')
@Requires({ organization: 'certifying-body', roles: ['administrator', 'registrar'] })
export class CourseListsPagesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly lists: EnterCourseList,
    private readonly courses: ReadCourses,
  ) {}

  @Get('new')
  async form(@Ctx() ctx: RequestContext): Promise<ViewResponse> {
    const { bodies } = await this.transaction.read(ctx, (tx) => this.courses.ownBodies(tx, {}));
    const choices = bodies.length < 2 ? [] : bodies.map(({ id, name }) => ({ value: id, label: name }));
    return view('evidence/desk-course-upload', { bodies: choices }, { title: 'Upload a list of courses' });
  }

  @Post()
  @FormPage('form')
  async upload(@Ctx() ctx: RequestContext, @Body() { act, bodyId, list }: CourseListDto): Promise<ViewResponse> {
    const file = uploadOf(list);
    if (!file) throw unreadableCourseList();
    const outcome = await this.transaction.run(ctx, async (tx) => {
      if (act === 'enter') {
        return { checked: null, ...(await this.lists.execute(tx, { bodyId: bodyId || undefined, bytes: file.bytes })) };
      }
      const { encoding, courses, problems } = await this.lists.check(tx, file.bytes);
      return { checked: courses.length, encoding, entered: 0, same: 0, problems };
    });
    const page = courseListPage({ ...outcome, fileName: file.fileName });
    return view('evidence/desk-course-list', page, { title: 'A list of courses' });
  }
}
