import { Body, Controller, Get, Post } from '@nestjs/common';
import { SignedIn } from '../../../src/platform/access/access-rule.js';
import { Transaction, type Tx } from '../../../src/platform/database/transaction.js';
import { FormPage } from '../../../src/platform/http/form-page.js';
import { idParam } from '../../../src/platform/http/params.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { redirect, view, type RedirectResponse, type ViewResponse } from '../../../src/platform/http/responses.js';
import { say } from '../../../src/platform/translation/say.js';
import { ReadFormChoices } from '../use-cases/read-form-choices.js';
import { ReadSubmissions } from '../use-cases/read-submissions.js';
import type { SubmissionReading } from '../use-cases/submission-reading.js';
import { SubmitDocument } from '../use-cases/submit-document.js';
import { askedOf, NOTHING_ASKED, type Asked } from './asked.js';
import { documentFormPage, submissionPage } from './evidence.page.js';
import { textOf, uploadOf } from './form-input.js';

type Fields = Readonly<Record<string, unknown>>;

@Controller('evidence/documents')
@SignedIn()
export class DocumentsPagesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly choices: ReadFormChoices,
    private readonly submissions: ReadSubmissions,
    private readonly submitDocument: SubmitDocument,
  ) {}

  @Get('new')
  async newForm(@Ctx() ctx: RequestContext): Promise<ViewResponse> {
    return this.transaction.read(ctx, (tx) => this.formView(tx, askedOf(ctx)));
  }

  @Post()
  @FormPage('newForm')
  async send(@Ctx() ctx: RequestContext, @Body() fields: Fields): Promise<RedirectResponse> {
    await this.transaction.run(ctx, (tx) => this.submitDocument.execute(tx, inputOf(fields)));
    return redirect(askedOf(ctx).from ?? '/evidence', { notice: say`Your document is with a reviewer now` });
  }

  /** The submission; one that was returned opens as the form. */
  @Get(':id')
  async show(@Ctx() ctx: RequestContext): Promise<ViewResponse> {
    const id = idParam(ctx, 'id', 'this document');
    return this.transaction.read(ctx, async (tx) => {
      const submission = await this.submissions.ownById(tx, id);
      if (submission.state === 'returned') return this.formView(tx, NOTHING_ASKED, submission);
      const page = submissionPage(submission, [], `/evidence/submissions/${id}/proof`);
      return view('evidence/submission', page, { title: page.title });
    });
  }

  @Post(':id/revisions')
  @FormPage('show')
  async sendAgain(@Ctx() ctx: RequestContext, @Body() fields: Fields): Promise<RedirectResponse> {
    const submissionId = idParam(ctx, 'id', 'this document');
    await this.transaction.run(ctx, (tx) => this.submitDocument.execute(tx, { ...inputOf(fields), submissionId }));
    return redirect('/evidence', { notice: say`Your document is with a reviewer again` });
  }

  private async formView(tx: Tx, asked: Asked, submission?: SubmissionReading): Promise<ViewResponse> {
    const choices = { types: this.choices.documentTypes(), bodies: await this.choices.bodies(tx) };
    const page = documentFormPage(choices, submission, asked);
    return view('evidence/document-form', page, { title: page.title });
  }
}

function inputOf(fields: Fields) {
  return {
    bodyId: textOf(fields.bodyId) || undefined,
    documentType: textOf(fields.documentType),
    file: uploadOf(fields.file),
  };
}
