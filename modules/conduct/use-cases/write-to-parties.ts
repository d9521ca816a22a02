import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Letters, type NewLetter } from '../../notifications/notifications.public.js';
import { Organizations } from '../../organizations/organizations.public.js';
import {
  allegations,
  decisionReasons,
  emergencyReasons,
  extensionReasons,
  notTakenUpReasons,
  outcomeWords,
  wordsOf,
} from '../domain/words.js';
import type { ComplaintEntity, ComplaintEventEntity } from '../persistence/complaint.entity.js';
import { ComplaintRepository } from '../persistence/complaint.repository.js';
import type { SanctionEntity } from '../persistence/sanction.entity.js';
import { ConductRules } from './conduct-rules.js';

/**
 * Letters about a complaint: codes in words, dates, the way to appeal. Never what anybody told in words of their own; never to
 * the holder who told us, never to the reporter what was decided.
 */
@Injectable()
export class WriteToParties {
  constructor(
    private readonly letters: Letters,
    private readonly complaints: ComplaintRepository,
    private readonly rules: ConductRules,
    private readonly organizations: Organizations,
  ) {}

  async reporterNotTakenUp(tx: Tx, complaint: ComplaintEntity, event: ComplaintEventEntity): Promise<void> {
    const reasons = wordsOf(notTakenUpReasons, event.codes);
    await this.toReporter(tx, complaint, { kind: 'complaint-not-taken-up', eventId: event.id, reasons });
  }

  async reporterClosed(tx: Tx, complaint: ComplaintEntity, event: ComplaintEventEntity): Promise<void> {
    await this.toReporter(tx, complaint, { kind: 'complaint-closed', eventId: event.id });
  }

  async holderNotice(tx: Tx, complaint: ComplaintEntity, event: ComplaintEventEntity): Promise<void> {
    await this.toHolder(
      tx,
      complaint,
      { kind: 'complaint-notice', id: event.id },
      {
        allegations: ({ word }) => wordsOf(allegations, complaint.allegations).map(word),
        answerBy: event.dueOn?.toString(),
        decideBy: complaint.decideBy.toString(),
      },
    );
  }

  async holderExtended(tx: Tx, complaint: ComplaintEntity, event: ComplaintEventEntity): Promise<void> {
    await this.toHolder(
      tx,
      complaint,
      { kind: 'complaint-extended', id: event.id },
      {
        reasons: ({ word }) => wordsOf(extensionReasons, event.codes).map(word),
        decideBy: event.dueOn?.toString(),
      },
    );
  }

  async holderSuspended(
    tx: Tx,
    complaint: ComplaintEntity,
    { sanction, appealBy }: { sanction: SanctionEntity; appealBy: Temporal.PlainDate | null },
  ): Promise<void> {
    await this.toHolder(
      tx,
      complaint,
      { kind: 'complaint-suspended-at-once', id: sanction.id },
      {
        reasons: ({ word }) => wordsOf(emergencyReasons, [sanction.reasonCode]).map(word),
        // The notice with what it is about follows; until then there is only the list.
        path: '/notices',
        confirmBy: sanction.confirmBy?.toString(),
        appealBy: appealBy?.toString(),
      },
    );
  }

  async holderDecided(
    tx: Tx,
    complaint: ComplaintEntity,
    decided: { event: ComplaintEventEntity; sanction: SanctionEntity | null; appealBy: Temporal.PlainDate | null },
  ): Promise<void> {
    const { event, sanction, appealBy } = decided;
    const outcome = event.outcome ?? 'dismissed';
    await this.toHolder(
      tx,
      complaint,
      { kind: 'complaint-decided', id: event.id },
      {
        outcome: ({ word }) => word(outcomeWords[outcome]),
        reasons: ({ word }) => wordsOf(decisionReasons[outcome], event.codes).map(word),
        effectiveOn: sanction?.effectiveOn.toString(),
        appealBy: appealBy?.toString(),
      },
    );
  }

  /** To each administrator of the body, once. */
  async administrators(
    tx: Tx,
    warned: {
      kind: 'complaint-deadline' | 'appeal-deadline';
      bodyId: string;
      caseId: string;
      identity: string;
      notTo?: string;
    },
    data: NewLetter['data'],
  ): Promise<void> {
    for (const personId of await this.organizations.staffOf(tx, warned.bodyId, 'administrator')) {
      if (personId === warned.notTo) continue;
      const path = warned.kind === 'complaint-deadline' ? '/desk/complaints/' : '/desk/appeals/';
      await this.letters.send(tx, {
        kind: warned.kind,
        identity: `${warned.kind}:${warned.identity}:${personId}`,
        to: { personId },
        bodyId: warned.bodyId,
        data: { ...data, path: `${path}${warned.caseId}` },
      });
    }
  }

  private async toHolder(
    tx: Tx,
    complaint: ComplaintEntity,
    { kind, id }: { kind: string; id: string },
    data: NewLetter['data'],
  ): Promise<void> {
    const { schemeTitle } = await this.rules.of(tx, complaint);
    await this.letters.send(tx, {
      kind,
      identity: `${kind}:${id}`,
      to: { personId: complaint.personId },
      bodyId: complaint.bodyId,
      data: { path: `/notices/${complaint.id}`, ...data, schemeTitle: ({ word }) => word(schemeTitle) },
    });
  }

  private async toReporter(
    tx: Tx,
    { id, bodyId, reference }: ComplaintEntity,
    { kind, eventId, ...data }: { kind: string; eventId: string; reasons?: string[] },
  ): Promise<void> {
    const reporter = await this.complaints.reporterOf(tx, id);
    if (!reporter?.email) return;
    await this.letters.send(tx, {
      kind,
      identity: `${kind}:${eventId}`,
      to: { email: reporter.email, name: reference },
      bodyId,
      data: { ...data, reference },
    });
  }
}
