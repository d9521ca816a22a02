import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Eligibility } from '../../schemes/schemes.public.js';
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
  /** Sittings that are left, as the scheme's evaluation counts them; null where it sets no number. */
  left: number | null;
  /** Day of the sitting that is a pass and counts, as the scheme's evaluation counts them. */
  passedOn: Temporal.PlainDate | null;
}

/** Where a candidate stands with the exam: what was reported, how many sittings are left, when the next one counts. */
@Injectable()
export class ReadExamStanding {
  constructor(
    private readonly rules: ApplicationRules,
    private readonly applications: ApplicationRepository,
    private readonly results: ExamImportRepository,
    private readonly eligibility: Eligibility,
  ) {}

  async execute(tx: Tx, application: ApplicationEntity): Promise<ExamStanding> {
    const rules = await this.rules.of(tx, application);
    const events = await this.applications.eventsOf(tx, application.id);
    const sittings = (await this.results.resultsOf(tx, [application.id])).map(({ satOn, passed }) => ({
      satOn,
      passed,
    }));
    const admittedOn = events.findLast(({ move }) => move === 'admit')?.happenedOn ?? null;
    const { personId, schemeVersionId, route } = application;
    const standing = await this.eligibility.examStanding(tx, {
      personId,
      schemeVersionId,
      onDate: rules.today,
      route,
      admittedOn: admittedOn ?? undefined,
    });
    return {
      ...rules,
      admittedOn,
      sittings,
      nextOn: standing?.nextOn ?? null,
      left: standing?.left ?? null,
      passedOn: standing?.counted.find(({ passed }) => passed)?.satOn ?? null,
    };
  }
}
