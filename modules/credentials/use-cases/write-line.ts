import { Injectable } from '@nestjs/common';
import { Audit } from '../../../src/platform/audit/audit.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Events } from '../../../src/platform/events/events.js';
import { Evidence } from '../../evidence/evidence.public.js';
import { CredentialIssued, CredentialStatusChanged } from '../domain/register-events.js';
import type { CredentialEntity, CredentialEventEntity } from '../persistence/credential.entity.js';
import { RecordLine, type NewLine } from './record-line.js';

interface ToldLine extends NewLine {
  /** Minutes by fact that no other credential may count again; part of the holder's fact. */
  counted?: Record<string, number>;
}

/** Writes a line and what belongs to it in the same transaction: the holder's fact, the audit row, the event. */
@Injectable()
export class WriteLine {
  constructor(
    private readonly record: RecordLine,
    private readonly evidence: Evidence,
    private readonly audit: Audit,
    private readonly events: Events,
  ) {}

  async execute(tx: Tx, credential: CredentialEntity, input: ToldLine): Promise<CredentialEventEntity> {
    const line = await this.record.execute(tx, credential, input);
    const { id: credentialId, personId, bodyId, number, schemeCode } = credential;
    await this.evidence.record(tx, {
      personId,
      bodyId,
      kind: 'credential_event',
      code: line.kind,
      value: {
        credential_id: credentialId,
        number,
        scheme_code: schemeCode,
        stage: line.stage,
        starts_on: line.startsOn?.toString() ?? null,
        expires_on: line.expiresOn?.toString() ?? null,
        ...(line.amends && { amends: line.amends }),
        ...(input.counted && Object.keys(input.counted).length > 0 && { counted: input.counted }),
      },
      occurredOn: line.effectiveOn,
      vouchedBy: { method: 'system', organizationId: bodyId },
      source: { module: 'credentials', id: line.id },
    });
    await this.audit.record(tx, {
      action: `credentials.credential.${line.kind}`,
      subject: { kind: 'credential', id: credentialId },
      bodyId,
      personId,
      details: {
        event: line.id,
        reason: line.reasonCode,
        effectiveOn: line.effectiveOn.toString(),
        publicFrom: line.publicFrom.toString(),
        term: line.termNumber,
      },
    });
    await this.publish(tx, credential, line);
    return line;
  }

  private async publish(tx: Tx, credential: CredentialEntity, line: CredentialEventEntity): Promise<void> {
    const { id: credentialId, number, personId, bodyId, schemeCode, applicationId } = credential;
    const [effectiveOn, publicFrom] = [line.effectiveOn.toString(), line.publicFrom.toString()];
    const subject = { credentialId, number, personId, bodyId, effectiveOn };
    if (line.kind === 'issued' && line.expiresOn) {
      const expiresOn = line.expiresOn.toString();
      await this.events.publish(tx, new CredentialIssued({ ...subject, schemeCode, applicationId, expiresOn }));
    }
    const changed = { ...subject, eventId: line.id, eventKind: line.kind, publicFrom };
    await this.events.publish(tx, new CredentialStatusChanged(changed));
  }
}
