import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { personIdOf } from '../../../src/kernel/actor.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { effectiveFacts } from '../domain/effective-facts.js';
import type { OwnKind, Statement } from '../domain/statement.js';
import { FactRepository } from '../persistence/fact.repository.js';
import type { Language } from '../../../src/kernel/languages.js';
import { EvidenceContent } from './evidence-content.js';
import { signedLanguage } from './read-signed-texts.js';

/** A text with what the actor has said to it so far. */
export interface StatementReading extends Statement {
  readonly kind: OwnKind;
  /** Latest last; a declaration may be made for each point it is asked at, and anew. */
  readonly made: readonly MadeStatement[];
}

export interface MadeStatement {
  /** Under which the text that was read can be read again. */
  readonly id: string;
  readonly on: Temporal.PlainDate;
  readonly language: Language;
  readonly percent: number | null;
  readonly checkedAt: string | null;
}

/** Every text that people state or sign, with what the person who asks has made of it, as far as it holds. */
@Injectable()
export class ReadStatements {
  constructor(
    private readonly content: EvidenceContent,
    private readonly facts: FactRepository,
  ) {}

  async execute(tx: Tx): Promise<StatementReading[]> {
    const facts = effectiveFacts(await this.facts.ofPerson(tx, personIdOf(tx.actor)));
    return this.content.statements.map((statement) => ({
      ...statement,
      made: facts
        .filter((fact) => fact.kind === statement.kind && fact.code === statement.code)
        .map(({ id, occurredOn, value }) => ({
          id,
          on: occurredOn,
          language: signedLanguage({ value }),
          percent: typeof value.percent === 'number' ? value.percent : null,
          checkedAt: typeof value.checked_at === 'string' ? value.checked_at : null,
        })),
    }));
  }

  /** @throws DomainError not_found for an unknown text */
  async byCode(tx: Tx, code: string): Promise<StatementReading> {
    const found = (await this.execute(tx)).find((statement) => statement.code === code);
    if (!found) throw notFound('this text');
    return found;
  }
}
