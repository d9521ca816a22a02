import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Gauge, Registry, collectDefaultMetrics } from 'prom-client';
import type { DataSource } from 'typeorm';

interface OutboxFigures {
  open: number;
  parked: number;
  oldest_seconds: number | null;
}

/** What an operator watches: the process, and the age of what is still to be done. */
@Injectable()
export class Metrics {
  private readonly registry = new Registry();
  private readonly open = this.gauge('goodstanding_outbox_open', 'Effects that are due or waiting');
  private readonly parked = this.gauge('goodstanding_outbox_parked', 'Effects that wait for a person');
  private readonly oldest = this.gauge('goodstanding_outbox_oldest_seconds', 'Age of the oldest effect that is due');

  constructor(@InjectDataSource() private readonly source: DataSource) {
    collectDefaultMetrics({ register: this.registry });
  }

  get contentType(): string {
    return this.registry.contentType;
  }

  /** All figures as Prometheus text, read now. */
  async text(): Promise<string> {
    const [figures]: OutboxFigures[] = await this.source.query(
      `select count(*) filter (where parked_at is null) as open,
              count(*) filter (where parked_at is not null) as parked,
              extract(epoch from clock_timestamp() - min(due_at) filter (where parked_at is null and due_at <= now()))::float
                as oldest_seconds
       from outbox where done_at is null`,
    );
    this.open.set(figures?.open ?? 0);
    this.parked.set(figures?.parked ?? 0);
    this.oldest.set(figures?.oldest_seconds ?? 0);
    return this.registry.metrics();
  }

  private gauge(name: string, help: string): Gauge {
    return new Gauge({ name, help, registers: [this.registry] });
  }
}
