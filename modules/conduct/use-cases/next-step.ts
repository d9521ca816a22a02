import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { dateIn } from '../../../src/kernel/dates.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Ids } from '../../../src/platform/ids/ids.js';
import { Organizations } from '../../organizations/organizations.public.js';
import { notPossibleNow } from '../conduct.errors.js';
import { stateAfter, type MoveTable } from '../domain/moves.js';

/** What every step says, of a complaint, of a sanction and of an appeal. */
interface Step<State extends string, Move extends string> {
  id: string;
  bodyId: string;
  personId: string;
  move: Move;
  fromState: State;
  toState: State;
  /** In the body's zone. */
  happenedOn: Temporal.PlainDate;
  recordedAt: Temporal.Instant;
}

/** Where a case goes by a move. Whoever asks writes the step down and brings the case's state up to date. */
@Injectable()
export class NextStep {
  constructor(
    private readonly organizations: Organizations,
    private readonly ids: Ids,
  ) {}

  /** @throws DomainError conduct.not_possible_now where the table has no such move from the state of the case */
  async of<State extends string, Move extends string>(
    tx: Tx,
    { bodyId, personId, state }: { bodyId: string; personId: string; state: State },
    table: MoveTable<State, Move>,
    move: Move,
  ): Promise<Step<State, Move>> {
    const toState = stateAfter(table, state, move);
    if (!toState) throw notPossibleNow();
    const { timeZone } = await this.organizations.get(tx, bodyId);
    const happenedOn = dateIn(timeZone, tx.now);
    return { id: this.ids.next(), bodyId, personId, move, fromState: state, toState, happenedOn, recordedAt: tx.now };
  }
}
