import { Body, Controller, Get, Post } from '@nestjs/common';
import { SignedIn } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import type { StatementWording } from '../domain/statement.js';
import { MakeStatement } from '../use-cases/make-statement.js';
import { ReadStatements } from '../use-cases/read-statements.js';
import { AttestationDto, SignatureDto } from './evidence.dto.js';

/** Attestations, declarations and signatures: the person's own word over a kept text. */
@Controller('api/v1')
export class StatementsApiController {
  constructor(
    private readonly transaction: Transaction,
    private readonly statements: ReadStatements,
    private readonly makeStatement: MakeStatement,
  ) {}

  /** Every text with its version and its translations, each with its own, and what the signed-in person has said to it. */
  @Get('statements')
  @SignedIn()
  async list(@Ctx() ctx: RequestContext) {
    const statements = await this.transaction.read(ctx, (tx) => this.statements.execute(tx));
    return {
      statements: statements.map((one) => ({ ...asRead(one), translations: one.translations.map(asRead) })),
    };
  }

  /** An attestation, or a declaration with its percent and the point it is asked at. */
  @Post('attestations')
  @SignedIn()
  async attest(@Ctx() ctx: RequestContext, @Body() body: AttestationDto) {
    const input = { ...body, kinds: ['attestation', 'declaration'] as const };
    return this.transaction.run(ctx, (tx) => this.makeStatement.execute(tx, input));
  }

  @Post('signatures')
  @SignedIn()
  async sign(@Ctx() ctx: RequestContext, @Body() body: SignatureDto) {
    const input = { ...body, kinds: ['signature'] as const };
    return this.transaction.run(ctx, (tx) => this.makeStatement.execute(tx, input));
  }
}

/** Without the file around the words. */
function asRead<T extends StatementWording>({ source: _source, ...read }: T): Omit<T, 'source'> {
  return read;
}
