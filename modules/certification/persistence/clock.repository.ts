import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { In, IsNull } from 'typeorm';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { ApplicationClock, PauseReason } from '../domain/application-clock.js';
import { ApplicationPauseEntity, ApplicationWarningEntity } from './application-pause.entity.js';
import { ApplicationEntity } from './application.entity.js';

const WITH_THE_BODY = In(['submitted', 'returned', 'under_review', 'admitted'] as const);

/** Pauses and warnings, and the answer of the clock that lists are filtered by. */
@Injectable()
export class ClockRepository {
  /** The pauses of an application, first to last. */
  pausesOf(tx: Tx, applicationId: string): Promise<ApplicationPauseEntity[]> {
    return tx.manager.find(ApplicationPauseEntity, { where: { applicationId }, order: { pausedAt: 'asc' } });
  }

  /** @returns false when it is paused for that reason already */
  async pause(tx: Tx, pause: ApplicationPauseEntity): Promise<boolean> {
    const insert = tx.manager.createQueryBuilder().insert().into(ApplicationPauseEntity).values(pause).orIgnore();
    const { raw } = await insert.returning('id').execute();
    return (raw as unknown[]).length > 0;
  }

  /** @returns false when it is not paused for that reason */
  async resume(tx: Tx, applicationId: string, reasonCode: PauseReason, endedBy: string | null): Promise<boolean> {
    const open = { applicationId, reasonCode, endedAt: IsNull() };
    const { affected } = await tx.manager.update(ApplicationPauseEntity, open, { endedAt: tx.now, endedBy });
    return affected === 1;
  }

  /** Keeps the clock that comes first; null where the application has none any more. */
  async keep(tx: Tx, id: string, clock: ApplicationClock | null): Promise<void> {
    await tx.manager.update(
      ApplicationEntity,
      { id },
      {
        dueRule: clock?.rule ?? null,
        dueOn: clock?.dueOn ?? null,
        dueAt: clock && !clock.standstill ? clock.dueAt : null,
        pausedSince: clock?.standstill?.from ?? null,
        pauseReason: clock?.standstill?.reason ?? null,
      },
    );
  }

  /** Applications of a body whose time may run. */
  async openOf(tx: Tx, bodyId: string): Promise<ApplicationEntity[]> {
    return tx.manager.find(ApplicationEntity, { where: { bodyId, state: WITH_THE_BODY }, order: { id: 'asc' } });
  }

  /** Open applications, by id, for a sweep over all of them. */
  async openAfter(tx: Tx, id: string | null, limit: number): Promise<ApplicationEntity[]> {
    const query = tx.manager
      .createQueryBuilder(ApplicationEntity, 'a')
      .where(`a.state in ('submitted', 'returned', 'under_review', 'admitted')`)
      .andWhere('a.due_rule is not null')
      .orderBy('a.id')
      .take(limit);
    if (id) query.andWhere('a.id > :id', { id });
    return query.getMany();
  }

  /** @returns the id of the warning; null when this was said before */
  async warn(tx: Tx, warning: Omit<ApplicationWarningEntity, 'id' | 'warnedAt'>): Promise<string | null> {
    const { applicationId, bodyId, personId, rule, stage, dueOn } = warning;
    const rows: { id: string }[] = await tx.manager.query(
      `insert into application_warning (id, application_id, body_id, person_id, rule, stage, due_on, warned_at)
       values (uuidv7(), $1, $2, $3, $4, $5, $6, $7) on conflict do nothing returning id`,
      [applicationId, bodyId, personId, rule, stage, dueOn.toString(), tx.now.toString()],
    );
    return rows[0]?.id ?? null;
  }

  /** Claims that have lain longer than their body keeps them. */
  async staleClaims(tx: Tx, limit: number): Promise<string[]> {
    const rows: { id: string }[] = await tx.manager.query(
      `select id from application where state = 'under_review'
         and claimed_at <= $1::timestamptz - make_interval(hours => body_setting_of(body_id, 'claim_kept_hours', 120))
       order by claimed_at limit $2`,
      [tx.now.toString(), limit],
    );
    return rows.map(({ id }) => id);
  }

  /** Whether a claim that is held now has lain too long. @param application locked */
  async isStale(tx: Tx, { id }: Pick<ApplicationEntity, 'id'>): Promise<boolean> {
    const rows: unknown[] = await tx.manager.query(
      `select from application where id = $2 and state = 'under_review'
         and claimed_at <= $1::timestamptz - make_interval(hours => body_setting_of(body_id, 'claim_kept_hours', 120))`,
      [tx.now.toString(), id],
    );
    return rows.length > 0;
  }

  /** What was decided about applications of a body from a day on: how many days each took, and the month of the decision. */
  async decisions(
    tx: Tx,
    bodyId: string,
    { zone, since }: { zone: string; since: Temporal.PlainDate },
  ): Promise<{ month: string; days: number }[]> {
    return tx.manager.query(
      `select to_char(d.happened_on, 'YYYY-MM') as month,
         d.happened_on - (min(s.recorded_at) at time zone $2)::date as days
       from application_event d
       join application_event s on s.application_id = d.application_id and s.move = 'submit'
       where d.body_id = $1 and d.move in ('grant', 'deny') and d.happened_on >= $3
       group by d.id order by d.happened_on, d.id`,
      [bodyId, zone, since.toString()],
    );
  }

  /** How many applications of a body wait for a decision, stand still, and are past their limit. */
  async open(tx: Tx, bodyId: string): Promise<{ open: number; paused: number; late: number }> {
    const [row] = await tx.manager.query(
      `select count(*)::int as open, count(*) filter (where paused_since is not null)::int as paused,
         count(*) filter (where due_at <= $2)::int as late
       from application where body_id = $1 and state in ('submitted', 'returned', 'under_review', 'admitted')`,
      [bodyId, tx.now.toString()],
    );
    return row;
  }
}
