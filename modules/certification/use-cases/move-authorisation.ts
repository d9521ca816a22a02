import { Injectable } from '@nestjs/common';
import { organizationsOf, personActing } from '../../../src/kernel/actor.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { unacceptable } from '../../../src/platform/http/validation.js';
import { authorisationAfter, type AuthorisationMove } from '../domain/exam/authorisation.js';
import { authorisationClosed } from '../exam-centres.errors.js';
import type { ExamAuthorisationEntity } from '../persistence/exam-centre.entity.js';
import { ExamAuthorisationRepository } from '../persistence/exam-authorisation.repository.js';
import { AuthorisationTrail } from './authorisation-trail.js';

const LONGEST_REASON = 500;

/** Withdraws an authorisation, or marks it as used. The database moves its state after the event. */
@Injectable()
export class MoveAuthorisation {
  constructor(
    private readonly authorisations: ExamAuthorisationRepository,
    private readonly trail: AuthorisationTrail,
  ) {}

  /** @throws DomainError not_found for another body's; certification.authorisation_closed */
  async withdraw(tx: Tx, input: { id: string; reason: string }): Promise<{ id: string }> {
    const authorisation = await this.authorisations.lock(tx, organizationsOf(tx.actor, 'registrar'), input.id);
    if (!authorisation) throw notFound('this authorization');
    const reason = input.reason.trim();
    if (reason === '' || reason.length > LONGEST_REASON) {
      throw unacceptable([{ field: 'reason', message: `Write why, in at most ${LONGEST_REASON} characters` }]);
    }
    if (!(await this.move(tx, authorisation, 'withdraw', reason))) throw authorisationClosed();
    return { id: input.id };
  }

  /** After a sitting that passed, or the last one that it allows. Harmless when it is closed. */
  async use(tx: Tx, { id, bodyId }: Pick<ExamAuthorisationEntity, 'id' | 'bodyId'>): Promise<void> {
    const authorisation = await this.authorisations.lock(tx, [bodyId], id);
    if (authorisation) await this.move(tx, authorisation, 'use', null);
  }

  private async move(
    tx: Tx,
    authorisation: ExamAuthorisationEntity,
    move: AuthorisationMove,
    reason: string | null,
  ): Promise<boolean> {
    const toState = authorisationAfter(authorisation.state, move);
    if (!toState || toState === 'issued') return false;
    await this.authorisations.addEvent(tx, {
      id: this.trail.newId(),
      bodyId: authorisation.bodyId,
      authorisationId: authorisation.id,
      move,
      fromState: authorisation.state,
      toState,
      reason,
      actorPersonId: personActing(tx.actor),
      recordedAt: tx.now,
    });
    await this.trail.note(tx, authorisation, toState);
    return true;
  }
}
