import { Body, Controller, Get, Post } from '@nestjs/common';
import { IsISO8601 } from 'class-validator';
import { Temporal } from 'temporal-polyfill';
import { DomainError, notFound } from '../../../src/kernel/domain-error.js';
import { Public } from '../../../src/platform/access/access-rule.js';
import { Installation } from '../../../src/platform/database/installation.js';
import { Transaction, type Tx } from '../../../src/platform/database/transaction.js';
import { Ctx, unrepeatable, type RequestContext } from '../../../src/platform/http/request-context.js';
import { Outbox } from '../../../src/platform/jobs/outbox.js';
import { FileMailer } from '../../../src/platform/mail/file-mailer.js';
import { Mailer } from '../../../src/platform/mail/mailer.js';
import { RUN_SCHEDULES } from '../../../src/platform/jobs/run-schedules.processor.js';

class ClockMove {
  /** The moment it shall be; later than the demonstration's now. */
  @IsISO8601({ strict: true }, { message: 'Give the moment as ISO 8601, such as 2026-11-21T15:00:00Z.' })
  to: string;
}

const REASON = 'exists in demonstrations only, on loopback';

/** The demonstration's clock and letters: absent from every other installation. */
@Controller('api/v1/demonstration')
export class DemonstrationApiController {
  constructor(
    private readonly transaction: Transaction,
    private readonly outbox: Outbox,
    private readonly installation: Installation,
    private readonly mailer: Mailer,
  ) {}

  @Get('clock')
  @Public(REASON)
  async now(@Ctx() ctx: RequestContext) {
    this.refuseElsewhere();
    return this.transaction.read(ctx, async (tx) => ({ now: tx.now.toString() }));
  }

  /** Moves the clock forward, and asks for everything that is due by then. */
  @Post('clock')
  @Public(REASON)
  async move(@Ctx() ctx: RequestContext, @Body() { to }: ClockMove) {
    this.refuseElsewhere();
    return this.transaction.run(unrepeatable(ctx), (tx) => this.moveTo(tx, Temporal.Instant.from(to)));
  }

  /** The letters that a demonstration keeps instead of sending. */
  @Get('letters')
  @Public(REASON)
  async letters() {
    this.refuseElsewhere();
    return { letters: this.mailer instanceof FileMailer ? await this.mailer.list() : [] };
  }

  /** How many effects are still to come; a player of the demonstration waits for none. */
  @Get('effects')
  @Public(REASON)
  async effects(@Ctx() ctx: RequestContext) {
    this.refuseElsewhere();
    return this.transaction.read(ctx, async (tx) => {
      const [row] = await tx.manager.query(
        `select count(*) filter (where parked_at is null and due_at <= $1) as due,
                count(*) filter (where parked_at is not null or attempts > 0) as troubled
         from outbox where done_at is null`,
        [tx.now.toString()],
      );
      return { due: row.due as number, troubled: row.troubled as number };
    });
  }

  private async moveTo(tx: Tx, to: Temporal.Instant) {
    const forward = to.epochMilliseconds - tx.now.epochMilliseconds;
    if (forward < 0) throw onlyForward();
    await tx.manager.query('update demonstration_clock set offset_ms = offset_ms + $1', [forward]);
    const later: Tx = { ...tx, now: to };
    await this.outbox.add(later, { kind: RUN_SCHEDULES, payload: {} });
    return { now: to.toString() };
  }

  private refuseElsewhere(): void {
    if (!this.installation.demonstration) throw notFound('this page');
  }
}

function onlyForward(): DomainError {
  return new DomainError({
    code: 'portal.clock_only_forward',
    kind: 'invalid',
    message: 'The demonstration clock only moves forward: what was recorded stays recorded.',
    next: 'Give a later moment, or start a new demonstration in an empty DATA_DIR.',
  });
}
