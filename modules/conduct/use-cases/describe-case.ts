import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { organizationsOf, personIdOf, type Role } from '../../../src/kernel/actor.js';
import { isAfter } from '../../../src/kernel/dates.js';
import { businessDaysBetween, type WorkCalendar } from '../../../src/kernel/time-limit.js';
import { inTurn } from '../../../src/kernel/in-turn.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { CaseFiles } from '../../case-files/case-files.public.js';
import { Organizations } from '../../organizations/organizations.public.js';
import { People } from '../../people/people.public.js';
import { HANDLERS } from './open-case.js';

/** How a deadline is told. */
export interface Deadline {
  by: Temporal.PlainDate;
  /** After today, up to and with the last day. */
  businessDaysLeft: number;
  isOver: boolean;
}

/** @param today in the body's zone @param calendar of the body: its holidays are no business days */
export function deadline(by: Temporal.PlainDate, today: Temporal.PlainDate, { holidays }: WorkCalendar): Deadline {
  return { by, businessDaysLeft: businessDaysBetween(today, by, holidays), isOver: isAfter(today, by) };
}

export interface Colleague {
  id: string;
  name: string;
}

/** What both kinds of case have in common on a desk: names, the sealed file, who can be asked to handle it. */
@Injectable()
export class DescribeCase {
  constructor(
    private readonly people: People,
    private readonly organizations: Organizations,
    private readonly files: CaseFiles,
  ) {}

  async names(tx: Tx, ids: readonly (string | null)[]): Promise<Map<string, string>> {
    const known = await this.people.getAll(tx, [...new Set(ids.flatMap((id) => id ?? []))]);
    return new Map([...known].map(([id, { displayName }]) => [id, displayName]));
  }

  /** The sealed file, for whoever may read it; null for everybody else. */
  async fileFor(tx: Tx, kind: 'complaint' | 'appeal', of: { id: string; bodyId: string }): Promise<string | null> {
    const subject = { module: 'conduct', id: of.id };
    const file = await this.files.find(tx, { bodyId: of.bodyId, kind, subject });
    return file && (await this.files.mayRead(tx, file.fileId)) ? file.fileId : null;
  }

  /** Whom the acting administrator can ask: staff that could read the file. Conflicts are told when one is asked. */
  async candidates(tx: Tx, { bodyId, personId }: { bodyId: string; personId: string }): Promise<Colleague[]> {
    const staff = await inTurn(HANDLERS, (role) => this.organizations.staffOf(tx, bodyId, role));
    const apart = new Set([
      ...(await this.organizations.staffOf(tx, bodyId, 'decider')),
      personId,
      personIdOf(tx.actor),
    ]);
    const ids = [...new Set(staff.flat())].filter((id) => !apart.has(id));
    const names = await this.names(tx, ids);
    return ids.map((id) => ({ id, name: names.get(id) ?? 'A colleague' }));
  }

  holds(tx: Tx, bodyId: string, role: Role): boolean {
    return organizationsOf(tx.actor, role).includes(bodyId);
  }
}
