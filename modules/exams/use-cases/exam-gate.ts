import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { isAfter, isBefore } from '../../../src/kernel/dates.js';
import type { DomainError } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { SitExamHere, type ExamCandidate } from '../../certification/exam-sittings.public.js';
import { ItemBank } from '../../item-bank/item-bank.public.js';
import { Organizations } from '../../organizations/organizations.public.js';
import { BodyRules } from '../../organizations/body-rules.public.js';
import { alreadyPassed, attemptsUsed, notAuthorised, opensLater, otherScale, workedInBank } from '../exams.errors.js';
import type { Exam } from '../persistence/exam.repository.js';

/** Whether a person may sit an exam now: the scheme's attempts, waits and windows, the authorisation, and what they saw at work. */
@Injectable()
export class ExamGate {
  constructor(
    private readonly here: SitExamHere,
    private readonly bank: ItemBank,
    private readonly bodies: BodyRules,
    private readonly organizations: Organizations,
  ) {}

  /** @returns null for somebody who is no candidate for that exam */
  candidate(tx: Tx, personId: string, { bodyId, schemeCode }: Exam): Promise<ExamCandidate | null> {
    return this.here.candidate(tx, { personId, bodyId, schemeCode });
  }

  /** Of the exam's body: the time zone in which times are told. */
  async zone(tx: Tx, { bodyId }: Exam): Promise<string> {
    return (await this.organizations.get(tx, bodyId)).timeZone;
  }

  /** Until the transaction ends nobody else begins a sitting of this application. */
  hold(tx: Tx, { applicationId }: ExamCandidate): Promise<void> {
    return this.here.hold(tx, applicationId);
  }

  /** What keeps them from sitting it now; null where nothing does. */
  async refusal(tx: Tx, personId: string, exam: Exam, candidate: ExamCandidate): Promise<DomainError | null> {
    const { today, nextOn, left, authorisation, scale, passed } = candidate;
    if (passed) return alreadyPassed();
    if (left === 0) return attemptsUsed();
    if (nextOn && isAfter(nextOn, today)) return opensLater(nextOn);
    if (!authorisation || isAfter(authorisation.validFrom, today) || isBefore(authorisation.validTo, today)) {
      return notAuthorised();
    }
    const { scaleMin, scaleMax, scalePass } = exam;
    if (scale.min !== scaleMin || scale.max !== scaleMax || scale.pass !== scalePass) return otherScale();
    return (await this.sawItems(tx, personId, exam.bodyId)) ? workedInBank() : null;
  }

  /** These versions are shown to one more person. */
  shown(tx: Tx, bodyId: string, versionIds: readonly string[]): Promise<void> {
    return this.bank.recordExposure(tx, { bodyId, versionIds });
  }

  private async sawItems(tx: Tx, personId: string, bodyId: string): Promise<boolean> {
    const last = await this.bank.lastSeenBy(tx, { bodyId, personId });
    if (!last) return false;
    const { kept_apart_months: months } = await this.bodies.settings(tx, bodyId);
    const free = last.toZonedDateTimeISO('UTC').add({ months }).toInstant();
    return Temporal.Instant.compare(tx.now, free) < 0;
  }
}
