import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Gauge, Registry, collectDefaultMetrics } from 'prom-client';
import type { DataSource } from 'typeorm';

interface OutboxFigures {
  open: number;
  parked: number;
  oldest_seconds: number | null;
  paused: boolean;
}

interface PromiseFigures {
  promise: string;
  breaches: number;
  /** Seconds since 1970. */
  checked: number;
}

/** What an operator watches: the process, the age of what is still to be done, and whether what must hold does. */
@Injectable()
export class Metrics {
  private readonly registry = new Registry();
  private readonly open = this.gauge('goodstanding_outbox_open', 'Effects that are due or waiting');
  private readonly parked = this.gauge('goodstanding_outbox_parked', 'Effects that wait for a person');
  private readonly oldest = this.gauge('goodstanding_outbox_oldest_seconds', 'Age of the oldest effect that is due');
  private readonly paused = this.gauge('goodstanding_outbox_paused', '1 while outgoing effects are paused');
  private readonly bad = this.gauge('goodstanding_invariants_bad', 'Breaches of what must always hold', ['promise']);
  private readonly lastRun = this.gauge('goodstanding_invariants_last_run', 'When that was last checked, in seconds');

  constructor(@InjectDataSource() private readonly source: DataSource) {
    collectDefaultMetrics({ register: this.registry });
  }

  get contentType(): string {
    return this.registry.contentType;
  }

  /** All figures as Prometheus text, read now. */
  async text(): Promise<string> {
    await Promise.all([this.readOutbox(), this.readPromises()]);
    return this.registry.metrics();
  }

  private async readOutbox(): Promise<void> {
    const [figures]: OutboxFigures[] = await this.source.query(
      `select count(*) filter (where parked_at is null) as open,
              count(*) filter (where parked_at is not null) as parked,
              extract(epoch from clock_timestamp() - min(due_at) filter (where parked_at is null and due_at <= now()))::float
                as oldest_seconds,
              exists (select from outbox_pause) as paused
       from outbox where done_at is null`,
    );
    this.open.set(figures?.open ?? 0);
    this.parked.set(figures?.parked ?? 0);
    this.oldest.set(figures?.oldest_seconds ?? 0);
    this.paused.set(figures?.paused ? 1 : 0);
  }

  private async readPromises(): Promise<void> {
    const rows: PromiseFigures[] = await this.source.query(
      'select promise, breaches, extract(epoch from checked_at)::float as checked from invariant_check',
    );
    this.bad.reset();
    for (const { promise, breaches } of rows) this.bad.set({ promise }, breaches);
    // The oldest of them: a check that no longer runs must show.
    this.lastRun.set(rows.length === 0 ? 0 : Math.min(...rows.map(({ checked }) => checked)));
  }

  private gauge(name: string, help: string, labelNames: string[] = []): Gauge {
    return new Gauge({ name, help, labelNames, registers: [this.registry] });
  }
}
