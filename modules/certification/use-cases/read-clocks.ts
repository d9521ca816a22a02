import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { BodyRules } from '../../organizations/body-rules.public.js';
import { Schemes } from '../../schemes/schemes.public.js';
import { clocksOf, type ApplicationClock } from '../domain/application-clock.js';
import type { ApplicationEntity, ExamResultEntity } from '../persistence/application.entity.js';
import { ApplicationRepository } from '../persistence/application.repository.js';
import { ClockRepository } from '../persistence/clock.repository.js';

/** The time limits of an application as they are now, from its steps, pauses and exam results. */
@Injectable()
export class ReadClocks {
  constructor(
    private readonly applications: ApplicationRepository,
    private readonly clocks: ClockRepository,
    private readonly schemes: Schemes,
    private readonly bodies: BodyRules,
  ) {}

  /** Those that run, the earliest first, then those that stand still; none before it is sent and after it is closed. */
  async execute(
    tx: Tx,
    { id, bodyId, schemeVersionId }: Pick<ApplicationEntity, 'id' | 'bodyId' | 'schemeVersionId'>,
  ): Promise<ApplicationClock[]> {
    const { definition } = await this.schemes.version(tx, schemeVersionId);
    const { decision_within, review_within, certificate_review_within } = definition.application;
    const limits = {
      decision: decision_within ?? null,
      review: review_within ?? null,
      certificate_review: certificate_review_within ?? null,
    };
    if (Object.values(limits).every((limit) => limit === null)) return [];
    const steps = await this.applications.eventsOf(tx, id);
    const pauses = await this.clocks.pausesOf(tx, id);
    return clocksOf({
      limits,
      steps: steps.map(({ move, recordedAt, eligibility }) => ({ move, recordedAt, met: metOf(eligibility) })),
      passedAt: passedAt(await this.applications.examResultsOf(tx, id)),
      pauses: pauses.map(({ reasonCode: reason, pausedAt: from, endedAt: to }) => ({ reason, from, to })),
      calendar: await this.bodies.calendar(tx, bodyId),
      now: tx.now,
    });
  }
}

function metOf(eligibility: unknown): boolean | null {
  return typeof eligibility === 'object' && eligibility !== null && 'met' in eligibility
    ? eligibility.met === true
    : null;
}

/** When the passing result that holds was recorded first. */
function passedAt(results: readonly ExamResultEntity[]) {
  const putRight = new Set(results.map(({ corrects }) => corrects));
  const passing = results.filter(({ id, passed }) => passed && !putRight.has(id));
  return (
    passing.map(({ recordedAt }) => recordedAt).toSorted((a, b) => a.epochMilliseconds - b.epochMilliseconds)[0] ?? null
  );
}
