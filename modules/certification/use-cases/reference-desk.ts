import { Injectable } from '@nestjs/common';
import { personIdOf } from '../../../src/kernel/actor.js';
import { dateIn } from '../../../src/kernel/dates.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Evidence } from '../../evidence/evidence.public.js';
import type { ReferenceRequestEntity } from '../persistence/reference.entity.js';
import { ReferenceParties } from './reference-parties.js';
import { ReferenceTrail } from './reference-trail.js';

/** What an accepted reference becomes. */
@Injectable()
export class ReferenceDesk {
  constructor(
    private readonly evidence: Evidence,
    private readonly parties: ReferenceParties,
    readonly trail: ReferenceTrail,
  ) {}

  /** The fact `document` of the letter's type: that it was received, on which day, and which reviewer accepted it. */
  async recordFact(tx: Tx, request: ReferenceRequestEntity): Promise<string> {
    const { id, personId, bodyId, code, receivedAt } = request;
    const { timeZone } = await this.parties.of(tx, request);
    const { id: factId } = await this.evidence.record(tx, {
      personId,
      bodyId,
      kind: 'document',
      code,
      value: { document_type: code, received: true },
      occurredOn: dateIn(timeZone, receivedAt ?? tx.now),
      vouchedBy: { method: 'reviewer', personId: personIdOf(tx.actor), organizationId: bodyId },
      source: { module: 'certification', id },
    });
    return factId;
  }
}
