import { Injectable } from '@nestjs/common';
import { personIdOf } from '../../../src/kernel/actor.js';
import type { FieldProblem } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { unacceptable } from '../../../src/platform/http/validation.js';
import type { FactValues } from '../domain/fact.js';
import type { OwnKind, Statement, StatementWording } from '../domain/statement.js';
import { ChooseBody } from './choose-body.js';
import { RecordFact } from './record-fact.js';
import { SignText } from './sign-text.js';
import { StatementTrail } from './statement-trail.js';

export interface StatementInput {
  readonly kinds: readonly OwnKind[];
  readonly code: string;
  readonly bodyId?: string;
  /** The version of the text the person read: the English one's, or a translation's. */
  readonly textVersion: string;
  /** The typed name; needed for a signature. */
  readonly signedName?: string;
  /** For a declaration that asks it: 0 to 100. */
  readonly percent?: number;
  readonly checkedAt?: string;
  /** For a declaration that asks it: whole, 0 to 999. */
  readonly number?: number;
  /** For a text that names several, where a certification asks for one: its code. */
  readonly type?: string;
  /** Those that the certification asks for, where the form was opened for one: one of them has to be chosen. */
  readonly types?: readonly string[];
}

/** The person's own word over a text: an attestation, a declaration or a signature becomes a fact at once. */
@Injectable()
export class MakeStatement {
  constructor(
    private readonly signText: SignText,
    private readonly chooseBody: ChooseBody,
    private readonly recordFact: RecordFact,
    private readonly trail: StatementTrail,
  ) {}

  /** @throws DomainError not_found, evidence.text_changed, input.needs_attention */
  async execute(tx: Tx, input: StatementInput): Promise<{ factId: string }> {
    const statement = this.signText.statement(input.code, input.kinds);
    const body = await this.chooseBody.look(tx, input.bodyId);
    const problems = statementProblems(statement, input);
    if ('message' in body) throw unacceptable([body, ...problems]);
    if (problems.length > 0) throw unacceptable(problems);
    const { bodyId, today } = body;
    const read = await this.signText.keep(tx, statement, input.textVersion);
    const personId = personIdOf(tx.actor);
    const id = await this.trail.write(tx, statement, read, { bodyId, personId });
    const fact = await this.recordFact.execute(tx, {
      personId,
      bodyId,
      kind: statement.kind,
      code: statement.code,
      value: valueOf(statement, read, input),
      occurredOn: today,
      vouchedBy: { method: 'self', personId },
      source: { module: 'evidence', id },
    });
    return { factId: fact.id };
  }
}

function statementProblems(statement: Statement, input: StatementInput): FieldProblem[] {
  const { signedName, percent, checkedAt, number, type } = input;
  const problems: FieldProblem[] = [];
  const known = Object.keys(statement.types);
  const asked = known.filter((one) => input.types?.includes(one));
  const fitting = asked.length > 0 ? asked : known;
  const name = (signedName ?? '').trim();
  if (statement.kind === 'signature' && (name === '' || name.length > 1000)) {
    problems.push({ field: 'signedName', message: 'Type your name to sign' });
  }
  if (statement.asksPercent && !(Number.isInteger(percent) && Number(percent) >= 0 && Number(percent) <= 100)) {
    problems.push({ field: 'percent', message: 'Enter a whole number from 0 to 100' });
  }
  if (statement.checkedAt.length > 0 && !statement.checkedAt.some((point) => point === checkedAt)) {
    problems.push({ field: 'checkedAt', message: 'Choose when this is for' });
  }
  if (statement.numberLabel !== null && !(Number.isInteger(number) && Number(number) >= 0 && Number(number) <= 999)) {
    problems.push({ field: 'number', message: 'Enter a whole number' });
  }
  if (type === undefined ? asked.length > 0 : !fitting.includes(type)) {
    problems.push({ field: 'type', message: 'Choose one' });
  }
  return problems;
}

function valueOf(statement: Statement, read: StatementWording, input: StatementInput): FactValues {
  const { signedName, percent, checkedAt, number, type } = input;
  return {
    text_version: read.version,
    text_language: read.language,
    ...(statement.kind === 'signature' && { signed_name: (signedName ?? '').trim() }),
    ...(statement.asksPercent && { percent: percent ?? 0 }),
    ...(statement.numberLabel !== null && { number: number ?? 0 }),
    ...(type !== undefined && { type }),
    ...(statement.checkedAt.length > 0 && { checked_at: checkedAt ?? null }),
  };
}
