import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { dateIn } from '../../../src/kernel/dates.js';
import type { FieldProblem } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { unacceptable } from '../../../src/platform/http/validation.js';
import { Organizations } from '../../organizations/organizations.public.js';

export interface ChosenBody {
  readonly bodyId: string;
  /** The calendar date it is there. */
  readonly today: Temporal.PlainDate;
}

/** The certifying body that something is handed to: the one named, or the only one there is. */
@Injectable()
export class ChooseBody {
  constructor(private readonly organizations: Organizations) {}

  /** @throws DomainError input.needs_attention where the choice is open, or no body is named so */
  async execute(tx: Tx, bodyId: string | undefined): Promise<ChosenBody> {
    const found = await this.look(tx, bodyId);
    if ('message' in found) throw unacceptable([found]);
    return found;
  }

  /** The same, for a form that tells all its problems at once. @returns the problem where {@link execute} would throw it */
  async look(tx: Tx, bodyId: string | undefined): Promise<ChosenBody | FieldProblem> {
    const bodies = await this.organizations.bodies(tx);
    const [only] = bodies;
    const chosen = bodyId ? bodies.find(({ id }) => id === bodyId) : bodies.length === 1 ? only : undefined;
    if (!chosen) return { field: 'bodyId', message: 'Choose the certifying body this is for' };
    return { bodyId: chosen.id, today: dateIn(chosen.timeZone, tx.now) };
  }
}
