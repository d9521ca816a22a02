import { Injectable } from '@nestjs/common';
import { personIdOf } from '../../../src/kernel/actor.js';
import { dateIn } from '../../../src/kernel/dates.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { cohortNotFound } from '../cohorts.errors.js';
import type { CohortPlaceEntity } from '../persistence/cohort-place.entity.js';
import type { CohortEntity } from '../persistence/cohort.entity.js';
import { CohortRepository } from '../persistence/cohort.repository.js';
import { PlaceRepository } from '../persistence/place.repository.js';
import { Around } from './around.js';
import type { SessionLine } from './read-sessions.js';

/** A cohort as somebody who learns sees it: never who else is in it. */
export interface CohortLine {
  readonly cohort: CohortEntity;
  readonly courseTitle: string;
  readonly organization: string;
  readonly timeZone: string;
  /** Places that nobody has or was offered, and that nobody waits for. */
  readonly free: number;
  readonly place: CohortPlaceEntity | null;
}

/** Cohorts that somebody can join, and those they are in. */
@Injectable()
export class ReadCohorts {
  constructor(
    private readonly cohorts: CohortRepository,
    private readonly places: PlaceRepository,
    private readonly around: Around,
  ) {}

  async execute(
    tx: Tx,
    { courseCode }: { courseCode: string | null },
  ): Promise<{ own: CohortLine[]; open: CohortLine[] }> {
    const today = dateIn('UTC', tx.now).toString();
    const places = await this.places.livingOf(tx, personIdOf(tx.actor));
    const ownIds = places.map(({ cohortId }) => cohortId);
    const own = await this.cohorts.all(tx, ownIds);
    const open = (await this.cohorts.open(tx, { courseCode, today })).filter(({ id }) => !ownIds.includes(id));
    return { own: await this.lines(tx, own, places), open: await this.lines(tx, open, []) };
  }

  /** @throws DomainError not_found for a closed cohort that the one who acts has nothing to do with */
  async one(tx: Tx, cohortId: string): Promise<CohortLine & { sessions: SessionLine[] }> {
    const cohort = await this.cohorts.find(tx, cohortId);
    const place = cohort && (await this.places.living(tx, cohortId, personIdOf(tx.actor)));
    if (!cohort || (!cohort.isOpen && !place)) throw cohortNotFound();
    const [line] = await this.lines(tx, [cohort], place ? [place] : []);
    if (!line) throw cohortNotFound();
    const sessions = await this.around.sessions.execute(tx, cohort, personIdOf(tx.actor));
    // Where a session is held, and how to get into a call, is for those who have a place.
    return { ...line, sessions: place?.state === 'held' ? sessions : sessions.map((one) => ({ ...one, place: null })) };
  }

  private async lines(
    tx: Tx,
    cohorts: readonly CohortEntity[],
    own: readonly CohortPlaceEntity[],
  ): Promise<CohortLine[]> {
    const counts = await this.places.counts(
      tx,
      cohorts.map(({ id }) => id),
    );
    const titles = new Map((await this.around.teaching.all(tx)).map(({ code, title }) => [code, title]));
    const lines: CohortLine[] = [];
    for (const cohort of cohorts) {
      const { name, timeZone } = await this.around.organizations.get(tx, cohort.organizationId);
      const { taken = 0, waiting = 0 } = counts.get(cohort.id) ?? {};
      lines.push({
        cohort,
        courseTitle: titles.get(cohort.courseCode) ?? cohort.courseCode,
        organization: name,
        timeZone,
        free: waiting > 0 ? 0 : Math.max(0, cohort.places - taken),
        place: own.find(({ cohortId }) => cohortId === cohort.id) ?? null,
      });
    }
    return lines;
  }
}
