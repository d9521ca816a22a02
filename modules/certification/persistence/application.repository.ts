import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { In, QueryFailedError } from 'typeorm';
import type { DomainError } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { deciderReadFile, noBackgroundResult, notHeardYet } from '../background.errors.js';
import type { ApplicationScope } from '../domain/application-scope.js';
import type { ApplicationState } from '../domain/application-state.js';
import { ApplicationEntity, ApplicationEventEntity, ExamResultEntity } from './application.entity.js';

type Begun = Pick<
  ApplicationEntity,
  'id' | 'bodyId' | 'personId' | 'schemeCode' | 'schemeVersionId' | 'begunOn' | 'closesOn'
> &
  ApplicationScope;

export interface QueueFilter {
  bodyIds: readonly string[];
  states: readonly ApplicationState[];
  schemeCode?: string;
  /** A reviewer's id: only what they have claimed; `nobody`: only what is free. */
  claimedBy?: string;
  /** Only what stands still, or only what is due before an instant. */
  paused?: boolean;
  /** Only with a letter of reference that came in, or an answer about a background result. */
  waitsFor?: 'reference' | 'background';
  dueBefore?: Temporal.Instant;
  /** Key of the last row of the page before; see {@link queueKey}. */
  after?: string;
  limit: number;
}

/** Where a row stands in the queue, as text for an address. */
export function queueKey({ stateSince, id }: Pick<ApplicationEntity, 'stateSince' | 'id'>): string {
  return `${stateSince.toString()}_${id}`;
}

function readKey(key: string | undefined): { since: string; id: string } | null {
  const [, since = '', id = ''] = /^([^_]{1,40})_([0-9a-f-]{36})$/.exec(key ?? '') ?? [];
  try {
    return { since: Temporal.Instant.from(since).toString(), id };
  } catch {
    return null; // a mangled address shows the first page
  }
}

/** What the database says about a decision, in words for the one who decides. */
function unfair(error: unknown): DomainError | null {
  const { constraint } = (error instanceof QueryFailedError ? error.driverError : {}) as { constraint?: string };
  if (constraint === 'application_event_decider_read_nothing') return deciderReadFile();
  if (constraint === 'application_event_background_result') return noBackgroundResult();
  return constraint === 'application_event_heard_before_denial' ? notHeardYet() : null;
}

/** As `waiting.ts` counts them. */
const WAITS_FOR = {
  reference: `exists (select from reference_request r where r.application_id = a.id and r.state = 'received')`,
  background: `exists (select from background_answer b where b.application_id = a.id and b.answered_at is not null)`,
} as const;

/** Applications, their steps and exam results. */
@Injectable()
export class ApplicationRepository {
  /** @returns false when the person has an open application for this scheme already */
  async begin(tx: Tx, application: Begun): Promise<boolean> {
    const inserted: unknown[] = await tx.manager.query(
      `insert into application (id, body_id, person_id, scheme_code, scheme_version_id, state_since, begun_on, closes_on, stage, route,
         endorsements, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $6) on conflict do nothing returning id`,
      [
        application.id,
        application.bodyId,
        application.personId,
        application.schemeCode,
        application.schemeVersionId,
        tx.now.toString(),
        application.begunOn.toString(),
        application.closesOn?.toString() ?? null,
        application.stage,
        application.route,
        application.endorsements,
      ],
    );
    return inserted.length > 0;
  }

  async findOpen(
    tx: Tx,
    personId: string,
    { bodyId, code }: { bodyId: string; code: string },
  ): Promise<ApplicationEntity | null> {
    const state = In<ApplicationState>(['draft', 'submitted', 'returned', 'under_review', 'admitted']);
    return tx.manager.findOneBy(ApplicationEntity, { personId, bodyId, schemeCode: code, state });
  }

  async listOwn(tx: Tx, personId: string): Promise<ApplicationEntity[]> {
    return tx.manager.find(ApplicationEntity, { where: { personId }, order: { createdAt: 'desc' } });
  }

  /** The code of the scheme that each of these applications is for, by the application's id. */
  async schemeCodes(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
    const rows: { id: string; code: string }[] = await tx.manager.query(
      'select id, scheme_code as code from application where id = any($1)',
      [[...ids]],
    );
    return new Map(rows.map(({ id, code }) => [id, code]));
  }

  async listAt(tx: Tx, bodyId: string, personIds: readonly string[]): Promise<ApplicationEntity[]> {
    if (personIds.length === 0) return [];
    return tx.manager.find(ApplicationEntity, {
      where: { bodyId, personId: In([...personIds]) },
      order: { createdAt: 'desc' },
    });
  }

  async findOwn(tx: Tx, personId: string, id: string): Promise<ApplicationEntity | null> {
    return tx.manager.findOneBy(ApplicationEntity, { id, personId });
  }

  /** The application, if it is one of these bodies'. */
  async findFor(tx: Tx, bodyIds: readonly string[], id: string): Promise<ApplicationEntity | null> {
    return tx.manager.findOneBy(ApplicationEntity, { id, bodyId: In([...bodyIds]) });
  }

  async get(tx: Tx, id: string): Promise<ApplicationEntity> {
    return tx.manager.findOneByOrFail(ApplicationEntity, { id });
  }

  /** The application as it is now, held until this transaction ends: whoever comes second waits, then sees the outcome. */
  async lock(tx: Tx, id: string): Promise<ApplicationEntity> {
    return tx.manager.findOneOrFail(ApplicationEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async claim(tx: Tx, id: string, reviewerId: string | null): Promise<void> {
    await tx.manager.update(
      ApplicationEntity,
      { id },
      { claimedBy: reviewerId, claimedAt: reviewerId === null ? null : tx.now },
    );
  }

  /** @throws DomainError where the database finds a decision unfair (application_event_is_fair) */
  async addEvent(tx: Tx, event: ApplicationEventEntity): Promise<void> {
    try {
      await tx.manager.insert(ApplicationEventEntity, event as never);
    } catch (error) {
      throw unfair(error) ?? error;
    }
  }

  /** The steps of an application, first to last. */
  async eventsOf(tx: Tx, applicationId: string): Promise<ApplicationEventEntity[]> {
    return tx.manager.find(ApplicationEventEntity, {
      where: { applicationId },
      order: { recordedAt: 'asc', id: 'asc' },
    });
  }

  /** @returns false when this report is recorded already */
  async addExamResult(tx: Tx, result: ExamResultEntity): Promise<boolean> {
    const insert = tx.manager.createQueryBuilder().insert().into(ExamResultEntity).values(result).orIgnore();
    const { raw } = await insert.returning('id').execute();
    return (raw as unknown[]).length > 0;
  }

  /** The exam results of an application, newest exam first; those of sittings that do not count after all are left out. */
  async examResultsOf(tx: Tx, applicationId: string): Promise<ExamResultEntity[]> {
    return tx.manager
      .createQueryBuilder(ExamResultEntity, 'r')
      .where('r.application_id = :applicationId', { applicationId })
      .andWhere('not exists (select from exam_result_withdrawal w where w.exam_result_id = r.id)')
      .orderBy({ 'r.sat_on': 'DESC', 'r.recorded_at': 'DESC' })
      .getMany();
  }

  /** It counts no more. @param factId the fact that takes the result's fact back */
  async withdrawExamResult(
    tx: Tx,
    { id, bodyId, personId }: ExamResultEntity,
    { factId, by }: { factId: string; by: string },
  ): Promise<void> {
    await tx.manager.query(
      `insert into exam_result_withdrawal (exam_result_id, body_id, person_id, fact_id, withdrawn_by, withdrawn_at)
       values ($1, $2, $3, $4, $5, $6)`,
      [id, bodyId, personId, factId, by, tx.now.toString()],
    );
  }

  /** The queue of a body, longest waiting first. */
  async queue(tx: Tx, filter: QueueFilter): Promise<ApplicationEntity[]> {
    const query = tx.manager
      .createQueryBuilder(ApplicationEntity, 'a')
      .where('a.body_id in (:...bodies)', { bodies: filter.bodyIds })
      .andWhere('a.state in (:...states)', { states: filter.states })
      .orderBy({ 'a.state_since': 'ASC', 'a.id': 'ASC' })
      .take(filter.limit);
    if (filter.schemeCode) query.andWhere('a.scheme_code = :scheme', { scheme: filter.schemeCode });
    if (filter.claimedBy === 'nobody') query.andWhere('a.claimed_by is null');
    else if (filter.claimedBy) query.andWhere('a.claimed_by = :claimedBy', { claimedBy: filter.claimedBy });
    if (filter.waitsFor) query.andWhere(WAITS_FOR[filter.waitsFor]);
    if (filter.paused) query.andWhere('a.paused_since is not null');
    if (filter.dueBefore) query.andWhere('a.due_at <= :due', { due: filter.dueBefore.toString() });
    const after = readKey(filter.after);
    if (after) query.andWhere('(a.state_since, a.id) > (:since::timestamptz, :id::uuid)', after);
    return query.getMany();
  }

  /** How many applications a body has in each state of its work. */
  async counts(tx: Tx, bodyIds: readonly string[]): Promise<{ state: ApplicationState; count: number }[]> {
    return tx.manager.query(
      `select state, count(*)::int as count from application where body_id = any($1) group by state`,
      [bodyIds],
    );
  }

  /** How many applications there are under one scheme of a body, by state. */
  async countsOfScheme(
    tx: Tx,
    bodyId: string,
    schemeCode: string,
  ): Promise<{ state: ApplicationState; count: number }[]> {
    return tx.manager.query(
      `select state, count(*)::int as count from application where body_id = $1 and scheme_code = $2 group by state`,
      [bodyId, schemeCode],
    );
  }

  /** Applications whose closing day is before `date`, while it is the person's turn. */
  async closingBefore(tx: Tx, date: Temporal.PlainDate, limit: number): Promise<ApplicationEntity[]> {
    return tx.manager
      .createQueryBuilder(ApplicationEntity, 'a')
      .where('a.closes_on < :date', { date: date.toString() })
      .andWhere(`a.state in ('draft', 'returned', 'admitted')`)
      .orderBy('a.closes_on')
      .take(limit)
      .getMany();
  }
}
