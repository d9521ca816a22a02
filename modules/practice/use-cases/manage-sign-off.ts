import { Injectable } from '@nestjs/common';
import { personIdOf } from '../../../src/kernel/actor.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import { Audit } from '../../../src/platform/audit/audit.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { requestClosed } from '../practice.errors.js';
import { PracticeEntryRepository } from '../persistence/practice-entry.repository.js';
import { PracticeSignOffRepository } from '../persistence/practice-sign-off.repository.js';
import type { PracticeSignOffEntity } from '../persistence/practice-sign-off.entity.js';
import { SignOffDelivery } from './sign-off-delivery.js';

/** What the one who asked can do while a request is open: send a new link, or take it back. */
@Injectable()
export class ManageSignOff {
  constructor(
    private readonly signOffs: PracticeSignOffRepository,
    private readonly entries: PracticeEntryRepository,
    private readonly delivery: SignOffDelivery,
    private readonly audit: Audit,
  ) {}

  /** The link before opens nothing any more. @throws DomainError practice.request_closed */
  async sendAgain(tx: Tx, signOffId: string): Promise<{ signOffId: string }> {
    await this.ownOpen(tx, signOffId);
    await this.delivery.send(tx, signOffId, 'practice.sign_off.sent_again');
    return { signOffId };
  }

  /** The entries are the person's again. @throws DomainError practice.request_closed */
  async revoke(tx: Tx, signOffId: string): Promise<{ signOffId: string }> {
    const request = await this.ownOpen(tx, signOffId);
    const entries = await this.entries.ofSignOff(tx, signOffId);
    await this.entries.setState(
      tx,
      entries.map((entry) => entry.id),
      'recorded',
      null,
    );
    await this.signOffs.endLinks(tx, signOffId, 'revoked');
    await this.signOffs.close(tx, signOffId, 'revoked', null);
    await this.audit.record(tx, {
      action: 'practice.sign_off.revoked',
      subject: { kind: 'practice_sign_off', id: signOffId },
      personId: request.personId,
    });
    return { signOffId };
  }

  private async ownOpen(tx: Tx, signOffId: string): Promise<PracticeSignOffEntity> {
    if (!(await this.signOffs.findOwn(tx, personIdOf(tx.actor), signOffId))) throw notFound('this request');
    const request = await this.signOffs.lock(tx, signOffId);
    if (request.state !== 'open') throw requestClosed();
    return request;
  }
}
