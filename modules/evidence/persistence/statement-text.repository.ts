import { Injectable } from '@nestjs/common';
import type { Language } from '../../../src/kernel/languages.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { Statement, StatementWording } from '../domain/statement.js';

/** A text as somebody signed it. */
export interface KeptText {
  readonly version: string;
  readonly code: string;
  readonly language: Language;
  /** Null of texts that were signed before titles were kept. */
  readonly title: string | null;
  readonly text: string;
  /** The version of the English text that it translates; null of an English one. */
  readonly translates: string | null;
}

@Injectable()
export class StatementTextRepository {
  /** Keeps the text word for word, of a translation the English one too; harmless when they are kept already. */
  async keep(tx: Tx, statement: Statement, read: StatementWording): Promise<void> {
    await this.keepOne(tx, statement.code, statement, null);
    if (read.version !== statement.version) await this.keepOne(tx, statement.code, read, statement.version);
  }

  /** Those texts; one that nobody signed is not among them. */
  async find(tx: Tx, versions: readonly string[]): Promise<KeptText[]> {
    if (versions.length === 0) return [];
    return tx.manager.query(
      `select version, code, language, title, text, translates from statement_text where version = any($1)`,
      [versions],
    );
  }

  private async keepOne(
    tx: Tx,
    code: string,
    { version, language, title, text, source }: StatementWording,
    translates: string | null,
  ): Promise<void> {
    await tx.manager.query(
      `insert into statement_text (version, code, language, title, text, source, translates, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (version) do nothing`,
      [version, code, language, title, text, source, translates, tx.now.toString()],
    );
  }
}
