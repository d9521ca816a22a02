import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { personIdOf } from '../../../src/kernel/actor.js';
import { Audit } from '../../../src/platform/audit/audit.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Ids } from '../../../src/platform/ids/ids.js';
import { stateAfter, type RenewalMove } from '../domain/renewal-state.js';
import type { RenewalEntity } from '../persistence/renewal.entity.js';
import { RenewalRepository } from '../persistence/renewal.repository.js';
import { notNow } from '../renewals.errors.js';

const ACTIONS: Record<RenewalMove, string> = {
  return: 'renewals.renewal.returned',
  submit: 'renewals.renewal.answered',
  confirm: 'renewals.renewal.confirmed',
};

/** Moves a renewal that is held, with the row that says who did it and the audit's. */
@Injectable()
export class TakeStep {
  constructor(
    private readonly renewals: RenewalRepository,
    private readonly audit: Audit,
    private readonly ids: Ids,
  ) {}

  /**
   * @param told.note what the registrar asks for, or what the holder answers; none with a confirmation
   * @returns the step's id
   * @throws DomainError renewals.not_now, renewals.already_confirmed where the table of moves has no such move
   */
  async execute(
    tx: Tx,
    renewal: RenewalEntity,
    move: RenewalMove,
    told: { note?: string; newExpiresOn?: Temporal.PlainDate },
  ): Promise<string> {
    const { id: renewalId, bodyId, personId, state: fromState } = renewal;
    const toState = stateAfter(fromState, move);
    if (!toState) throw notNow(fromState);
    const { note = null, newExpiresOn = null } = told;
    const id = this.ids.next();
    const who = { bodyId, personId, actorPersonId: personIdOf(tx.actor) };
    const step = { id, renewalId, ...who, move, fromState, toState, note, newExpiresOn, createdAt: tx.now };
    await this.renewals.addStep(tx, step);
    const subject = { kind: 'renewal', id: renewalId };
    const details = { step: id, ...(newExpiresOn && { expiresOn: newExpiresOn.toString() }) };
    await this.audit.record(tx, { action: ACTIONS[move], subject, bodyId, personId, details });
    return id;
  }
}
