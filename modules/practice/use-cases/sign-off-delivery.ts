import { Injectable } from '@nestjs/common';
import { formatMinutes } from '../../../src/kernel/minutes.js';
import { Audit } from '../../../src/platform/audit/audit.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { totalMinutes } from '../domain/entry.js';
import { PracticeSignOffRepository } from '../persistence/practice-sign-off.repository.js';
import { SendSignOffLink } from './send-sign-off-link.js';
import { SignOffReading } from './sign-off-reading.js';

/** Sends a request on its way, the first time or once more. */
@Injectable()
export class SignOffDelivery {
  constructor(
    private readonly signOffs: PracticeSignOffRepository,
    private readonly reading: SignOffReading,
    private readonly sendLink: SendSignOffLink,
    private readonly audit: Audit,
  ) {}

  async send(tx: Tx, signOffId: string, action: `practice.sign_off.${'requested' | 'sent_again'}`): Promise<void> {
    const request = await this.signOffs.get(tx, signOffId);
    const { entries, trainee } = await this.reading.contentOf(tx, request);
    const minutes = entries.reduce((sum, entry) => sum + totalMinutes(entry.domains), 0);
    await this.sendLink.execute(tx, request, { traineeName: trainee.name, hours: formatMinutes(minutes) });
    await this.audit.record(tx, {
      action,
      subject: { kind: 'practice_sign_off', id: signOffId },
      personId: request.personId,
      details: { entries: entries.length, minutes },
    });
  }
}
