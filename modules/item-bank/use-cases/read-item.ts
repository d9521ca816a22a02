import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import { FEWEST_RESPONSES } from '../domain/item-words.js';
import { movesFor, type ItemMove } from '../domain/item-state.js';
import type { ItemContent, ItemHead, ItemState, ReadingPurpose } from '../domain/item.js';
import type { BankItemEventEntity, BankItemVersionEntity } from '../persistence/bank-item.entity.js';
import type { Enemy } from '../persistence/enemy.repository.js';
import type { VersionNumbers } from '../persistence/numbers.repository.js';
import { holds } from './bank-access.js';
import { FindItem, mayEdit, type FoundItem } from './find-item.js';
import { ItemShelf } from './item-shelf.js';
import { moverOf } from './move-item.js';
import { SealedItems } from './sealed-items.js';

export interface VersionLine extends ItemHead {
  id: string;
  number: number;
  state: ItemState;
  author: string;
  writtenAt: Temporal.Instant;
  waiting: boolean;
  timesShown: number;
  /** Null where there is none, or it rests on too few answers. */
  statistic: VersionNumbers['statistic'];
  moves: ItemMove[];
}

export interface ItemStep {
  version: number;
  move: ItemMove;
  by: string;
  at: Temporal.Instant;
  note: string | null;
}

/** An item with the words of one version. */
export interface OpenItem {
  id: string;
  bodyId: string;
  number: number;
  timeZone: string;
  version: VersionLine;
  content: ItemContent;
  newestVersionId: string;
  /** Newest first. */
  versions: VersionLine[];
  steps: ItemStep[];
  enemies: Enemy[];
  may: { edit: boolean; nameEnemies: boolean };
}

/** Opens an item for somebody who may: what it asks, and everything about it. The reading is logged. */
@Injectable()
export class ReadItem {
  constructor(
    private readonly find: FindItem,
    private readonly sealed: SealedItems,
    private readonly shelf: ItemShelf,
  ) {}

  /** @param versionId the newest where left out @throws DomainError not_found, item_bank.kept_apart */
  async execute(
    tx: Tx,
    { itemId, versionId, purpose }: { itemId: string; versionId?: string | undefined; purpose: ReadingPurpose },
  ): Promise<OpenItem> {
    const found = await this.find.toOpen(tx, itemId);
    const { item, newest } = found;
    const shown = found.versions.find(({ id }) => id === (versionId ?? newest.id));
    if (!shown) throw notFound('this version');
    const contents = await this.sealed.open(tx, { bodyId: item.bodyId, versionIds: [shown.id], purpose });
    const events = await this.shelf.items.eventsOf(tx, itemId);
    const names = await this.shelf.names(tx, [
      ...found.versions.map(({ authorId }) => authorId),
      ...events.map(({ actorId }) => actorId),
    ]);
    const versions = await this.lines(tx, found, events, names);
    return {
      id: item.id,
      bodyId: item.bodyId,
      number: item.number,
      timeZone: await this.shelf.zoneOf(tx, item.bodyId),
      version: versions.find(({ id }) => id === shown.id) as VersionLine,
      content: contents.get(shown.id) as ItemContent,
      newestVersionId: newest.id,
      versions,
      steps: this.steps(found, events, names),
      enemies: await this.shelf.enemies.of(tx, itemId),
      may: { edit: mayEdit(tx, found), nameEnemies: mayNameEnemies(tx, item.bodyId) },
    };
  }

  private async lines(
    tx: Tx,
    { versions }: FoundItem,
    events: readonly BankItemEventEntity[],
    names: ReadonlyMap<string, string>,
  ): Promise<VersionLine[]> {
    const numbers = await this.shelf.numbers.of(
      tx,
      versions.map(({ id }) => id),
    );
    return versions.map((version) => {
      const { timesShown = 0, statistic = null } = numbers.get(version.id) ?? {};
      const mover = moverOf(tx, version, events);
      return {
        ...headOf(version),
        id: version.id,
        number: version.number,
        state: version.state,
        author: names.get(version.authorId) ?? '',
        writtenAt: version.createdAt,
        waiting: version.handedInAt !== null,
        timesShown,
        statistic: statistic && statistic.responses >= FEWEST_RESPONSES ? statistic : null,
        moves: movesFor({ state: version.state, handedIn: version.handedInAt !== null }, mover),
      };
    });
  }

  private steps(
    { item, versions }: FoundItem,
    events: readonly BankItemEventEntity[],
    names: ReadonlyMap<string, string>,
  ): ItemStep[] {
    const numbers = new Map(versions.map(({ id, number }) => [id, number]));
    return events.map((event) => ({
      version: numbers.get(event.versionId) ?? 0,
      move: event.move,
      by: names.get(event.actorId) ?? '',
      at: event.recordedAt,
      note: this.sealed.openNote(item, event),
    }));
  }
}

/** Who says that two items never stand in one form: reviewers and psychometricians of the body. */
export function mayNameEnemies(tx: Tx, bodyId: string): boolean {
  return holds(tx, bodyId, 'item-reviewer') || holds(tx, bodyId, 'psychometrician');
}

export function headOf({ examDomain, competency, difficulty }: BankItemVersionEntity): ItemHead {
  return { examDomain, competency, difficulty };
}
