import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { nextSittingOn } from '../domain/exam/waiting.js';
import type { ApplicationEntity } from '../persistence/application.entity.js';
import { ApplicationRepository } from '../persistence/application.repository.js';
import { ExamImportRepository } from '../persistence/exam-import.repository.js';
import { ApplicationRules, type Rules } from './application-rules.js';

export interface ExamStanding extends Rules {
  /** Null before admission. */
  admittedOn: Temporal.PlainDate | null;
  /** Sittings that were reported. */
  sittings: { satOn: Temporal.PlainDate; passed: boolean }[];
  /** First day on which the next sitting counts; null when it counts at once. */
  nextOn: Temporal.PlainDate | null;
  /** Sittings that are left by the scheme; null where it sets no number. */
  left: number | null;
}

/** Where a candidate stands with the exam: what was reported, how many sittings are left, when the next one counts. */
@Injectable()
export class ReadExamStanding {
  constructor(
    private readonly rules: ApplicationRules,
    private readonly applications: ApplicationRepository,
    private readonly results: ExamImportRepository,
  ) {}

  async execute(tx: Tx, application: ApplicationEntity): Promise<ExamStanding> {
    const rules = await this.rules.of(tx, application);
    const events = await this.applications.eventsOf(tx, application.id);
    const sittings = (await this.results.resultsOf(tx, [application.id])).map(({ satOn, passed }) => ({
      satOn,
      passed,
    }));
    const { exam } = rules.version.definition;
    const most = exam?.max_attempts ?? null;
    return {
      ...rules,
      admittedOn: events.findLast(({ move }) => move === 'admit')?.happenedOn ?? null,
      sittings,
      nextOn: nextSittingOn(sittings, exam?.retest_wait ?? null),
      left: most === null ? null : Math.max(0, most - sittings.length),
    };
  }
}
