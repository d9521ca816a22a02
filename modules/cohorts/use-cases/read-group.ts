import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { PAGE_LENGTH, pageOf, type Page } from '../../../src/platform/http/paging.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Teaching, type LearnerActivity } from '../../courses/courses.public.js';
import { People } from '../../people/people.public.js';
import { handsFor, type Hand } from '../domain/hand.js';
import type { CohortEntity } from '../persistence/cohort.entity.js';
import { PlaceRepository } from '../persistence/place.repository.js';
import { SessionRepository } from '../persistence/session.repository.js';

export interface Member {
  readonly placeId: string;
  readonly personId: string;
  readonly name: string;
  /** Null for who is not in the course yet. */
  readonly activity: LearnerActivity | null;
  /** Why a word from the instructor might be welcome. */
  readonly hands: readonly Hand[];
}

/** The people of a cohort as the one who teaches them sees them, a page at a time, in an order that says nothing of anybody. */
@Injectable()
export class ReadGroup {
  constructor(
    private readonly places: PlaceRepository,
    private readonly sessions: SessionRepository,
    private readonly teaching: Teaching,
    private readonly people: People,
  ) {}

  /** @param cohort one that the one who acts teaches */
  async execute(tx: Tx, cohort: CohortEntity, after: string | null): Promise<Page<Member>> {
    const rows = await this.places.members(tx, cohort.id, { after, limit: PAGE_LENGTH + 1 });
    const page = pageOf(rows, ({ id }) => [id]);
    const members = await this.members(
      tx,
      cohort,
      page.rows.map(({ id, personId }) => ({ placeId: id, personId })),
    );
    return { rows: members, next: page.next };
  }

  /** One of them; null for somebody without a place. */
  async one(tx: Tx, cohort: CohortEntity, personId: string): Promise<Member | null> {
    const place = await this.places.living(tx, cohort.id, personId);
    if (place?.state !== 'held') return null;
    return (await this.members(tx, cohort, [{ placeId: place.id, personId }]))[0] ?? null;
  }

  private async members(
    tx: Tx,
    cohort: CohortEntity,
    places: readonly { placeId: string; personId: string }[],
  ): Promise<Member[]> {
    const ids = places.map(({ personId }) => personId);
    const [names, activities] = [
      await this.people.getAll(tx, ids),
      await this.teaching.activityOf(tx, cohort.courseCode, ids),
    ];
    const missed = await this.missedBy(tx, cohort, ids);
    return places.map(({ placeId, personId }) => {
      const activity = activities.get(personId) ?? null;
      const hands = handsFor({ activity, missed: missed.get(personId) ?? [] }, tx.now);
      return { placeId, personId, name: names.get(personId)?.displayName ?? '', activity, hands };
    });
  }

  /** Titles of the sessions that are over, were written down, and in which a person was not. */
  private async missedBy(tx: Tx, cohort: CohortEntity, personIds: readonly string[]): Promise<Map<string, string[]>> {
    const sessions = await this.sessions.ofCohorts(tx, [cohort.id]);
    const over = sessions.filter(
      ({ startsAt, cancelledAt }) => !cancelledAt && Temporal.Instant.compare(startsAt, tx.now) <= 0,
    );
    const lines = await this.sessions.attendance(
      tx,
      over.map(({ id }) => id),
      personIds,
    );
    const missed = new Map<string, string[]>();
    for (const session of over) {
      const { title } = await this.teaching.plan(tx, session.courseVersionId, session.sessionCode);
      for (const line of lines.filter(({ sessionId, minutes }) => sessionId === session.id && minutes === 0))
        missed.set(line.personId, [...(missed.get(line.personId) ?? []), title]);
    }
    return missed;
  }
}
