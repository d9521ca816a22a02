import { Injectable } from '@nestjs/common';
import { organizationsOf } from '../../../src/kernel/actor.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { keyParts, PAGE_LENGTH, pageOf, readKey, type Page } from '../../../src/platform/http/paging.js';
import {
  SealedReadingRepository,
  type SealedPurpose,
  type SealedReading,
  type SealedReadingFilter,
} from '../persistence/sealed-reading.repository.js';
import { RescoreParties } from './read-rescores.js';

export type { OpenedSecret, SealedPurpose } from '../persistence/sealed-reading.repository.js';

/** Why words were given out, as it is told. */
export const sealedPurposes: Record<SealedPurpose, string> = {
  page: 'Opened an item',
  editing: 'Opened an item to edit',
  review: 'Opened an item for review',
  comparison: 'Compared two versions',
  judging: 'Judged an item in a study',
  form: 'Looked at a form',
  sitting: 'Sat a form',
  scoring: 'Scored answers',
  statistics: 'Worked out statistics',
  appeal: 'Looked at an item for a challenge or a rescore',
  remark: 'Read a challenge or a comment',
  rescore: 'Read a ruling and its reasons',
  pass_decision: 'Read reasons about a pass',
  ruled_key: 'Scored by a ruled key',
};

export interface SealedReadingsQuery {
  bodyId?: string | undefined;
  /** Of one item, by its number: the item itself, and what was said and ruled of it. */
  itemNumber?: number | undefined;
  /** A person's id, or `product`. */
  reader?: string | undefined;
  purpose?: SealedPurpose | undefined;
  /** Days in the body's zone, both included. */
  from?: Temporal.PlainDate | undefined;
  to?: Temporal.PlainDate | undefined;
}

export interface NamedReading extends SealedReading {
  /** Null for the product itself. */
  reader: { name: string; number: string } | null;
}

/** The body whose log it is. */
export interface LogOf {
  bodyId: string;
  body: string;
  timeZone: string;
}

export interface SealedReadings extends LogOf, Page<NamedReading> {
  bodies: { id: string; name: string }[];
  /** Those who read at work, by name. */
  readers: { id: string; name: string }[];
}

const EXPORT_PAGE = 1_000;

/**
 * The whole log of sealed words of a body, for its administrators: who was given an item, a challenge, a ruling or the reasons about a
 * pass, when and why; never the words.
 */
@Injectable()
export class ReadSealedReadings {
  constructor(
    private readonly log: SealedReadingRepository,
    private readonly parties: RescoreParties,
  ) {}

  /** Newest first. @throws DomainError not_found for a body one does not administer, and for a number it does not have */
  async page(tx: Tx, query: SealedReadingsQuery & { after?: string | undefined }): Promise<SealedReadings> {
    const [of, filter] = await this.asked(tx, query);
    const page = await this.named(tx, of, filter, { after: query.after, length: PAGE_LENGTH });
    const readers = await this.log.readers(tx, of.bodyId);
    const people = await this.parties.people.getAll(tx, readers);
    const bodies: SealedReadings['bodies'] = [];
    for (const id of administered(tx)) bodies.push({ id, name: (await this.parties.organizations.get(tx, id)).name });
    return {
      ...of,
      ...page,
      bodies,
      readers: readers
        .map((id) => ({ id, name: people.get(id)?.displayName ?? '' }))
        .sort((a, b) => a.name.localeCompare(b.name, 'en')),
    };
  }

  /** The newest, at most `most`, in one list. @returns `isCut` where there are more @throws as {@link page} */
  async all(
    tx: Tx,
    query: SealedReadingsQuery,
    most: number,
  ): Promise<LogOf & { rows: NamedReading[]; isCut: boolean }> {
    const [of, filter] = await this.asked(tx, query);
    const rows: NamedReading[] = [];
    let after: string | undefined;
    do {
      const page = await this.named(tx, of, filter, { after, length: Math.min(EXPORT_PAGE, most - rows.length) });
      rows.push(...page.rows);
      after = page.next ?? undefined;
    } while (after !== undefined && rows.length < most);
    return { ...of, rows, isCut: after !== undefined };
  }

  private async asked(
    tx: Tx,
    { bodyId: asked, itemNumber, reader, purpose, from, to }: SealedReadingsQuery,
  ): Promise<[LogOf, SealedReadingFilter]> {
    const bodies = administered(tx);
    const bodyId = asked ?? bodies[0];
    if (!bodyId || !bodies.includes(bodyId)) throw notFound('this log');
    const itemId = itemNumber === undefined ? null : await this.log.itemByNumber(tx, bodyId, itemNumber);
    if (itemNumber !== undefined && !itemId) throw notFound('this item');
    const { name: body, timeZone } = await this.parties.organizations.get(tx, bodyId);
    const startOf = (day: Temporal.PlainDate) => day.toZonedDateTime(timeZone).toInstant();
    const filter = {
      itemId,
      reader: reader ?? null,
      purpose: purpose ?? null,
      from: from ? startOf(from) : null,
      before: to ? startOf(to.add({ days: 1 })) : null,
    };
    return [{ bodyId, body, timeZone }, filter];
  }

  private async named(
    tx: Tx,
    { bodyId }: LogOf,
    filter: SealedReadingFilter,
    { after, length }: { after: string | undefined; length: number },
  ): Promise<Page<NamedReading>> {
    const key = readKey(after, keyParts.instant, keyParts.id);
    const found = await this.log.list(tx, bodyId, filter, { after: key, limit: length + 1 });
    const page = pageOf(found, ({ readAt, id }) => [readAt.toString(), id], length);
    const ids = page.rows.flatMap(({ readerId }) => readerId ?? []);
    const people = await this.parties.people.getAll(tx, [...new Set(ids)]);
    const rows = page.rows.map((row) => {
      const { displayName: name = '', number = '' } = (row.readerId && people.get(row.readerId)) || {};
      return { ...row, reader: row.readerId ? { name, number } : null };
    });
    return { rows, next: page.next };
  }
}

function administered(tx: Tx): string[] {
  return [...new Set(organizationsOf(tx.actor, 'administrator'))];
}
