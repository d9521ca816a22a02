import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { organizationsOf, personIdOf } from '../../../src/kernel/actor.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Organizations } from '../../organizations/organizations.public.js';
import { People } from '../../people/people.public.js';
import type { ConflictKind } from '../domain/conflict-kinds.js';
import { DeclaredConflictRepository } from '../persistence/declared-conflict.repository.js';
import { STAFF } from './open-case.js';

export interface OwnConflict {
  id: string;
  person: { displayName: string; number: string };
  bodyName: string;
  timeZone: string;
  kind: ConflictKind;
  declaredAt: Temporal.Instant;
  endedAt: Temporal.Instant | null;
}

/** What the acting person declared about themselves, newest first. */
@Injectable()
export class ReadConflicts {
  constructor(
    private readonly declared: DeclaredConflictRepository,
    private readonly people: People,
    private readonly organizations: Organizations,
  ) {}

  async execute(tx: Tx): Promise<OwnConflict[]> {
    const own = await this.declared.ofStaff(tx, personIdOf(tx.actor), organizationsOf(tx.actor, ...STAFF));
    const people = await this.people.getAll(tx, [...new Set(own.map(({ personId }) => personId))]);
    const bodies = new Map((await this.organizations.bodies(tx)).map((body) => [body.id, body]));
    return own.map(({ id, bodyId, personId, kind, declaredAt, endedAt }) => {
      const { displayName = '', number = '' } = people.get(personId) ?? {};
      const { name: bodyName = '', timeZone = 'UTC' } = bodies.get(bodyId) ?? {};
      return { id, person: { displayName, number }, bodyName, timeZone, kind, declaredAt, endedAt };
    });
  }
}
