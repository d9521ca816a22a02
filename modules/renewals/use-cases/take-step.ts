import { Injectable } from '@nestjs/common';
import { personIdOf } from '../../../src/kernel/actor.js';
import { Audit } from '../../../src/platform/audit/audit.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Ids } from '../../../src/platform/ids/ids.js';
import { stateAfter, type RenewalMove } from '../domain/renewal-state.js';
import type { RenewalStepEntity } from '../persistence/renewal-step.entity.js';
import type { RenewalEntity } from '../persistence/renewal.entity.js';
import { RenewalRepository } from '../persistence/renewal.repository.js';
import { inOurWords, notNow } from '../renewals.errors.js';

const ACTIONS: Record<RenewalMove, string> = {
  return: 'renewals.renewal.returned',
  submit: 'renewals.renewal.answered',
  confirm: 'renewals.renewal.confirmed',
  propose_denial: 'renewals.renewal.denial_proposed',
  object: 'renewals.renewal.denial_objected',
  deny: 'renewals.renewal.denied',
  send_anew: 'renewals.renewal.sent_anew',
  reopen: 'renewals.renewal.reopened',
  restore: 'renewals.renewal.restored',
};

/** What a step says besides the move. */
export type Told = Partial<
  Pick<RenewalStepEntity, 'note' | 'reasons' | 'clauses' | 'schemeVersionId' | 'onDay' | 'late' | 'newExpiresOn'>
>;

/** Moves a renewal that is held, with the row that says who did it and the audit's. */
@Injectable()
export class TakeStep {
  constructor(
    private readonly renewals: RenewalRepository,
    private readonly audit: Audit,
    private readonly ids: Ids,
  ) {}

  /**
   * @param told.note what the registrar asks for or says to a denial, or what the holder answers
   * @returns the step's id
   * @throws DomainError renewals.not_now, renewals.already_confirmed where the table of moves has no such move;
   * renewals.two_persons, renewals.kept_apart where the database refuses this person's
   */
  async execute(tx: Tx, renewal: RenewalEntity, move: RenewalMove, told: Told): Promise<string> {
    const { id: renewalId, bodyId, personId, state: fromState } = renewal;
    const toState = stateAfter(fromState, move);
    if (!toState) throw notNow(fromState);
    const { newExpiresOn = null, reasons = [] } = told;
    const id = this.ids.next();
    const who = { bodyId, personId, actorPersonId: personIdOf(tx.actor) };
    const nothing = { note: null, clauses: [], schemeVersionId: null, onDay: null, late: null };
    const step = { ...nothing, ...told, reasons, newExpiresOn, id, renewalId, ...who, move, fromState, toState };
    await this.renewals.addStep(tx, { ...step, createdAt: tx.now }).catch((error: unknown) => {
      throw inOurWords(error);
    });
    const subject = { kind: 'renewal', id: renewalId };
    const details = {
      step: id,
      ...(reasons.length > 0 && { reasons: reasons.join(' ') }),
      ...(newExpiresOn && { expiresOn: newExpiresOn.toString() }),
    };
    await this.audit.record(tx, { action: ACTIONS[move], subject, bodyId, personId, details });
    return id;
  }
}
