import { Injectable } from '@nestjs/common';
import { dateIn, isBefore } from '../../../src/kernel/dates.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { earliestDate, Teaching } from '../../courses/courses.public.js';
import { Evidence } from '../../evidence/evidence.public.js';
import { Organizations } from '../../organizations/organizations.public.js';
import { creditedTopics } from '../domain/credited.js';
import type { AttendanceEntity } from '../persistence/attendance.entity.js';
import type { CohortSessionEntity } from '../persistence/cohort-session.entity.js';
import type { CohortEntity } from '../persistence/cohort.entity.js';
import { SessionRepository } from '../persistence/session.repository.js';

interface Marked {
  readonly cohort: CohortEntity;
  readonly session: CohortSessionEntity;
  readonly line: AttendanceEntity;
  /** The line it takes the place of. */
  readonly before: AttendanceEntity | null;
}

/**
 * Writes being in a live session into the ledger: minutes by topic, delivery, and the instructor who vouches, by whom it is known
 * later that they taught this person. A plan counts once for a person, in whatever cohort.
 */
@Injectable()
export class CreditAttendance {
  constructor(
    private readonly evidence: Evidence,
    private readonly teaching: Teaching,
    private readonly organizations: Organizations,
    private readonly sessions: SessionRepository,
  ) {}

  /** @returns the id of the fact; null when there is nothing to count */
  async execute(tx: Tx, { cohort, session, line, before }: Marked): Promise<string | null> {
    const { personId, minutes } = line;
    const { courseCode } = cohort;
    const plan = await this.teaching.plan(tx, session.courseVersionId, session.sessionCode);
    const isCounted = await this.sessions.isCredited(tx, { personId, courseCode, session });
    const topics = isCounted ? [] : creditedTopics(plan.training.topics, { present: minutes, length: session.minutes });
    const corrects = before?.factId ?? null;
    if (topics.length === 0 && !corrects) return null;
    const provider = await this.organizations.get(tx, cohort.organizationId);
    const isRetraction = topics.length === 0;
    const fact = await this.evidence.record(tx, {
      personId,
      kind: isRetraction ? 'retraction' : 'training',
      ...(isRetraction ? {} : { code: courseCode, topics }),
      value: isRetraction
        ? {}
        : {
            title: plan.title,
            provider: provider.name,
            course_version: session.courseVersionId,
            session: session.sessionCode,
            delivery: session.delivery,
            live: true,
            live_interaction: line.liveInteraction,
            assessment_passed: null,
          },
      occurredOn: await this.dayOf(tx, session, provider.timeZone),
      vouchedBy: { method: 'course', personId: line.markedBy, organizationId: provider.id },
      source: { module: 'cohorts', id: line.id },
      ...(corrects && { corrects }),
    });
    return isRetraction ? null : fact.id;
  }

  /** The day where it was held, and in no body's future. */
  private async dayOf(tx: Tx, session: CohortSessionEntity, timeZone: string) {
    const bodies = await this.organizations.bodies(tx);
    const [there, earliest] = [
      dateIn(timeZone, session.startsAt),
      earliestDate(
        bodies.map((body) => body.timeZone),
        tx.now,
      ),
    ];
    return isBefore(earliest, there) ? earliest : there;
  }
}
