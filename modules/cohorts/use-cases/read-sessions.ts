import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Teaching } from '../../courses/courses.public.js';
import { checkInAt, type Delivery } from '../domain/live-session.js';
import type { CohortEntity } from '../persistence/cohort.entity.js';
import { SessionRepository } from '../persistence/session.repository.js';

export interface SessionLine {
  readonly id: string;
  readonly title: string;
  readonly code: string;
  readonly courseVersionId: string;
  readonly startsAt: Temporal.Instant;
  readonly minutes: number;
  readonly delivery: Delivery;
  /** Null for who has no place. */
  readonly place: string | null;
  readonly isCancelled: boolean;
  /** Whether checking in is still to come, possible now, or over. */
  readonly checkIn: 'before' | 'open' | 'over';
  /** How long the person asked about was there; null while nobody has said. */
  readonly attended: number | null;
}

/** The live sessions of a cohort, in their order, with what is written down about one person. */
@Injectable()
export class ReadSessions {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly teaching: Teaching,
  ) {}

  async execute(tx: Tx, cohort: CohortEntity, personId: string | null): Promise<SessionLine[]> {
    const rows = await this.sessions.ofCohorts(tx, [cohort.id]);
    const ids = rows.map(({ id }) => id);
    const attended = personId ? await this.sessions.attendance(tx, ids, [personId]) : [];
    const lines: SessionLine[] = [];
    for (const row of rows) {
      const plan = await this.teaching.plan(tx, row.courseVersionId, row.sessionCode);
      const { id, sessionCode: code, courseVersionId, startsAt, minutes, delivery, place } = row;
      const isCancelled = row.cancelledAt !== null;
      const mine = attended.find(({ sessionId }) => sessionId === id)?.minutes ?? null;
      lines.push({
        id,
        title: plan.title,
        code,
        courseVersionId,
        startsAt,
        minutes,
        delivery,
        place,
        isCancelled,
        checkIn: checkInAt(row, tx.now),
        attended: mine,
      });
    }
    return lines;
  }
}
