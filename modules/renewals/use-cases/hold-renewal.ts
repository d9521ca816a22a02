import { Injectable } from '@nestjs/common';
import { organizationsOf, personIdOf, type Role } from '../../../src/kernel/actor.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { stateAfter, type RenewalMove } from '../domain/renewal-state.js';
import type { RenewalEntity } from '../persistence/renewal.entity.js';
import { RenewalRepository } from '../persistence/renewal.repository.js';
import { notNow, ownRenewal } from '../renewals.errors.js';

/** Holds a renewal for what a registrar does to it, so that two of them do it one after the other. */
@Injectable()
export class HoldRenewal {
  constructor(private readonly renewals: RenewalRepository) {}

  /**
   * @param roles that may make this move besides a registrar
   * @throws DomainError not_found for another body's renewal; renewals.own; renewals.not_now, renewals.already_confirmed
   * where it cannot make that move from where it stands
   */
  async execute(tx: Tx, renewalId: string, move: RenewalMove, ...roles: readonly Role[]): Promise<RenewalEntity> {
    const bodies = organizationsOf(tx.actor, 'registrar', ...roles);
    const renewal = await this.renewals.lockFor(tx, bodies, renewalId);
    if (!renewal) throw notFound('this renewal');
    if (renewal.personId === personIdOf(tx.actor)) throw ownRenewal();
    if (!stateAfter(renewal.state, move)) throw notNow(renewal.state);
    return renewal;
  }
}
