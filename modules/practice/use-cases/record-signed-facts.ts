import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Events } from '../../../src/platform/events/events.js';
import { Evidence, type Voucher } from '../../evidence/evidence.public.js';
import { People } from '../../people/people.public.js';
import type { Entry } from '../domain/entry.js';
import { SUPERVISOR_QUALIFICATION } from '../domain/sign-off-content.js';
import { EntriesSigned } from '../practice.public.js';
import { ownSupervisor } from '../practice.errors.js';
import { PracticeEntryRepository } from '../persistence/practice-entry.repository.js';
import type { PracticeSignOffEntity } from '../persistence/practice-sign-off.entity.js';

/** Turns signed entries into facts, each in the place of the fact it corrects, and announces it. */
@Injectable()
export class RecordSignedFacts {
  constructor(
    private readonly evidence: Evidence,
    private readonly people: People,
    private readonly entries: PracticeEntryRepository,
    private readonly events: Events,
  ) {}

  /** @param signedName as the supervisor typed it */
  async execute(tx: Tx, request: PracticeSignOffEntity, entries: readonly Entry[], signedName: string): Promise<void> {
    const vouchedBy = await this.voucher(tx, request, signedName);
    for (const entry of entries) await this.record(tx, entry, request, vouchedBy);
    await this.events.publish(
      tx,
      new EntriesSigned(
        request.id,
        request.personId,
        entries.map((entry) => entry.id),
        tx.now.toString(),
      ),
    );
  }

  /** A supervisor who has an account is named by it, so that they are kept from deciding about this person later. */
  private async voucher(tx: Tx, request: PracticeSignOffEntity, name: string): Promise<Voucher> {
    const account = await this.people.findByEmail(tx, request.supervisorEmail);
    if (account?.id === request.personId) throw ownSupervisor();
    return { method: 'supervisor-signature', name, ...(account && { personId: account.id }) };
  }

  private async record(tx: Tx, entry: Entry, request: PracticeSignOffEntity, vouchedBy: Voucher): Promise<void> {
    const corrected = entry.corrects ? await this.entries.findOwn(tx, entry.personId, entry.corrects) : null;
    const fact = await this.evidence.record(tx, {
      personId: entry.personId,
      kind: entry.kind === 'supervision' ? 'supervision' : 'practice',
      code: entry.kind === 'supervision' ? null : entry.kind,
      topics: entry.domains.map(({ domain, minutes }) => ({ topic: domain, minutes })),
      minutes: entry.minutes,
      value: {
        method: entry.method,
        setting: entry.setting,
        activity: entry.activity,
        sign_off: request.id,
        supervisor_qualification: SUPERVISOR_QUALIFICATION,
        signer_email_sha256: createHash('sha256').update(request.supervisorEmail.trim().toLowerCase()).digest('hex'),
      },
      occurredOn: entry.workedOn,
      vouchedBy,
      corrects: corrected?.factId ?? null,
      source: { module: 'practice', id: entry.id },
    });
    await this.entries.sign(tx, entry.id, fact.id);
    if (corrected) await this.entries.setState(tx, [corrected.id], 'corrected');
  }
}
