import { Body, Controller, Get, Post } from '@nestjs/common';
import { validate } from 'uuid';
import { Requires } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { FormPage } from '../../../src/platform/http/form-page.js';
import { idParam } from '../../../src/platform/http/params.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import {
  file,
  redirect,
  view,
  type FileResponse,
  type RedirectResponse,
  type ViewResponse,
} from '../../../src/platform/http/responses.js';
import { ReadFormChoices } from '../use-cases/read-form-choices.js';
import { ReadReviewDesk } from '../use-cases/read-review-desk.js';
import { ReadSubmissions } from '../use-cases/read-submissions.js';
import { ReviewSubmission } from '../use-cases/review-submission.js';
import { ReviewFormDto } from './evidence.dto.js';
import { besideTopics, textOf, topicsFromForm } from './form-input.js';
import { registerChoice, reviewDeskPage, reviewPage } from './desk.page.js';

/** Where a body's reviewers look at what people handed in. */
@Controller('desk/evidence')
@Requires({ organization: 'certifying-body', roles: ['reviewer'] })
export class EvidenceDeskPagesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly desk: ReadReviewDesk,
    private readonly choices: ReadFormChoices,
    private readonly reviewSubmission: ReviewSubmission,
  ) {}

  @Get()
  async queue(@Ctx() ctx: RequestContext): Promise<ViewResponse> {
    const desk = await this.transaction.read(ctx, (tx) => this.desk.waiting(tx, ctx.query));
    return view('evidence/desk', reviewDeskPage(desk, ctx.query), { title: 'Evidence to review' });
  }

  @Get(':id')
  async show(@Ctx() ctx: RequestContext): Promise<ViewResponse> {
    const id = idParam(ctx, 'id', 'this submission');
    const page = await this.transaction.read(ctx, async (tx) => {
      const submission = await this.desk.one(tx, id);
      const { kind, approvedCourseId, finishedOn, documentType, provider } = submission;
      const topics = kind === 'document' ? [] : await this.choices.topics(tx, kind);
      const text = textOf(ctx.form?.values['register']) || (ctx.query['register'] ?? provider ?? '');
      const typed = textOf(ctx.form?.values['approvedCourseId']);
      const chosenId = validate(typed) ? typed : approvedCourseId;
      const courses =
        kind === 'outside_training' ? await this.choices.coursesFor(tx, submission, { text, chosenId }) : null;
      const chosen = await this.choices.course(tx, approvedCourseId, finishedOn);
      return {
        ...reviewPage(submission, topics, chosen),
        register: courses && registerChoice(id, courses, { text, approvedCourseId }),
        categories: kind === 'document' ? [] : this.choices.categories(),
        amountLabel: this.choices.amountLabel(documentType),
        figureLabel: this.choices.figureLabel(documentType),
      };
    });
    return view('evidence/desk-submission', page, { title: page.title });
  }

  @Post(':id/reviews')
  @FormPage('show')
  async review(
    @Ctx() ctx: RequestContext,
    @Body() body: ReviewFormDto,
    @Body() fields: Readonly<Record<string, unknown>>,
  ): Promise<RedirectResponse> {
    const submissionId = idParam(ctx, 'id', 'this submission');
    const { kind, approvedCourseId: chosen, ...answer } = body;
    const { outcome } = answer;
    await this.transaction.run(ctx, async (tx) => {
      const codes = kind ? (await this.choices.topics(tx, kind)).map(({ value }) => value) : [];
      const topics = outcome === 'accepted' && kind ? topicsFromForm(fields, codes) : undefined;
      const approvedCourseId = chosen === 'none' ? null : chosen;
      const input = { ...answer, submissionId, topics, approvedCourseId };
      return besideTopics(codes, () => this.reviewSubmission.execute(tx, input));
    });
    return redirect('/desk/evidence', { notice: outcome === 'accepted' ? 'Accepted' : 'Returned with your note' });
  }
}

/** The file of a submission, for the body's reviewers. */
@Controller('desk/evidence')
@Requires({ organization: 'certifying-body', roles: ['reviewer'] })
export class EvidenceDeskProofsController {
  constructor(
    private readonly transaction: Transaction,
    private readonly submissions: ReadSubmissions,
  ) {}

  @Get(':id/proof')
  async proof(@Ctx() ctx: RequestContext): Promise<FileResponse> {
    const id = idParam(ctx, 'id', 'this file');
    const { bytes, fileName, type } = await this.transaction.read(ctx, (tx) => this.submissions.proof(tx, id));
    return file(bytes, fileName, type);
  }
}
