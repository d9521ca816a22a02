import { Injectable } from '@nestjs/common';
import { dateIn } from '../../../src/kernel/dates.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { openQuestion } from '../domain/background-result.js';
import { ApplicationRepository } from '../persistence/application.repository.js';
import { BackgroundRepository } from '../persistence/background.repository.js';
import { BackgroundCase } from './background-case.js';
import { BackgroundPause } from './background-pause.js';

const BATCH = 100;

/** Lets the body's clock run again where the last day for an answer is over and none came. */
@Injectable()
export class EndBackgroundPauses {
  constructor(
    private readonly answers: BackgroundRepository,
    private readonly applications: ApplicationRepository,
    private readonly background: BackgroundCase,
    private readonly pause: BackgroundPause,
  ) {}

  async execute(tx: Tx): Promise<void> {
    // In the farthest east it is a day later already: each body's own day decides.
    const overSomewhere = dateIn('Pacific/Kiritimati', tx.now);
    for (const { applicationId } of await this.answers.overdue(tx, overSomewhere, BATCH)) {
      const application = await this.applications.lock(tx, applicationId);
      const questions = await this.answers.answersOf(tx, applicationId);
      if (openQuestion(questions, await this.background.today(tx, application))) continue;
      await this.pause.end(tx, application);
    }
  }
}
