import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { personIdOf } from '../../../src/kernel/actor.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { FactSource } from '../domain/fact.js';
import type { StatementWording } from '../domain/statement.js';
import { RecordFact } from './record-fact.js';
import { SignText } from './sign-text.js';

export interface Agreement {
  readonly code: string;
  /** What was read; left out: the English text in force, which whoever has no page reads. */
  readonly textVersion: string | undefined;
  /** Whom it is told to; null where it is no body's affair. */
  readonly bodyId: string | null;
  readonly on: Temporal.PlainDate;
  /** The act that it is a part of. */
  readonly source: FactSource;
}

/** The actor's word over a text that is a part of another act: a fact of that act, like every statement. */
@Injectable()
export class AgreeToText {
  constructor(
    private readonly signText: SignText,
    private readonly recordFact: RecordFact,
  ) {}

  /** @throws DomainError as {@link keep} */
  async execute(tx: Tx, { code, textVersion, bodyId, on, source }: Agreement): Promise<void> {
    const read = await this.keep(tx, { code, textVersion });
    const personId = personIdOf(tx.actor);
    await this.recordFact.execute(tx, {
      personId,
      bodyId,
      kind: 'attestation',
      code,
      value: { text_version: read.version, text_language: read.language },
      occurredOn: on,
      vouchedBy: { method: 'self', personId },
      source,
    });
  }

  /**
   * Keeps the text that was read, and nothing else.
   * @throws DomainError evidence.text_changed, not_found for a text that is no agreement
   */
  async keep(tx: Tx, { code, textVersion }: Pick<Agreement, 'code' | 'textVersion'>): Promise<StatementWording> {
    const statement = this.signText.statement(code, ['agreement']);
    return this.signText.keep(tx, statement, textVersion ?? statement.version);
  }
}
