import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Ids } from '../../../src/platform/ids/ids.js';
import type { BankItem } from '../domain/item.js';
import { ItemListRepository, type CandidateRow } from '../persistence/item-list.repository.js';
import { NumbersRepository } from '../persistence/numbers.repository.js';
import { ReadingRepository } from '../persistence/reading.repository.js';

export interface ItemStatistic {
  versionId: string;
  /** How many scored answers it rests on. Numbers that rest on fewer than 30 are kept and not shown. */
  responses: number;
  /** Share of right answers, 0 to 1. */
  p: number;
  /** Corrected (item–rest) point-biserial correlation, -1 to 1; null where it cannot be told, as when all answered alike. */
  pointBiserial: number | null;
}

/** What exams ask of the bank and tell it, the words of items left out. */
@Injectable()
export class ServeExams {
  constructor(
    private readonly list: ItemListRepository,
    private readonly numbers: NumbersRepository,
    private readonly readings: ReadingRepository,
    private readonly ids: Ids,
  ) {}

  candidates(tx: Tx, { bodyId, states = ['pretest', 'active'], examDomains }: CandidateQuery): Promise<CandidateRow[]> {
    return this.list.candidates(tx, bodyId, states, examDomains ?? null);
  }

  async versions(tx: Tx, bodyId: string, versionIds: readonly string[]): Promise<Map<string, BankItem>> {
    return new Map((await this.list.heads(tx, bodyId, versionIds)).map((head) => [head.versionId, head]));
  }

  countShown(tx: Tx, bodyId: string, versionIds: readonly string[]): Promise<void> {
    return this.numbers.countShown(tx, bodyId, versionIds);
  }

  async writeStatistics(
    tx: Tx,
    bodyId: string,
    subject: { kind: string; id: string },
    statistics: readonly ItemStatistic[],
  ): Promise<void> {
    const rows = statistics.map((one) => ({ ...one, id: this.ids.next() }));
    await this.numbers.addStatistics(tx, bodyId, subject, rows);
  }

  lastSeenBy(tx: Tx, bodyId: string, personId: string): Promise<Temporal.Instant | null> {
    return this.readings.lastOf(tx, bodyId, personId);
  }
}

export interface CandidateQuery {
  bodyId: string;
  /** Both where left out. */
  states?: readonly ('pretest' | 'active')[];
  /** All where left out. */
  examDomains?: readonly string[];
}
