import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { ClockRule, StandstillReason } from '../domain/application-clock.js';
import { waiverReasons } from '../domain/waiver-reasons.js';
import type { ApplicationEntity } from '../persistence/application.entity.js';
import { WaiverRepository } from '../persistence/waiver.repository.js';
import { ReadClocks } from './read-clocks.js';
import { ReadInvoices, type InvoiceRow } from './read-invoices.js';

export interface LimitShown {
  rule: ClockRule;
  /** The last day within it; while it stands still, as if it went on today. */
  dueOn: Temporal.PlainDate;
  dueAt: Temporal.Instant;
  late: boolean;
  /** What it stands still for, since when; null while it runs. */
  paused: { reason: StandstillReason; since: Temporal.Instant } | null;
}

export interface WaiverShown {
  clauseId: string;
  /** The words of its code, and those of the registrar. */
  reasons: [string, string];
  at: Temporal.Instant;
}

/** What goes on around an application, for its person and for the body alike: time limits, fees, waivers. */
@Injectable()
export class ReadWork {
  constructor(
    private readonly clocks: ReadClocks,
    private readonly invoices: ReadInvoices,
    private readonly waivers: WaiverRepository,
  ) {}

  /** What the body has promised and not done yet, the earliest first, what stands still last. */
  async limits(tx: Tx, application: ApplicationEntity): Promise<LimitShown[]> {
    return (await this.clocks.execute(tx, application)).map(({ rule, dueOn, dueAt, late, standstill }) => {
      return { rule, dueOn, dueAt, late, paused: standstill && { reason: standstill.reason, since: standstill.from } };
    });
  }

  async around(tx: Tx, { id }: ApplicationEntity): Promise<{ invoices: InvoiceRow[]; waivers: WaiverShown[] }> {
    const waivers = await this.waivers.of(tx, id);
    return {
      invoices: await this.invoices.ofSubject(tx, id),
      waivers: waivers.map(({ clauseId, reasonCode, reason, waivedAt: at }) => {
        return { clauseId, reasons: [waiverReasons[reasonCode], reason], at };
      }),
    };
  }
}
