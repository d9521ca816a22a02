import { Injectable } from '@nestjs/common';
import { Audit } from '../../../src/platform/audit/audit.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Ids } from '../../../src/platform/ids/ids.js';
import type { ReferenceState } from '../domain/reference-state.js';
import type { ReferenceRequestEntity } from '../persistence/reference.entity.js';
import { ReferenceParties } from './reference-parties.js';
import { SendReferenceLink, type ReferenceLetter } from './send-reference-link.js';

/** What every change of a request leaves behind: the audit row, and the letter where there is one. */
@Injectable()
export class ReferenceTrail {
  constructor(
    private readonly ids: Ids,
    private readonly audit: Audit,
    private readonly links: SendReferenceLink,
    private readonly parties: ReferenceParties,
  ) {}

  nextId(): string {
    return this.ids.next();
  }

  async record(tx: Tx, request: ReferenceRequestEntity, what: ReferenceState | 'reminded'): Promise<void> {
    const { id, applicationId, bodyId, personId, code } = request;
    await this.audit.record(tx, {
      action: `certification.reference.${what}`,
      subject: { kind: 'reference_request', id },
      bodyId,
      personId,
      details: { application: applicationId, code },
    });
  }

  async send(tx: Tx, request: ReferenceRequestEntity, kind: ReferenceLetter): Promise<void> {
    await this.links.execute(tx, request, { kind, ...(await this.parties.of(tx, request)) });
  }
}
