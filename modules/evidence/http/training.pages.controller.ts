import { Body, Controller, Get, Post } from '@nestjs/common';
import { SignedIn } from '../../../src/platform/access/access-rule.js';
import { Transaction, type Tx } from '../../../src/platform/database/transaction.js';
import { FormPage } from '../../../src/platform/http/form-page.js';
import { idParam } from '../../../src/platform/http/params.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { redirect, view, type RedirectResponse, type ViewResponse } from '../../../src/platform/http/responses.js';
import { say } from '../../../src/platform/translation/say.js';
import type { TrainingKind } from '../domain/submission.js';
import { ReadFormChoices } from '../use-cases/read-form-choices.js';
import { ReadSubmissions } from '../use-cases/read-submissions.js';
import type { SubmissionReading } from '../use-cases/submission-reading.js';
import { SubmitTraining } from '../use-cases/submit-training.js';
import { submissionPage, trainingFormPage } from './evidence.page.js';
import { besideTopics, textOf, trainingFromForm, uploadOf } from './form-input.js';

type Fields = Readonly<Record<string, unknown>>;

/** Training taken elsewhere and continuing education: the same forms at two addresses. */
@Controller(['evidence/outside-trainings', 'evidence/continuing-education'])
@SignedIn()
export class TrainingPagesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly choices: ReadFormChoices,
    private readonly submissions: ReadSubmissions,
    private readonly submitTraining: SubmitTraining,
  ) {}

  @Get('new')
  async newForm(@Ctx() ctx: RequestContext): Promise<ViewResponse> {
    const chosen = ctx.query['course'] ?? textOf(ctx.form?.values['approvedCourseId']);
    return this.transaction.read(ctx, (tx) => this.formView(tx, kindOf(ctx), undefined, chosen));
  }

  @Post()
  @FormPage('newForm')
  async send(@Ctx() ctx: RequestContext, @Body() fields: Fields): Promise<RedirectResponse> {
    await this.transaction.run(ctx, (tx) => this.submit(tx, ctx, fields));
    return redirect('/evidence', { notice: say`Your training is with a reviewer now` });
  }

  /** The submission; one that was returned opens as the form, filled in as it was sent. */
  @Get(':id')
  async show(@Ctx() ctx: RequestContext): Promise<ViewResponse> {
    const id = idParam(ctx, 'id', 'this training');
    return this.transaction.read(ctx, async (tx) => {
      const submission = await this.submissions.ownById(tx, id);
      if (submission.state === 'returned') return this.formView(tx, kindOf(ctx), submission);
      const topics = await this.choices.topics(tx, kindOf(ctx));
      const page = submissionPage(submission, topics, `/evidence/submissions/${id}/proof`);
      return view('evidence/submission', page, { title: page.title });
    });
  }

  @Post(':id/revisions')
  @FormPage('show')
  async sendAgain(@Ctx() ctx: RequestContext, @Body() fields: Fields): Promise<RedirectResponse> {
    const submissionId = idParam(ctx, 'id', 'this training');
    await this.transaction.run(ctx, (tx) => this.submit(tx, ctx, fields, submissionId));
    return redirect('/evidence', { notice: say`Your changes are with a reviewer now` });
  }

  private async submit(tx: Tx, ctx: RequestContext, fields: Fields, submissionId?: string) {
    const kind = kindOf(ctx);
    const topics = (await this.choices.topics(tx, kind)).map(({ value }) => value);
    const details = trainingFromForm(fields, topics);
    const bodyId = textOf(fields.bodyId) || undefined;
    const input = { kind, submissionId, bodyId, details, proof: uploadOf(fields.proof) };
    return besideTopics(topics, () => this.submitTraining.execute(tx, input));
  }

  private async formView(
    tx: Tx,
    kind: TrainingKind,
    submission?: SubmissionReading,
    chosen?: string,
  ): Promise<ViewResponse> {
    const courseId = kind === 'outside_training' ? (submission?.approvedCourseId ?? chosen) : null;
    const found = await this.choices.course(tx, courseId, null);
    const choices = { topics: await this.choices.topics(tx, kind), bodies: await this.choices.bodies(tx) };
    const page = trainingFormPage(kind, choices, submission, found?.course);
    return view('evidence/training-form', page, { title: page.title });
  }
}

function kindOf(ctx: RequestContext): TrainingKind {
  return ctx.path.startsWith('/evidence/continuing-education') ? 'continuing_education' : 'outside_training';
}
