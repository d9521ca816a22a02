import { Controller, Get } from '@nestjs/common';
import { Public } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { view, type ViewResponse } from '../../../src/platform/http/responses.js';
import { say } from '../../../src/platform/translation/say.js';
import { ReadCourses } from '../use-cases/read-courses.js';
import { ReadFormChoices } from '../use-cases/read-form-choices.js';
import { coursesPage } from './courses.page.js';

/** Which training a body approves, for whoever looks for one. */
@Controller()
@Public('people choose a training before they have an account, and providers look after their entries')
export class ApprovedTrainingsController {
  constructor(
    private readonly transaction: Transaction,
    private readonly courses: ReadCourses,
    private readonly choices: ReadFormChoices,
  ) {}

  @Get('approved-trainings')
  async page(@Ctx() ctx: RequestContext): Promise<ViewResponse> {
    const page = await this.transaction.read(ctx, async (tx) => {
      const topics = await this.choices.topics(tx, 'outside_training');
      const mayUse = ctx.actor.kind === 'person';
      return coursesPage('/approved-trainings', await this.courses.publicly(tx, ctx.query), ctx.query, {
        topics,
        mayUse,
      });
    });
    return view('evidence/approved-trainings', page, { title: say`Approved training` });
  }

  /**
   * The approved training of one body: `?body=` (its slug), `?scheme=`, `?text=` (in title or provider), `?show=all` also for
   * what is not approved today; `?after=` is the `next` of the page before.
   */
  @Get('api/v1/approved-trainings')
  async list(@Ctx() ctx: RequestContext) {
    return this.transaction.read(ctx, (tx) => this.courses.publicly(tx, ctx.query));
  }
}
