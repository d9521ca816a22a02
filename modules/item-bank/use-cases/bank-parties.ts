import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Competencies } from '../../competencies/competencies.public.js';
import { Organizations } from '../../organizations/organizations.public.js';
import { People } from '../../people/people.public.js';

/** The people and bodies that stand around a bank, by name. */
@Injectable()
export class BankParties {
  constructor(
    readonly people: People,
    readonly organizations: Organizations,
    private readonly competencies: Competencies,
  ) {}

  async names(tx: Tx, personIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const people = await this.people.getAll(tx, [...new Set(personIds)]);
    return new Map([...people].map(([id, { displayName }]) => [id, displayName]));
  }

  async zoneOf(tx: Tx, bodyId: string): Promise<string> {
    return (await this.organizations.get(tx, bodyId)).timeZone;
  }

  /** Titles of exam domains by their codes. */
  async domainTitles(tx: Tx): Promise<ReadonlyMap<string, string>> {
    return new Map((await this.competencies.topics(tx, 'exam')).map(({ code, title }) => [code, title]));
  }

  /** Id and name of each body. */
  async bodies(tx: Tx, bodyIds: readonly string[]): Promise<{ id: string; name: string }[]> {
    const found: { id: string; name: string }[] = [];
    for (const id of bodyIds) found.push({ id, name: (await this.organizations.get(tx, id)).name });
    return found;
  }
}
