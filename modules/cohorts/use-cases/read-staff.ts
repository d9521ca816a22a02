import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Organizations } from '../../organizations/organizations.public.js';
import { People } from '../../people/people.public.js';
import { Colleagues } from './colleagues.js';

export interface Colleague {
  readonly personId: string;
  readonly name: string;
}

/** Names of organizations and of those who can teach for them. */
@Injectable()
export class ReadStaff {
  constructor(
    private readonly known: Organizations,
    private readonly people: People,
    private readonly teachers: Colleagues,
  ) {}

  async organizations(tx: Tx, ids: readonly string[]): Promise<{ id: string; name: string }[]> {
    const found = [];
    for (const id of new Set(ids)) found.push({ id, name: (await this.known.get(tx, id)).name });
    return found;
  }

  /** By name. */
  async colleagues(tx: Tx, organizationIds: readonly string[]): Promise<Colleague[]> {
    const ids: string[] = [];
    for (const id of new Set(organizationIds)) ids.push(...(await this.teachers.of(tx, id)));
    return this.named(tx, [...new Set(ids)]);
  }

  async named(tx: Tx, personIds: readonly string[]): Promise<Colleague[]> {
    const persons = [...(await this.people.getAll(tx, personIds)).values()];
    return persons
      .map(({ id, displayName }) => ({ personId: id, name: displayName }))
      .sort((a, b) => a.name.localeCompare(b.name));
  }
}
