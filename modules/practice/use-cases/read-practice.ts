import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { personIdOf } from '../../../src/kernel/actor.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { keyParts, PAGE_LENGTH, pageOf, readKey } from '../../../src/platform/http/paging.js';
import type { Entry } from '../domain/entry.js';
import { DOMAINS } from '../domain/lists.js';
import { totalsOf, type Totals } from '../domain/totals.js';
import { PracticeEntryRepository } from '../persistence/practice-entry.repository.js';
import { PracticeSumsRepository } from '../persistence/practice-sums.repository.js';

export interface PracticePage {
  /** One page, newest day first. */
  entries: Entry[];
  /** Key of the next page; null on the last. */
  next: string | null;
  /** Of the whole record, whatever page is shown. */
  totals: Totals;
}

export interface PracticeOverview extends PracticePage {
  /** How many entries wait to be sent to a supervisor. */
  unsent: number;
  months: Temporal.PlainYearMonth[];
}

/** A person's own practice: entries and sums. */
@Injectable()
export class ReadPractice {
  constructor(
    private readonly entries: PracticeEntryRepository,
    private readonly sums: PracticeSumsRepository,
  ) {}

  /** @param after the `next` of the page before; left out: the newest */
  async page(tx: Tx, after?: string): Promise<PracticePage> {
    const personId = personIdOf(tx.actor);
    const [workedOn, startsAt, id] = readKey(after, keyParts.date, isStart, keyParts.id) ?? [];
    const place = workedOn && startsAt !== undefined && id ? { workedOn, startsAt, id } : undefined;
    const found = await this.entries.pageOfPerson(tx, personId, { after: place, limit: PAGE_LENGTH + 1 });
    const { rows, next } = pageOf(found, (entry) => [
      entry.workedOn.toString(),
      entry.startsAt?.toString() ?? '',
      entry.id,
    ]);
    return { entries: rows, next, totals: await this.totals(tx) };
  }

  async overview(tx: Tx, after?: string): Promise<PracticeOverview> {
    const personId = personIdOf(tx.actor);
    const states = await this.sums.byState(tx, personId);
    const unsent = (states.get('recorded')?.entries ?? 0) + (states.get('returned')?.entries ?? 0);
    return { ...(await this.page(tx, after)), unsent, months: await this.sums.months(tx, personId) };
  }

  /** Everything of one month: at most what its days can hold. */
  async month(tx: Tx, month: Temporal.PlainYearMonth): Promise<{ entries: Entry[]; totals: Totals }> {
    const entries = await this.entries.ofMonth(tx, personIdOf(tx.actor), month);
    return { entries, totals: await this.totals(tx, month) };
  }

  /** The newest entry: most are like the one before. */
  async newest(tx: Tx): Promise<Entry | undefined> {
    const [entry] = await this.entries.pageOfPerson(tx, personIdOf(tx.actor), { limit: 1 });
    return entry;
  }

  /** @throws DomainError not_found for an entry that is not the person's */
  async entry(tx: Tx, id: string): Promise<{ entry: Entry; correctedBy: string | null }> {
    const personId = personIdOf(tx.actor);
    const entry = await this.entries.findOwn(tx, personId, id);
    if (!entry) throw notFound('this entry');
    return { entry, correctedBy: await this.entries.correctionOf(tx, personId, id) };
  }

  private async totals(tx: Tx, month?: Temporal.PlainYearMonth): Promise<Totals> {
    const sums = await this.sums.byDomain(tx, personIdOf(tx.actor), month);
    return totalsOf(
      sums,
      DOMAINS.map((domain) => domain.value),
    );
  }
}

/** When an entry began, as a key carries it; empty where that is not recorded. */
function isStart(text: string): boolean {
  return /^(([01]\d|2[0-3]):[0-5]\d:[0-5]\d)?$/.test(text);
}
