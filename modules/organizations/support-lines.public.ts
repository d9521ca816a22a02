import { Injectable } from '@nestjs/common';
import type { Tx } from '../../src/platform/database/transaction.js';
import type { SupportLine } from './domain/support-line.js';
import { SupportLineRepository } from './persistence/support-line.repository.js';

export type { SupportLine } from './domain/support-line.js';

/** Every certifying body, by id, with its line; null where it named none. */
export type LinesOfBodies = ReadonlyMap<string, SupportLine | null>;

/** They stand on every page and change once in years: another process learns of a change half a minute later. */
const KNOWN_FOR_MS = 30_000;

/** The lines that bodies name for their people, behind “Support now” on every page. */
@Injectable()
export class SupportLines {
  private read: { lines: LinesOfBodies; until: number } | undefined;

  constructor(private readonly repository: SupportLineRepository) {}

  /** What holds now, read at most twice a minute. */
  async all(tx: Tx): Promise<LinesOfBodies> {
    const known = this.fresh();
    if (known) return known;
    const lines = await this.repository.all(tx);
    this.read = { lines, until: performance.now() + KNOWN_FOR_MS };
    return lines;
  }

  /** What needs no database to know; null where it must be read. */
  fresh(): LinesOfBodies | null {
    return this.read && performance.now() < this.read.until ? this.read.lines : null;
  }

  /** What was last known, for pages without a database. */
  lastKnown(): LinesOfBodies | null {
    return this.read?.lines ?? null;
  }

  /** A line changes: the next page reads it. */
  forget(): void {
    if (this.read) this.read.until = 0;
  }
}
