import { Injectable } from '@nestjs/common';
import { organizationsOf, personIdOf, type Role } from '../../../src/kernel/actor.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { keptApart, notYoursToHandle } from '../conduct.errors.js';
import type { AppealEntity } from '../persistence/appeal.entity.js';
import { AppealRepository } from '../persistence/appeal.repository.js';
import type { ComplaintEntity } from '../persistence/complaint.entity.js';
import { ComplaintRepository } from '../persistence/complaint.repository.js';

/** Who sees that there is a case. */
export const STAFF: readonly Role[] = ['reviewer', 'decider', 'registrar', 'administrator'];
/** Who can handle one: whoever can be a reader of its file. */
export const HANDLERS: readonly Role[] = ['reviewer', 'registrar', 'administrator'];

/** How staff of a body come to a complaint or an appeal: one of their own body, never about themselves. */
@Injectable()
export class OpenCase {
  constructor(
    private readonly complaints: ComplaintRepository,
    private readonly appeals: AppealRepository,
  ) {}

  /** @throws DomainError not_found for another body's complaint, and for one about oneself */
  async complaint(tx: Tx, id: string, roles: readonly Role[] = STAFF): Promise<ComplaintEntity> {
    const found = await this.complaints.findFor(tx, organizationsOf(tx.actor, ...roles), id);
    if (!found || found.personId === personIdOf(tx.actor)) throw notFound('this complaint');
    return found;
  }

  /** The same, held until this transaction ends, for an act of the body. */
  async lockComplaint(tx: Tx, id: string, roles: readonly Role[]): Promise<ComplaintEntity> {
    return this.complaints.lock(tx, (await this.complaint(tx, id, roles)).id);
  }

  /** @throws DomainError conduct.not_the_handler for everybody but the one who handles it */
  async handledComplaint(tx: Tx, id: string): Promise<ComplaintEntity> {
    const complaint = await this.lockComplaint(tx, id, HANDLERS);
    if (complaint.handlerId !== personIdOf(tx.actor)) throw notYoursToHandle();
    return complaint;
  }

  /** @throws DomainError not_found for another body's appeal; conduct.kept_apart.oneself for one's own */
  async appeal(tx: Tx, id: string, roles: readonly Role[] = STAFF): Promise<AppealEntity> {
    const found = await this.appeals.findFor(tx, organizationsOf(tx.actor, ...roles), id);
    if (!found) throw notFound('this appeal');
    if (found.personId === personIdOf(tx.actor)) throw keptApart(['oneself']);
    return found;
  }

  async lockAppeal(tx: Tx, id: string, roles: readonly Role[]): Promise<AppealEntity> {
    return this.appeals.lock(tx, (await this.appeal(tx, id, roles)).id);
  }

  /** @throws DomainError conduct.not_the_handler for everybody but the one who handles it */
  async handledAppeal(tx: Tx, id: string): Promise<AppealEntity> {
    const appeal = await this.lockAppeal(tx, id, HANDLERS);
    if (appeal.handlerId !== personIdOf(tx.actor)) throw notYoursToHandle();
    return appeal;
  }
}
