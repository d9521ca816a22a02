import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { personIdOf } from '../../../src/kernel/actor.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { unacceptable } from '../../../src/platform/http/validation.js';
import type { Adjustment } from '../domain/exam/adjustments.js';
import { authorisationNumber, validityOf } from '../domain/exam/authorisation.js';
import { authorisationOpen, noAttemptLeft, noDayLeft, notForExam } from '../exam-centres.errors.js';
import type { ExamAuthorisationEntity } from '../persistence/exam-centre.entity.js';
import { ExamAuthorisationRepository } from '../persistence/exam-authorisation.repository.js';
import { AuthorisationTrail } from './authorisation-trail.js';
import { ReadExamStanding } from './exam-standing.js';
import { OpenCase } from './open-case.js';

export interface NewAuthorisation {
  readonly applicationId: string;
  readonly centre: string;
  /** How to book, to the candidate. */
  readonly booking: string;
  readonly adjustments: readonly Adjustment[];
  /** Left out: as long as the scheme allows. */
  readonly validTo?: Temporal.PlainDate;
}

/** A registrar lets an admitted candidate sit the exam at an outside exam centre. */
@Injectable()
export class IssueAuthorisation {
  constructor(
    private readonly cases: OpenCase,
    private readonly standing: ReadExamStanding,
    private readonly authorisations: ExamAuthorisationRepository,
    private readonly trail: AuthorisationTrail,
  ) {}

  /**
   * @throws DomainError certification.not_for_exam, .no_exam_day_left, .no_exam_attempt_left, .authorisation_open;
   * input.needs_attention for an end beyond the scheme's
   */
  async execute(tx: Tx, input: NewAuthorisation): Promise<{ id: string; number: string }> {
    const application = await this.cases.lock(tx, input.applicationId, ['registrar']);
    const { today, admittedOn, nextOn, left, version } = await this.standing.execute(tx, application);
    const { exam } = version.definition;
    if (application.state !== 'admitted' || !exam || !admittedOn) throw notForExam();
    if (left === 0) throw noAttemptLeft();
    const { closesOn } = application;
    const attemptsWindow = exam.attempts_window;
    const days = validityOf({ today, admittedOn, closesOn, attemptsWindow, nextAttemptOn: nextOn });
    if (!days) throw noDayLeft();
    const authorisation: ExamAuthorisationEntity = {
      id: this.trail.newId(),
      bodyId: application.bodyId,
      applicationId: application.id,
      personId: application.personId,
      number: authorisationNumber(randomBytes(20)),
      state: 'issued',
      validFrom: days.from,
      validTo: endWithin(days, input.validTo),
      maxAttempts: left,
      adjustments: [...new Set(input.adjustments)],
      centre: input.centre.trim(),
      booking: input.booking.trim(),
      issuedBy: personIdOf(tx.actor),
      createdAt: tx.now,
    };
    if (!(await this.authorisations.add(tx, authorisation))) throw authorisationOpen();
    await this.trail.issued(tx, authorisation, version.title);
    return { id: authorisation.id, number: authorisation.number };
  }
}

function endWithin(
  { from, to }: { from: Temporal.PlainDate; to: Temporal.PlainDate },
  asked: Temporal.PlainDate | undefined,
): Temporal.PlainDate {
  if (!asked) return to;
  if (Temporal.PlainDate.compare(asked, from) >= 0 && Temporal.PlainDate.compare(asked, to) <= 0) return asked;
  const message = `By the scheme the last day lies from ${from.toString()} to ${to.toString()}`;
  throw unacceptable([{ field: 'validTo', message }]);
}
