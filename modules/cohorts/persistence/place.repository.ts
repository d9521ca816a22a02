import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { In } from 'typeorm';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Ids } from '../../../src/platform/ids/ids.js';
import { LIVING, type PlaceState } from '../domain/place.js';
import { CohortPlaceEntity } from './cohort-place.entity.js';

/** Who asked for a place, whom one was offered, who has one. */
@Injectable()
export class PlaceRepository {
  constructor(private readonly ids: Ids) {}

  /** What the person has to do with the cohort now. */
  living(tx: Tx, cohortId: string, personId: string): Promise<CohortPlaceEntity | null> {
    return tx.manager.findOneBy(CohortPlaceEntity, { cohortId, personId, state: In([...LIVING]) });
  }

  livingOf(tx: Tx, personId: string): Promise<CohortPlaceEntity[]> {
    return tx.manager.findBy(CohortPlaceEntity, { personId, state: In([...LIVING]) });
  }

  find(tx: Tx, id: string): Promise<CohortPlaceEntity | null> {
    return tx.manager.findOneBy(CohortPlaceEntity, { id });
  }

  async add(tx: Tx, place: { cohortId: string; personId: string; state: PlaceState }): Promise<string> {
    const id = this.ids.next();
    const row = { id, ...place, askedAt: tx.now, offeredUntil: null, changedAt: tx.now };
    await tx.manager.insert(CohortPlaceEntity, row);
    return id;
  }

  /** @returns whether the place was in one of `from` */
  async move(
    tx: Tx,
    id: string,
    {
      from,
      to,
      offeredUntil = null,
    }: { from: readonly PlaceState[]; to: PlaceState; offeredUntil?: Temporal.Instant | null },
  ): Promise<boolean> {
    const change = { state: to, offeredUntil, changedAt: tx.now };
    const { affected } = await tx.manager.update(CohortPlaceEntity, { id, state: In([...from]) }, change);
    return affected === 1;
  }

  /** The one who has waited longest. */
  nextWaiting(tx: Tx, cohortId: string): Promise<CohortPlaceEntity | null> {
    return tx.manager.findOne(CohortPlaceEntity, {
      where: { cohortId, state: 'waiting' },
      order: { askedAt: 'ASC', id: 'ASC' },
    });
  }

  count(tx: Tx, cohortId: string, ...states: PlaceState[]): Promise<number> {
    return tx.manager.countBy(CohortPlaceEntity, { cohortId, state: In(states) });
  }

  /** How many places of each cohort are taken or offered, and how many people wait. */
  async counts(tx: Tx, cohortIds: readonly string[]): Promise<Map<string, { taken: number; waiting: number }>> {
    const rows: { id: string; taken: number; waiting: number }[] = await tx.manager.query(
      `select cohort_id as id, count(*) filter (where state in ('offered', 'held'))::int as taken,
         count(*) filter (where state = 'waiting')::int as waiting
       from cohort_place where cohort_id = any($1::uuid[]) group by 1`,
      [[...cohortIds]],
    );
    return new Map(rows.map(({ id, taken, waiting }) => [id, { taken, waiting }]));
  }

  /** Those who have a place, in the order of their ids: an order that says nothing about anybody. */
  async members(
    tx: Tx,
    cohortId: string,
    { after, limit }: { after: string | null; limit: number },
  ): Promise<CohortPlaceEntity[]> {
    const query = tx.manager
      .createQueryBuilder(CohortPlaceEntity, 'place')
      .where(`place.cohortId = :cohortId and place.state = 'held'`, { cohortId })
      .orderBy('place.id')
      .take(limit);
    return (after ? query.andWhere('place.id > :after', { after }) : query).getMany();
  }
}
