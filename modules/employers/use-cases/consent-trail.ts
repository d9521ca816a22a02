import { Injectable } from '@nestjs/common';
import { Audit } from '../../../src/platform/audit/audit.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { SignedTexts } from '../../evidence/signed-texts.public.js';
import type { ConsentEntity } from '../persistence/consent.entity.js';

/** The text that is agreed to: content/statements. */
export const SHARING_CONSENT = 'sharing_consent';

/** What is kept of a given consent besides its row: the audit row, and over which words it was given. */
@Injectable()
export class ConsentTrail {
  constructor(
    private readonly audit: Audit,
    private readonly texts: SignedTexts,
  ) {}

  /** @throws DomainError evidence.text_changed where no text in force has that version */
  async given(tx: Tx, consent: ConsentEntity, textVersion: string | undefined): Promise<void> {
    const { id, personId, organizationId, scopes, fromOn, untilOn } = consent;
    const source = { module: 'employers', id };
    await this.texts.agree(tx, { code: SHARING_CONSENT, textVersion, bodyId: null, on: fromOn, source });
    const details = { organizationId, scopes: scopes.join(' '), until: untilOn?.toString() ?? null };
    const subject = { kind: 'sharing-consent', id };
    await this.audit.record(tx, { action: 'employers.consent.given', subject, personId, details });
  }
}
