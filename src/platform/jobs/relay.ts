import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { Clock } from '../clock/clock.js';

const BATCH = 500;

/** Picks the outbox rows whose time has come. */
@Injectable()
export class Relay {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * Marks due rows as offered and hands back their ids. A row offered a minute ago and still open is offered again: its
   * job may be lost with the queue. Of rows with one order key only the oldest open one is due. While outgoing effects
   * are paused (`outbox_pause`, as after a restore) nothing is due.
   */
  async due(): Promise<string[]> {
    return this.source.transaction(async (manager) => {
      const now = await this.clock.now(manager);
      const [rows]: [{ id: string }[], number] = await manager.query(
        `update outbox set offered_at = clock_timestamp() where id in (
           select o.id from outbox o
           where o.done_at is null and o.parked_at is null and o.due_at <= $1
             and not exists (select from outbox_pause)
             and (o.offered_at is null or o.offered_at < clock_timestamp() - interval '60 seconds')
             and not exists (
               select 1 from outbox earlier
               where earlier.order_key = o.order_key and earlier.id < o.id
                 and earlier.done_at is null and earlier.parked_at is null)
           order by o.due_at, o.id limit ${BATCH} for update skip locked)
         returning id`,
        [now.toString()],
      );
      return rows.map((row) => row.id);
    });
  }
}
