import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { Requires, SignedIn } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { idParam } from '../../../src/platform/http/params.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { view } from '../../../src/platform/http/responses.js';
import { say } from '../../../src/platform/translation/say.js';
import { ConfirmExamImport } from '../use-cases/confirm-exam-import.js';
import { ReadAuthorisations } from '../use-cases/read-authorisations.js';
import { ReceiveExamList } from '../use-cases/receive-exam-list.js';
import { ExamListDto } from './exam-centres.dto.js';
import { ownExamPage, TOLD_ON_PAGE } from './exam-centres.page.js';
import { examListUpload } from './exam-list-upload.js';

/** The centres' lists of results as JSON. */
@Controller('api/v1/exam-lists')
@Requires({ organization: 'certifying-body', roles: ['registrar'] })
export class ExamListsApiController {
  constructor(
    private readonly transaction: Transaction,
    private readonly receive: ReceiveExamList,
    private readonly lists: ConfirmExamImport,
  ) {}

  /** Takes a CSV in and checks it; nothing is recorded. The same bytes again give the same id. */
  @Post()
  upload(@Ctx() ctx: RequestContext, @Body() { bodyId, list }: ExamListDto) {
    const upload = { bodyId, ...examListUpload(list) };
    return this.transaction.run(ctx, (tx) => this.receive.execute(tx, upload));
  }

  /** How far it is (`state`, `doneTo` of `lines`), counts by outcome, and the first lines with something to tell. */
  @Get(':id')
  show(@Ctx() ctx: RequestContext) {
    const id = idParam(ctx, 'id', 'this list');
    return this.transaction.read(ctx, (tx) => this.lists.read(tx, id, TOLD_ON_PAGE));
  }

  /** Records the good lines of a checked list; long ones go on by themselves. */
  @Post(':id/confirmations')
  @HttpCode(200)
  confirm(@Ctx() ctx: RequestContext) {
    const id = idParam(ctx, 'id', 'this list');
    return this.transaction.run(ctx, (tx) => this.lists.execute(tx, id));
  }
}

/** The candidate's exam, as page and as JSON. */
@Controller()
@SignedIn()
export class OwnExamController {
  constructor(
    private readonly transaction: Transaction,
    private readonly reads: ReadAuthorisations,
  ) {}

  @Get('applications/:id/exam')
  page(@Ctx() ctx: RequestContext) {
    const id = idParam(ctx, 'id', 'this application');
    return this.transaction.read(ctx, async (tx) =>
      view('certification/own-exam', ownExamPage(id, await this.reads.own(tx, id)), { title: say`Your exam` }),
    );
  }

  /** The authorisations of the application, attempts left, and the first day on which the next attempt counts. */
  @Get('api/v1/applications/:id/exam')
  show(@Ctx() ctx: RequestContext) {
    const id = idParam(ctx, 'id', 'this application');
    return this.transaction.read(ctx, async (tx) => {
      const { authorisations, standing } = await this.reads.own(tx, id);
      const { sittings, nextOn, left } = standing;
      return { authorisations, sittings, nextAttemptCountsFrom: nextOn, attemptsLeft: left };
    });
  }
}
