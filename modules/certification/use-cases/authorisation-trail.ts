import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../../src/config/config.js';
import { Audit } from '../../../src/platform/audit/audit.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Ids } from '../../../src/platform/ids/ids.js';
import { Letters } from '../../notifications/notifications.public.js';
import { adjustmentWords } from '../domain/exam/adjustments.js';
import type { ExamAuthorisationEntity } from '../persistence/exam-centre.entity.js';

/** What remains of an authorisation besides its rows: the audit's row, and the letter to the candidate. */
@Injectable()
export class AuthorisationTrail {
  constructor(
    private readonly audit: Audit,
    private readonly letters: Letters,
    private readonly ids: Ids,
    @Inject(CONFIG) private readonly config: Pick<Config, 'PUBLIC_URL'>,
  ) {}

  newId(): string {
    return this.ids.next();
  }

  async issued(tx: Tx, authorisation: ExamAuthorisationEntity, schemeTitle: string): Promise<void> {
    const { id, bodyId, personId, number, validFrom, validTo, maxAttempts, centre, booking } = authorisation;
    await this.note(tx, authorisation, 'issued');
    await this.letters.send(tx, {
      kind: 'application-exam-authorised',
      identity: `application-exam-authorised:${id}`,
      to: { personId },
      bodyId,
      data: {
        schemeTitle: ({ word }) => word(schemeTitle),
        number,
        startsOn: validFrom.toString(),
        expiresOn: validTo.toString(),
        attempts: maxAttempts,
        adjustments: ({ word }) => adjustmentWords(authorisation.adjustments).map(word),
        centre,
        booking,
        link: `${this.config.PUBLIC_URL}/applications/${authorisation.applicationId}/exam`,
      },
    });
  }

  async note(tx: Tx, authorisation: ExamAuthorisationEntity, what: 'issued' | 'used' | 'withdrawn'): Promise<void> {
    const { id, bodyId, personId, applicationId } = authorisation;
    await this.audit.record(tx, {
      action: `certification.exam-authorisation.${what}`,
      subject: { kind: 'exam-authorisation', id },
      bodyId,
      personId,
      details: { application: applicationId },
    });
  }
}
