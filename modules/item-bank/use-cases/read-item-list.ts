import { Injectable } from '@nestjs/common';
import { personIdOf } from '../../../src/kernel/actor.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { PAGE_LENGTH, pageOf, readKey, type Page } from '../../../src/platform/http/paging.js';
import { Competencies } from '../../competencies/competencies.public.js';
import { ItemListRepository, type ItemFilter, type ItemRow } from '../persistence/item-list.repository.js';
import { BankAccess, holds, ITEM_ROLES } from './bank-access.js';
import { BankParties } from './bank-parties.js';

export type { ItemRow } from '../persistence/item-list.repository.js';

export interface ItemListQuery extends Omit<ItemFilter, 'authorId' | 'waitsFor'> {
  /** The body; left out: the first of those in whose bank one works. */
  bodyId?: string | undefined;
  mine?: boolean | undefined;
  /** Only what waits for the acting person's review. */
  waiting?: boolean | undefined;
  after?: string | undefined;
}

export interface ItemList extends Page<ItemRow> {
  bodyId: string;
  timeZone: string;
  bodies: { id: string; name: string }[];
  names: ReadonlyMap<string, string>;
  may: { write: boolean; review: boolean; study: boolean };
}

/** What stands in the lists of an item's page and form, by code. */
export interface ItemChoices {
  examDomains: { code: string; title: string }[];
  competencies: { code: string; title: string }[];
}

const isNumber = (text: string): boolean => /^[1-9]\d{0,8}$/.test(text);

/** The items of a bank from outside, for those who work in it. Nothing of what they ask is read for it. */
@Injectable()
export class ReadItemList {
  constructor(
    private readonly list: ItemListRepository,
    private readonly access: BankAccess,
    private readonly parties: BankParties,
    private readonly competencies: Competencies,
  ) {}

  /** Highest number first. @throws DomainError not_found for a body in whose bank one does not work; item_bank.kept_apart */
  async execute(tx: Tx, { bodyId: asked, mine, waiting, after, ...filter }: ItemListQuery): Promise<ItemList> {
    const mineTo = await this.access.bodiesOf(tx, ...ITEM_ROLES);
    const bodyId = asked ?? mineTo[0];
    if (!bodyId || !mineTo.includes(bodyId)) throw notFound('this item bank');
    const me = personIdOf(tx.actor);
    const [key] = readKey(after, isNumber) ?? [];
    const rows = await this.list.list(
      tx,
      bodyId,
      { ...filter, authorId: mine ? me : undefined, waitsFor: waiting ? me : undefined },
      { after: key ? Number(key) : null, limit: PAGE_LENGTH + 1, reader: me },
    );
    const page = pageOf(rows, ({ itemNumber }) => [String(itemNumber)]);
    return {
      ...page,
      bodyId,
      timeZone: await this.parties.zoneOf(tx, bodyId),
      bodies: await this.parties.bodies(tx, mineTo),
      names: await this.parties.names(
        tx,
        page.rows.map(({ authorId }) => authorId),
      ),
      may: {
        write: holds(tx, bodyId, 'item-author'),
        review: holds(tx, bodyId, 'item-reviewer'),
        study: holds(tx, bodyId, 'psychometrician'),
      },
    };
  }

  /** Bodies in whose bank the acting person writes. */
  async bodiesToWriteIn(tx: Tx): Promise<{ id: string; name: string }[]> {
    return this.parties.bodies(tx, await this.access.bodiesOf(tx, 'item-author'));
  }

  async choices(tx: Tx): Promise<ItemChoices> {
    const competencies = (await this.competencies.all(tx)).filter(({ categoryCode }) => categoryCode === null);
    return {
      examDomains: await this.competencies.topics(tx, 'exam'),
      competencies: competencies.map(({ code, title }) => ({ code, title })),
    };
  }
}
