import { Injectable } from '@nestjs/common';
import { organizationsOf, personIdOf } from '../../../src/kernel/actor.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import { Audit } from '../../../src/platform/audit/audit.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Ids } from '../../../src/platform/ids/ids.js';
import type { SupportLine } from '../domain/support-line.js';
import { SupportLineRepository } from '../persistence/support-line.repository.js';
import { SupportLines } from '../support-lines.public.js';

/** A body's administrator says which line stands behind “Support now” for its people. */
@Injectable()
export class SetSupportLine {
  constructor(
    private readonly lines: SupportLineRepository,
    private readonly known: SupportLines,
    private readonly audit: Audit,
    private readonly ids: Ids,
  ) {}

  /** @throws DomainError `not_found` for a body of others */
  async execute(tx: Tx, { bodyId, way, phone }: SupportLine & { bodyId: string }): Promise<{ supportLineId: string }> {
    if (!organizationsOf(tx.actor, 'administrator').includes(bodyId)) throw notFound('this organization');
    const id = this.ids.next();
    await this.lines.add(tx, { id, bodyId, way, phone, setBy: personIdOf(tx.actor), recordedAt: tx.now });
    await this.audit.record(tx, {
      action: 'organizations.support-line.set',
      subject: { kind: 'support-line', id },
      bodyId,
      details: { way, phone },
    });
    this.known.forget();
    return { supportLineId: id };
  }
}
