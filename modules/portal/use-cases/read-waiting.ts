import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { dateIn } from '../../../src/kernel/dates.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { WaitingCaseFiles } from '../../case-files/waiting.public.js';
import { WaitingApplications, type WaitingForApplicant } from '../../certification/waiting.public.js';
import { WaitingConduct, type WaitingForParty } from '../../conduct/waiting.public.js';
import { WaitingCompletions } from '../../courses/waiting.public.js';
import { WaitingAtRegister } from '../../credentials/waiting.public.js';
import { WaitingEvidence } from '../../evidence/waiting.public.js';
import { WaitingExamWork } from '../../exams/waiting.public.js';
import { WaitingItems } from '../../item-bank/waiting.public.js';
import { WaitingRemovals } from '../../people/account-desk.public.js';
import { WaitingErasures } from '../../privacy/waiting.public.js';
import { bodiesLookedAfter } from '../../quizzes/accommodations.public.js';
import { WaitingAccommodations } from '../../quizzes/waiting.public.js';
import { WaitingRenewals } from '../../renewals/waiting.public.js';
import { WaitingDrafts } from '../../scheme-changes/waiting.public.js';

/** What waits before a credential is granted, and at the desk for accounts and rules. */
@Injectable()
export class WaitingBeforeGrant {
  constructor(
    readonly applications: WaitingApplications,
    readonly evidence: WaitingEvidence,
    readonly drafts: WaitingDrafts,
    readonly removals: WaitingRemovals,
  ) {}
}

/** What waits once there is a credential. */
@Injectable()
export class WaitingAfterGrant {
  constructor(
    readonly register: WaitingAtRegister,
    readonly renewals: WaitingRenewals,
    readonly conduct: WaitingConduct,
    readonly files: WaitingCaseFiles,
  ) {}
}

/** What waits around courses, quizzes and exams. */
@Injectable()
export class WaitingAroundExams {
  constructor(
    readonly bank: WaitingItems,
    readonly accommodations: WaitingAccommodations,
    readonly completions: WaitingCompletions,
    readonly work: WaitingExamWork,
  ) {}
}

/** One thing that waits for a person: `id` is a credential's number, or what its page is named by. */
export interface WaitingForPerson {
  kind: WaitingForApplicant['kind'] | WaitingForParty['kind'] | 'renewal_returned' | 'evidence_returned' | 'extension';
  id: string;
  until: Temporal.PlainDate | null;
}

export interface OwnWaiting {
  items: WaitingForPerson[];
  /** How many sealed files about the person there are. */
  files: number;
}

/** What waits, at the homes: one read of each module, whatever there is. */
@Injectable()
export class ReadWaiting {
  constructor(
    private readonly before: WaitingBeforeGrant,
    private readonly after: WaitingAfterGrant,
    private readonly exams: WaitingAroundExams,
    private readonly erasures: WaitingErasures,
  ) {}

  async of(tx: Tx, personId: string): Promise<OwnWaiting> {
    const asked = await this.before.applications.of(tx, personId);
    const returned = await this.before.evidence.of(tx, personId);
    const renewals = await this.after.renewals.of(tx, personId);
    const stages = await this.after.register.of(tx, personId, dateIn('UTC', tx.now));
    const heard = await this.after.conduct.of(tx, personId);
    const items: WaitingForPerson[] = [
      ...asked,
      ...heard,
      ...renewals.map((id) => ({ kind: 'renewal_returned' as const, id, until: null })),
      ...(returned > 0 ? [{ kind: 'evidence_returned' as const, id: '', until: null }] : []),
      ...stages.map(({ number: id, until }) => ({ kind: 'extension' as const, id, until })),
    ];
    return { items, files: await this.after.files.of(tx, personId) };
  }

  /** Counts for the staff of these bodies, as far as the person who asks may do something about it. */
  async at(tx: Tx, bodyIds: readonly string[], personId: string) {
    const { review: itemsToReview, judging: itemsToJudge } = await this.exams.bank.at(tx, bodyIds, personId);
    return {
      itemsToReview,
      itemsToJudge,
      ...(await this.exams.work.at(tx, personId)),
      accommodations: await this.exams.accommodations.at(tx, bodiesLookedAfter(tx.actor), personId),
      completions: await this.exams.completions.at(tx, bodyIds, personId),
      ...(await this.before.applications.at(tx, bodyIds, personId)),
      evidence: await this.before.evidence.at(tx, bodyIds, personId),
      drafts: await this.before.drafts.at(tx, bodyIds, personId),
      removals: (await this.before.removals.at(tx, bodyIds)).length,
      ...(await this.after.register.at(tx, bodyIds)),
      ...(await this.after.renewals.at(tx, bodyIds, personId)),
      ...(await this.after.conduct.at(tx, bodyIds, personId)),
      files: await this.after.files.at(tx, bodyIds, personId),
      erasures: await this.erasures.at(tx, bodyIds),
    };
  }
}

/** Counts by what waits. */
export type StaffWaiting = Awaited<ReturnType<ReadWaiting['at']>>;
