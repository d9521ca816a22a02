import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { personIdOf } from '../../../src/kernel/actor.js';
import { inTurn } from '../../../src/kernel/in-turn.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { PersonalData } from '../../../src/platform/personal-data/personal-data.js';
import { Organizations } from '../../organizations/organizations.public.js';
import { Sessions } from '../../people/people.public.js';
import { ErasureRepository } from '../persistence/erasure.repository.js';
import { Retention } from '../domain/retention.js';

/** One class of what is kept of a person. */
export interface KeptClass {
  code: string;
  title: string;
  kept: string;
  erasure: string;
  /** What there is, as the person knows it, with the number of rows. */
  has: { title: string; rows: number }[];
  /** Whether erasure leaves nothing of it. */
  goes: boolean;
}

export interface OwnData {
  /** Whether the person proved within a quarter of an hour that it is them. */
  confirmed: boolean;
  classes: KeptClass[];
  withheld: { title: string; why: string }[];
  takeBackDays: number;
  erasure: { dueAt: Temporal.Instant; askedAt: Temporal.Instant } | null;
  /** Who decides how long a legal file needs the name. */
  bodies: { name: string; contactEmail: string; keepUntil: Temporal.PlainDate | null }[];
}

/** What the page about one's own data asks other modules for. */
@Injectable()
export class OwnDataSurroundings {
  constructor(
    readonly sessions: Sessions,
    readonly organizations: Organizations,
  ) {}
}

/** What is kept of somebody, for how long, and what erasure would do to it. */
@Injectable()
export class ReadOwnData {
  constructor(
    private readonly data: PersonalData,
    private readonly retention: Retention,
    private readonly erasures: ErasureRepository,
    private readonly surroundings: OwnDataSurroundings,
  ) {}

  async execute(tx: Tx): Promise<OwnData> {
    const personId = personIdOf(tx.actor);
    const erasure = await this.erasures.ofPerson(tx, personId);
    const bodies = await this.bodies(tx, personId, erasure?.id);
    return {
      confirmed: await this.surroundings.sessions.isConfirmed(tx),
      classes: await this.classes(tx, personId, bodies.length > 0),
      withheld: this.withheld(),
      takeBackDays: this.retention.takeBackDays,
      erasure: erasure?.state === 'waiting' ? { dueAt: erasure.dueAt, askedAt: erasure.askedAt } : null,
      bodies,
    };
  }

  private async classes(tx: Tx, personId: string, hasLegalFile: boolean): Promise<KeptClass[]> {
    const given = this.data.tables.filter(({ gives }) => !('withheld' in gives));
    const counts = await this.data.count(
      tx,
      personId,
      given.map(({ table }) => table),
    );
    const isNamed = hasLegalFile || this.retention.class('register').tables.some((table) => counts.has(table));
    return this.retention.classes.flatMap(({ code, title, kept, erasure, tables }) => {
      const own = given.filter(({ table }) => tables.includes(table) && counts.has(table));
      const has = own.map((one) => ({ title: one.title, rows: counts.get(one.table) ?? 0 }));
      const goes = own.every(({ erase, lastToGo }) => erase && !(lastToGo && isNamed));
      return has.length > 0 ? [{ code, title, kept, erasure, has, goes }] : [];
    });
  }

  /** What the copy leaves out. Said to everybody alike, so that it tells of nobody's complaint. */
  withheld(): OwnData['withheld'] {
    return this.data.tables.flatMap(({ title, gives }) =>
      'withheld' in gives ? [{ title, why: gives.withheld }] : [],
    );
  }

  private async bodies(tx: Tx, personId: string, erasureId: string | undefined): Promise<OwnData['bodies']> {
    const ids = await this.data.bodiesIn(tx, personId, this.retention.class('legal_file').tables);
    const files = erasureId ? await this.erasures.filesOf(tx, erasureId) : [];
    return inTurn(ids, async (id) => {
      const { name, contactEmail } = await this.surroundings.organizations.get(tx, id);
      return { name, contactEmail, keepUntil: files.find(({ bodyId }) => bodyId === id)?.keepUntil ?? null };
    });
  }
}
