import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { ClockRule, StandstillReason } from '../domain/application-clock.js';
import { waiverReasons } from '../domain/waiver-reasons.js';
import type { ApplicationEntity } from '../persistence/application.entity.js';
import type { BackgroundAnswerEntity } from '../persistence/background.entity.js';
import { BackgroundRepository } from '../persistence/background.repository.js';
import type { RequirementWaiverEndEntity, RequirementWaiverEntity } from '../persistence/waiver.entity.js';
import { WaiverRepository } from '../persistence/waiver.repository.js';
import { ReadClocks } from './read-clocks.js';
import { ReadInvoices, type InvoiceRow } from './read-invoices.js';

export interface LimitShown {
  rule: ClockRule;
  /** The last day within it; while it stands still, as if it went on today. */
  dueOn: Temporal.PlainDate;
  dueAt: Temporal.Instant;
  late: boolean;
  /** What it stands still for, since when; null while it runs. */
  paused: { reason: StandstillReason; since: Temporal.Instant } | null;
}

export interface WaiverShown {
  id: string;
  clauseId: string;
  /** The words of its code, and those of the registrar. */
  reasons: [string, string];
  at: Temporal.Instant;
  /** When it was taken back, with the words of the registrar; null while it holds. */
  takenBack: { at: Temporal.Instant; reason: string } | null;
}

/** What happened besides the steps of an application: facts and words to the applicant, never what a sealed file holds. */
export interface Happening {
  kind: 'waived' | 'waiver_taken_back' | 'background_asked' | 'background_answered';
  at: Temporal.Instant;
  /** The requirement, by its id in the eligibility tree; null where it is about none. */
  clauseId: string | null;
  text: string | null;
  /** Staff; null where it was the applicant. */
  actorPersonId: string | null;
}

/** What goes on around an application, for its person and for the body alike: time limits, fees, waivers. */
@Injectable()
export class ReadWork {
  constructor(
    private readonly clocks: ReadClocks,
    private readonly invoices: ReadInvoices,
    private readonly waivers: WaiverRepository,
    private readonly background: BackgroundRepository,
  ) {}

  /** What the body has promised and not done yet, the earliest first, what stands still last. */
  async limits(tx: Tx, application: ApplicationEntity): Promise<LimitShown[]> {
    return (await this.clocks.execute(tx, application)).map(({ rule, dueOn, dueAt, late, standstill }) => {
      return { rule, dueOn, dueAt, late, paused: standstill && { reason: standstill.reason, since: standstill.from } };
    });
  }

  async around(
    tx: Tx,
    { id }: ApplicationEntity,
  ): Promise<{ invoices: InvoiceRow[]; waivers: WaiverShown[]; happenings: Happening[] }> {
    const [waivers, ends] = [await this.waivers.of(tx, id), await this.waivers.endsOf(tx, id)];
    const answers = await this.background.answersOf(tx, id);
    return {
      invoices: await this.invoices.ofSubject(tx, id),
      waivers: waivers.map(({ id: waiverId, clauseId, reasonCode, reason, waivedAt: at }) => {
        const end = ends.get(waiverId);
        const takenBack = end ? { at: end.endedAt, reason: end.reason } : null;
        return { id: waiverId, clauseId, reasons: [waiverReasons[reasonCode], reason], at, takenBack };
      }),
      happenings: [...waivers.flatMap((one) => ofWaiver(one, ends.get(one.id))), ...answers.flatMap(ofAnswer)],
    };
  }
}

function ofWaiver(waiver: RequirementWaiverEntity, end: RequirementWaiverEndEntity | undefined): Happening[] {
  const { clauseId, reason, waivedAt, waivedBy } = waiver;
  const waived: Happening = { kind: 'waived', at: waivedAt, clauseId, text: reason, actorPersonId: waivedBy };
  if (!end) return [waived];
  const { endedAt: at, reason: text, endedBy: actorPersonId } = end;
  return [waived, { kind: 'waiver_taken_back', at, clauseId, text, actorPersonId }];
}

function ofAnswer({ askedAt, answeredAt, askedBy }: BackgroundAnswerEntity): Happening[] {
  const about = { clauseId: null, text: null };
  const asked: Happening = { kind: 'background_asked', at: askedAt, ...about, actorPersonId: askedBy };
  if (!answeredAt) return [asked];
  return [asked, { kind: 'background_answered', at: answeredAt, ...about, actorPersonId: null }];
}
