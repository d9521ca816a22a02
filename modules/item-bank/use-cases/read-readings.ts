import { Injectable } from '@nestjs/common';
import { organizationsOf } from '../../../src/kernel/actor.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { keyParts, PAGE_LENGTH, pageOf, readKey, type Page } from '../../../src/platform/http/paging.js';
import { ItemRepository } from '../persistence/item.repository.js';
import { ReadingRepository, type ReadingFilter, type ReadingRow } from '../persistence/reading.repository.js';
import { BankParties } from './bank-parties.js';

export interface ReadingsQuery extends Omit<ReadingFilter, 'itemId'> {
  bodyId?: string | undefined;
  /** Of one item, by its number. */
  itemNumber?: number | undefined;
  after?: string | undefined;
}

export interface Readings extends Page<ReadingRow & { reader: string | null }> {
  bodyId: string;
  timeZone: string;
  bodies: { id: string; name: string }[];
  /** Those who read at work, by name. */
  readers: { id: string; name: string }[];
}

/** An administrator of a body looks who was given the words of its items, when and why; never at the words. */
@Injectable()
export class ReadReadings {
  constructor(
    private readonly readings: ReadingRepository,
    private readonly items: ItemRepository,
    private readonly parties: BankParties,
  ) {}

  /** Newest first. @throws DomainError not_found for a body one does not administer, and for a number it does not have */
  async execute(tx: Tx, { bodyId: asked, itemNumber, after, ...filter }: ReadingsQuery): Promise<Readings> {
    const administered = [...new Set(organizationsOf(tx.actor, 'administrator'))];
    const bodyId = asked ?? administered[0];
    if (!bodyId || !administered.includes(bodyId)) throw notFound('this log');
    const item = itemNumber === undefined ? null : await this.items.findByNumber(tx, bodyId, itemNumber);
    if (itemNumber !== undefined && !item) throw notFound('this item');
    const key = readKey(after, keyParts.instant, keyParts.id);
    const rows = await this.readings.list(
      tx,
      bodyId,
      { ...filter, itemId: item?.id },
      { after: key, limit: PAGE_LENGTH + 1 },
    );
    const page = pageOf(rows, ({ readAt, id }) => [readAt.toString(), id]);
    const readers = await this.readings.readers(tx, bodyId);
    const names = await this.parties.names(tx, [...readers, ...page.rows.flatMap(({ readerId }) => readerId ?? [])]);
    return {
      rows: page.rows.map((row) => ({ ...row, reader: row.readerId && (names.get(row.readerId) ?? '') })),
      next: page.next,
      bodyId,
      timeZone: await this.parties.zoneOf(tx, bodyId),
      bodies: await this.parties.bodies(tx, administered),
      readers: readers
        .map((id) => ({ id, name: names.get(id) ?? '' }))
        .sort((a, b) => a.name.localeCompare(b.name, 'en')),
    };
  }
}
