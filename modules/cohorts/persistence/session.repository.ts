import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { AttendanceEntity } from './attendance.entity.js';
import { CohortSessionEntity } from './cohort-session.entity.js';
import { SessionCheckInEntity } from './session-check-in.entity.js';

/** Live sessions, who checked in and who was there. */
@Injectable()
export class SessionRepository {
  find(tx: Tx, id: string): Promise<CohortSessionEntity | null> {
    return tx.manager.findOneBy(CohortSessionEntity, { id });
  }

  /** Sessions of these cohorts, in their order. */
  ofCohorts(tx: Tx, cohortIds: readonly string[]): Promise<CohortSessionEntity[]> {
    return tx.manager.find(CohortSessionEntity, {
      where: { cohortId: In([...cohortIds]) },
      order: { startsAt: 'ASC', id: 'ASC' },
    });
  }

  async add(tx: Tx, session: CohortSessionEntity): Promise<void> {
    await tx.manager.insert(CohortSessionEntity, session);
  }

  /** @returns whether it was on the calendar */
  async cancel(tx: Tx, id: string): Promise<boolean> {
    const { affected } = await tx.manager.update(
      CohortSessionEntity,
      { id, cancelledAt: IsNull() },
      { cancelledAt: tx.now },
    );
    return affected === 1;
  }

  /** A repeat changes nothing. */
  async checkIn(tx: Tx, sessionId: string, personId: string): Promise<void> {
    const row = { sessionId, personId, checkedInAt: tx.now };
    await tx.manager.createQueryBuilder().insert().into(SessionCheckInEntity).values(row).orIgnore().execute();
  }

  checkIns(tx: Tx, sessionId: string, personIds: readonly string[]): Promise<SessionCheckInEntity[]> {
    return tx.manager.findBy(SessionCheckInEntity, { sessionId, personId: In([...personIds]) });
  }

  /** What holds of who was there: lines that another takes the place of are left out. */
  async attendance(tx: Tx, sessionIds: readonly string[], personIds: readonly string[]): Promise<AttendanceEntity[]> {
    const lines = await tx.manager.findBy(AttendanceEntity, {
      sessionId: In([...sessionIds]),
      personId: In([...personIds]),
    });
    const replaced = new Set(lines.map(({ corrects }) => corrects));
    return lines.filter(({ id }) => !replaced.has(id));
  }

  async mark(tx: Tx, line: AttendanceEntity): Promise<void> {
    await tx.manager.insert(AttendanceEntity, line);
  }

  /** Lets the attendance of a person in one plan be marked by one at a time, in whatever cohort. */
  async lockPlan(tx: Tx, { personId, plan }: { personId: string; plan: string }): Promise<void> {
    await tx.manager.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`attendance ${personId} ${plan}`]);
  }

  /** Whether the person is credited for this plan already by another session. */
  async isCredited(
    tx: Tx,
    { personId, courseCode, session }: { personId: string; courseCode: string; session: CohortSessionEntity },
  ): Promise<boolean> {
    const rows: unknown[] = await tx.manager.query(
      `select from attendance a
       join cohort_session s on s.id = a.session_id join cohort c on c.id = s.cohort_id
       where a.person_id = $1 and c.course_code = $2 and s.session_code = $3 and s.id <> $4 and a.minutes > 0
         and a.fact_id is not null and not exists (select from attendance later where later.corrects = a.id)
       limit 1`,
      [personId, courseCode, session.sessionCode, session.id],
    );
    return rows.length > 0;
  }
}
