import { Body, Controller, Get, Post } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { Requires, SignedIn } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { idParam } from '../../../src/platform/http/params.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import type { TrainingKind } from '../domain/submission.js';
import { ReadReviewDesk } from '../use-cases/read-review-desk.js';
import { ReadSubmissions } from '../use-cases/read-submissions.js';
import { ReviewSubmission } from '../use-cases/review-submission.js';
import { SubmitDocument } from '../use-cases/submit-document.js';
import { SubmitTraining } from '../use-cases/submit-training.js';
import { DocumentDto, ReviewDto, TrainingDto } from './evidence.dto.js';
import { deliveryFrom, uploadOf } from './form-input.js';

/** What people hand in for review, by JSON (or a multipart form for larger files). */
@Controller('api/v1')
export class SubmissionsApiController {
  constructor(
    private readonly transaction: Transaction,
    private readonly submissions: ReadSubmissions,
    private readonly submitTraining: SubmitTraining,
    private readonly submitDocument: SubmitDocument,
  ) {}

  /** The signed-in person's submissions of every kind, newest first. */
  @Get('submissions')
  @SignedIn()
  async own(@Ctx() ctx: RequestContext) {
    return { submissions: await this.transaction.read(ctx, (tx) => this.submissions.own(tx)) };
  }

  @Post('outside-trainings')
  @SignedIn()
  async outsideTraining(@Ctx() ctx: RequestContext, @Body() body: TrainingDto) {
    return this.training(ctx, 'outside_training', body);
  }

  /** Sends a returned training again, with changes. A file may be left out: the earlier one stays. */
  @Post('outside-trainings/:id/revisions')
  @SignedIn()
  async outsideTrainingAgain(@Ctx() ctx: RequestContext, @Body() body: TrainingDto) {
    return this.training(ctx, 'outside_training', body, idParam(ctx, 'id', 'this training'));
  }

  @Post('continuing-education')
  @SignedIn()
  async continuingEducation(@Ctx() ctx: RequestContext, @Body() body: TrainingDto) {
    return this.training(ctx, 'continuing_education', body);
  }

  /** Sends returned continuing education again, with changes. */
  @Post('continuing-education/:id/revisions')
  @SignedIn()
  async continuingEducationAgain(@Ctx() ctx: RequestContext, @Body() body: TrainingDto) {
    return this.training(ctx, 'continuing_education', body, idParam(ctx, 'id', 'this training'));
  }

  @Post('documents')
  @SignedIn()
  async document(@Ctx() ctx: RequestContext, @Body() body: DocumentDto) {
    return this.sendDocument(ctx, body);
  }

  /** Sends a returned document again, with changes. */
  @Post('documents/:id/revisions')
  @SignedIn()
  async documentAgain(@Ctx() ctx: RequestContext, @Body() body: DocumentDto) {
    return this.sendDocument(ctx, body, idParam(ctx, 'id', 'this document'));
  }

  private training(ctx: RequestContext, kind: TrainingKind, body: TrainingDto, submissionId?: string) {
    const { bodyId, provider, title, startedOn, finishedOn, topics, proof } = body;
    const details = {
      provider: provider ?? '',
      title: title ?? '',
      approvedCourseId: body.approvedCourseId ?? null,
      ...deliveryFrom(body.delivery),
      assessmentPassed: body.assessmentPassed ?? null,
      topics: topics.map(({ topic, minutes }) => ({ topic, minutes })),
      startedOn: Temporal.PlainDate.from(startedOn),
      finishedOn: Temporal.PlainDate.from(finishedOn),
    };
    const input = { kind, submissionId, bodyId, details, proof: uploadOf(proof) };
    return this.transaction.run(ctx, (tx) => this.submitTraining.execute(tx, input));
  }

  private sendDocument(ctx: RequestContext, { bodyId, documentType, file }: DocumentDto, submissionId?: string) {
    const input = { submissionId, bodyId, documentType, file: uploadOf(file) };
    return this.transaction.run(ctx, (tx) => this.submitDocument.execute(tx, input));
  }
}

/** The same for the reviewers of a certifying body. */
@Controller('api/v1')
export class SubmissionReviewsApiController {
  constructor(
    private readonly transaction: Transaction,
    private readonly desk: ReadReviewDesk,
    private readonly reviewSubmission: ReviewSubmission,
  ) {}

  /**
   * What waits for a review, longest waiting first. `?kind=` and `?waiting=` (days: 3, 7, 14 or 30) narrow it;
   * `?after=` is the `next` of the page before.
   */
  @Get('desk/submissions')
  @Requires({ organization: 'certifying-body', roles: ['reviewer'] })
  async waiting(@Ctx() ctx: RequestContext) {
    return this.transaction.read(ctx, (tx) => this.desk.waiting(tx, ctx.query));
  }

  /** Accepts a submission, which makes it evidence, or returns it with a note. */
  @Post('submissions/:id/reviews')
  @Requires({ organization: 'certifying-body', roles: ['reviewer'] })
  async review(@Ctx() ctx: RequestContext, @Body() { topics, ...answer }: ReviewDto) {
    const submissionId = idParam(ctx, 'id', 'this submission');
    const counted = topics?.map(({ topic, minutes }) => ({ topic, minutes }));
    const input = { ...answer, submissionId, topics: counted };
    return this.transaction.run(ctx, (tx) => this.reviewSubmission.execute(tx, input));
  }
}
