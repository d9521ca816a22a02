import { Injectable } from '@nestjs/common';
import { personActing } from '../../../src/kernel/actor.js';
import { Audit } from '../../../src/platform/audit/audit.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { refusedInOurWords } from '../conduct.errors.js';
import { sanctionMoves, type SanctionMove } from '../domain/moves.js';
import type { SanctionEntity } from '../persistence/sanction.entity.js';
import { SanctionRepository } from '../persistence/sanction.repository.js';
import { NextStep } from './next-step.js';

/** Writes one step of a sanction: the one way its state changes. */
@Injectable()
export class RecordSanctionStep {
  constructor(
    private readonly sanctions: SanctionRepository,
    private readonly next: NextStep,
    private readonly audit: Audit,
  ) {}

  /** @throws DomainError conduct.not_possible_now, conduct.kept_apart.*, conduct.two_persons */
  async execute(tx: Tx, sanction: SanctionEntity, move: SanctionMove): Promise<void> {
    const event = {
      ...(await this.next.of(tx, sanction, sanctionMoves, move)),
      sanctionId: sanction.id,
      actorPersonId: personActing(tx.actor),
    };
    await this.sanctions.addEvent(tx, event).catch(refusedInOurWords);
    sanction.state = event.toState;
    const { bodyId, personId } = sanction;
    await this.audit.record(tx, {
      action: `conduct.sanction.${move}`,
      subject: { kind: 'sanction', id: sanction.id },
      bodyId,
      personId,
      details: { event: event.id, to: event.toState, kind: sanction.kind },
    });
  }
}
