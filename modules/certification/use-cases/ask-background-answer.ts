import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { personIdOf } from '../../../src/kernel/actor.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Ids } from '../../../src/platform/ids/ids.js';
import { askedAlready, nothingToAnswer, tooLittleTime } from '../background.errors.js';
import { isClosed } from '../domain/application-state.js';
import { leavesTime, resultToHear } from '../domain/background-result.js';
import { BackgroundRepository } from '../persistence/background.repository.js';
import { applicationClosed } from '../references.errors.js';
import { BackgroundCase } from './background-case.js';
import { BackgroundPause } from './background-pause.js';

/** The body asks the person to answer a background result, with the last day for it; the body's clock stands still meanwhile. */
@Injectable()
export class AskBackgroundAnswer {
  constructor(
    private readonly background: BackgroundCase,
    private readonly checks: BackgroundRepository,
    private readonly pause: BackgroundPause,
    private readonly ids: Ids,
  ) {}

  /** @throws DomainError certification.nothing_to_answer, .answer_asked, .too_little_time, .application_closed */
  async execute(
    tx: Tx,
    { applicationId, answerUntil }: { applicationId: string; answerUntil: Temporal.PlainDate },
  ): Promise<{ answerId: string }> {
    const application = await this.background.lock(tx, applicationId, ['registrar', 'reviewer']);
    if (isClosed(application.state)) throw applicationClosed();
    const check = resultToHear(await this.checks.checksOf(tx, applicationId));
    if (!check) throw nothingToAnswer();
    if (!leavesTime(answerUntil, await this.background.today(tx, application))) throw tooLittleTime();
    const { bodyId, personId } = application;
    const asked = {
      id: this.ids.next(),
      applicationId,
      bodyId,
      personId,
      backgroundCheckId: check.id,
      askedBy: personIdOf(tx.actor),
      askedAt: tx.now,
      answerUntil,
    };
    if (!(await this.checks.ask(tx, asked))) throw askedAlready();
    await this.pause.begin(tx, application);
    const details = { check: check.id, until: answerUntil.toString() };
    await this.background.trail.record(tx, application, 'answer-asked', details);
    await this.background.trail.write(tx, application, { ...asked, answeredAt: null, caseFileId: null });
    return { answerId: asked.id };
  }
}
