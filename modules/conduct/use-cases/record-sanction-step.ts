import { Injectable } from '@nestjs/common';
import { dateIn } from '../../../src/kernel/dates.js';
import { Audit } from '../../../src/platform/audit/audit.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Ids } from '../../../src/platform/ids/ids.js';
import { Organizations } from '../../organizations/organizations.public.js';
import { notPossibleNow, refusedInOurWords } from '../conduct.errors.js';
import { sanctionMoves, stateAfter, type SanctionMove } from '../domain/moves.js';
import type { SanctionEntity } from '../persistence/sanction.entity.js';
import { SanctionRepository } from '../persistence/sanction.repository.js';

/** Writes one step of a sanction: the one way its state changes. */
@Injectable()
export class RecordSanctionStep {
  constructor(
    private readonly sanctions: SanctionRepository,
    private readonly organizations: Organizations,
    private readonly audit: Audit,
    private readonly ids: Ids,
  ) {}

  /** @throws DomainError conduct.not_possible_now, conduct.kept_apart.*, conduct.two_persons */
  async execute(tx: Tx, sanction: SanctionEntity, move: SanctionMove): Promise<void> {
    const to = stateAfter(sanctionMoves, sanction.state, move);
    if (!to) throw notPossibleNow();
    const { timeZone } = await this.organizations.get(tx, sanction.bodyId);
    const id = this.ids.next();
    const { bodyId, personId } = sanction;
    await this.sanctions
      .addEvent(tx, {
        id,
        sanctionId: sanction.id,
        bodyId,
        personId,
        move,
        fromState: sanction.state,
        toState: to,
        actorPersonId: tx.actor.kind === 'person' ? tx.actor.personId : null,
        happenedOn: dateIn(timeZone, tx.now),
        recordedAt: tx.now,
      })
      .catch(refusedInOurWords);
    sanction.state = to;
    await this.audit.record(tx, {
      action: `conduct.sanction.${move}`,
      subject: { kind: 'sanction', id: sanction.id },
      bodyId,
      personId,
      details: { event: id, to, kind: sanction.kind },
    });
  }
}
