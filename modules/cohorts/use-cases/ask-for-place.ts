import { Injectable } from '@nestjs/common';
import { personIdOf } from '../../../src/kernel/actor.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Teaching } from '../../courses/courses.public.js';
import { cohortNotFound, nobodyWithCode, teachesHere } from '../cohorts.errors.js';
import { readCode, type PlaceState } from '../domain/place.js';
import { CohortRepository } from '../persistence/cohort.repository.js';
import { PlaceRepository } from '../persistence/place.repository.js';
import { CohortTrail } from './cohort-trail.js';

/** How somebody came to know of a cohort; only an open one can be asked for by its address alone. */
export type Door = { readonly cohortId: string; readonly isInvited?: boolean } | { readonly code: string };

/**
 * The one who acts asks for a place in a cohort and begins its course. With a free place and nobody waiting it is theirs at
 * once; otherwise they wait in the order of asking. Who is in it, waits or was offered a place stays as they are.
 */
@Injectable()
export class AskForPlace {
  constructor(
    private readonly cohorts: CohortRepository,
    private readonly places: PlaceRepository,
    private readonly teaching: Teaching,
    private readonly trail: CohortTrail,
  ) {}

  /** @throws DomainError not_found; invalid for a code of no cohort; conflict for who teaches it, and as enrolment does */
  async execute(tx: Tx, door: Door): Promise<{ cohortId: string; state: PlaceState }> {
    const personId = personIdOf(tx.actor);
    const cohort = await this.cohorts.locked(tx, await this.idOf(tx, door));
    if (!cohort) throw cohortNotFound();
    const own = await this.places.living(tx, cohort.id, personId);
    if (own) return { cohortId: cohort.id, state: own.state };
    if ('cohortId' in door && !door.isInvited && !cohort.isOpen) throw cohortNotFound();
    if (await this.cohorts.isInstructor(tx, cohort.id, personId)) throw teachesHere();
    await this.teaching.enrolMe(tx, cohort.courseCode);
    const taken = await this.places.count(tx, cohort.id, 'offered', 'held');
    const isFree = taken < cohort.places && (await this.places.count(tx, cohort.id, 'waiting')) === 0;
    const state = isFree ? 'held' : 'waiting';
    const id = await this.places.add(tx, { cohortId: cohort.id, personId, state });
    await this.trail.audit.record(tx, {
      action: 'cohorts.place.asked',
      subject: { kind: 'cohort_place', id },
      personId,
      details: { cohort: cohort.id, state },
    });
    return { cohortId: cohort.id, state };
  }

  private async idOf(tx: Tx, door: Door): Promise<string> {
    if ('cohortId' in door) return door.cohortId;
    const cohort = await this.cohorts.byCode(tx, readCode(door.code));
    if (!cohort) throw nobodyWithCode();
    return cohort.id;
  }
}
