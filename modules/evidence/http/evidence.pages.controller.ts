import { Body, Controller, Get, Post } from '@nestjs/common';
import { SignedIn } from '../../../src/platform/access/access-rule.js';
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
import { say } from '../../../src/platform/translation/say.js';
import { MakeStatement } from '../use-cases/make-statement.js';
import { ReadFormChoices } from '../use-cases/read-form-choices.js';
import { ReadSignedTexts } from '../use-cases/read-signed-texts.js';
import { ReadStatements } from '../use-cases/read-statements.js';
import { ReadSubmissions } from '../use-cases/read-submissions.js';
import { askedOf } from './asked.js';
import { evidencePage } from './evidence.page.js';
import { textOf } from './form-input.js';
import { statementPage } from './statement.page.js';

type Fields = Readonly<Record<string, unknown>>;

/** A person's evidence at one place. */
@Controller('evidence')
@SignedIn()
export class EvidencePagesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly statements: ReadStatements,
    private readonly submissions: ReadSubmissions,
    private readonly signed: ReadSignedTexts,
  ) {}

  @Get()
  async overview(@Ctx() ctx: RequestContext): Promise<ViewResponse> {
    const page = await this.transaction.read(ctx, async (tx) =>
      evidencePage(
        await this.statements.execute(tx),
        await this.submissions.own(tx),
        await this.signed.ownAgreements(tx),
      ),
    );
    return view('evidence/evidence', page, { title: say`Your evidence` });
  }

  /** The file as it was handed in. */
  @Get('submissions/:id/proof')
  async proof(@Ctx() ctx: RequestContext): Promise<FileResponse> {
    const id = idParam(ctx, 'id', 'this file');
    const { bytes, fileName, type } = await this.transaction.read(ctx, (tx) => this.submissions.proof(tx, id));
    return file(bytes, fileName, type);
  }
}

/** Texts to attest, declare or sign. */
@Controller('evidence/statements')
@SignedIn()
export class StatementPagesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly statements: ReadStatements,
    private readonly choices: ReadFormChoices,
    private readonly makeStatement: MakeStatement,
  ) {}

  @Get(':code')
  async show(@Ctx() ctx: RequestContext): Promise<ViewResponse> {
    const page = await this.transaction.read(ctx, async (tx) =>
      statementPage(
        await this.statements.byCode(tx, ctx.params.code ?? ''),
        await this.choices.bodies(tx),
        askedOf(ctx),
      ),
    );
    return view('evidence/statement', page, { title: page.title });
  }

  @Post(':code')
  @FormPage('show')
  async make(@Ctx() ctx: RequestContext, @Body() fields: Fields): Promise<RedirectResponse> {
    const asked = askedOf(ctx);
    const percent = textOf(fields.percent).trim();
    const number = textOf(fields.number).trim();
    const input = {
      kinds: ['attestation', 'declaration', 'signature'] as const,
      code: ctx.params.code ?? '',
      bodyId: textOf(fields.bodyId) || undefined,
      textVersion: textOf(fields.textVersion),
      signedName: textOf(fields.signedName),
      percent: /^\d{1,3}$/.test(percent) ? Number(percent) : undefined,
      checkedAt: textOf(fields.checkedAt),
      number: /^\d{1,3}$/.test(number) ? Number(number) : undefined,
      type: textOf(fields.type) || undefined,
      types: asked.types,
    };
    await this.transaction.run(ctx, (tx) => this.makeStatement.execute(tx, input));
    if (!asked.from) return redirect('/evidence', { notice: say`Your statement is saved` });
    return redirect(asked.from, { notice: say`Your statement is saved. What is still needed stands below.` });
  }
}
