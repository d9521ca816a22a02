import { Injectable } from '@nestjs/common';
import { notFound } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { ofVersion, type Statement, type StatementKind, type StatementWording } from '../domain/statement.js';
import { textChanged } from '../evidence.errors.js';
import { StatementTextRepository } from '../persistence/statement-text.repository.js';
import { EvidenceContent } from './evidence-content.js';

/** The one rule for every text that somebody puts their word to: they sign the version they read, and it is kept for good. */
@Injectable()
export class SignText {
  constructor(
    private readonly content: EvidenceContent,
    private readonly texts: StatementTextRepository,
  ) {}

  /** @throws DomainError not_found where there is no such text of that kind */
  statement<K extends StatementKind>(code: string, kinds: readonly K[]): Statement & { readonly kind: K } {
    const statement = this.content.text(code);
    const kind = kinds.find((one) => one === statement?.kind);
    if (!statement || !kind) throw notFound('this text');
    return { ...statement, kind };
  }

  /**
   * Keeps what was read: the text of that version with the English one it translates.
   * @throws DomainError evidence.text_changed where no text in force has that version
   */
  async keep(tx: Tx, statement: Statement, version: string): Promise<StatementWording> {
    const read = ofVersion(statement, version);
    if (!read) throw textChanged(statement.title);
    await this.texts.keep(tx, statement, read);
    return read;
  }
}
