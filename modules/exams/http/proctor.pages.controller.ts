import { Body, Controller, Get, Post } from '@nestjs/common';
import { Requires } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { FormPage } from '../../../src/platform/http/form-page.js';
import { keyParts, readKey } from '../../../src/platform/http/paging.js';
import { idParam } from '../../../src/platform/http/params.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { redirect, view } from '../../../src/platform/http/responses.js';
import { PROCTORS } from '../domain/rooms.js';
import { ProctorRoom } from '../use-cases/proctor-room.js';
import { ReadInterruptions } from '../use-cases/read-interruptions.js';
import { RoomActs } from '../use-cases/room-acts.js';
import { roomPage, sittingInRoomPage } from './room.page.js';
import { RoomDto } from './rooms.dto.js';
import { OutageDto, VoidFormDto } from './exams.dto.js';
import { VoidDecisionDto } from './outages.dto.js';

const examIn = (ctx: RequestContext) => idParam(ctx, 'id', 'this exam');
const afterIn = (ctx: RequestContext) => readKey(ctx.query['after'], keyParts.instant, keyParts.id);
const sittingIn = (ctx: RequestContext) => idParam(ctx, 'sittingId', 'this sitting');

/** The proctor's page: who sits, how long, when last saved. No answer is ever here. */
@Controller('desk/exams/:id')
@Requires({ organization: 'certifying-body', roles: PROCTORS })
export class ProctorPagesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly room: ProctorRoom,
    private readonly interruptions: ReadInterruptions,
    private readonly acts: RoomActs,
  ) {}

  @Get('room')
  async show(@Ctx() ctx: RequestContext) {
    const page = await this.transaction.read(ctx, async (tx) =>
      roomPage(await this.room.read(tx, examIn(ctx), afterIn(ctx)), tx.now, ctx.query['after']),
    );
    return view('exams/room', page, { title: page.title });
  }

  /** One who sits, with what a proctor can do for them. */
  @Get('sittings/:sittingId')
  async one(@Ctx() ctx: RequestContext) {
    const page = await this.transaction.read(ctx, async (tx) => {
      const found = await this.room.one(tx, examIn(ctx), sittingIn(ctx));
      const interruptions = await this.interruptions.execute(tx, found.sitting);
      return sittingInRoomPage({ ...found, interruptions }, tx.now.epochMilliseconds);
    });
    return view('exams/room-sitting', page);
  }

  /** Prepares a room: people are checked in there, then it is opened. */
  @Post('rooms')
  @FormPage('show')
  async prepare(@Ctx() ctx: RequestContext, @Body() { place }: RoomDto) {
    const { roomId } = await this.transaction.run(ctx, (tx) => this.acts.rooms.prepare(tx, examIn(ctx), place));
    return redirect(`/desk/exams/rooms/${roomId}`, { notice: 'The room is prepared. Check people in, then open it.' });
  }

  @Post('outages')
  @FormPage('show')
  async giveBackToAll(@Ctx() ctx: RequestContext, @Body() given: OutageDto) {
    const { sittings } = await this.transaction.run(ctx, (tx) => this.acts.help.giveBackToAll(tx, examIn(ctx), given));
    return this.back(ctx, `Time is given back to everybody who sits now: ${sittings}.`);
  }

  @Post('sittings/:sittingId/outages')
  @FormPage('one')
  async giveBack(@Ctx() ctx: RequestContext, @Body() given: OutageDto) {
    await this.transaction.run(ctx, (tx) => this.acts.help.giveBack(tx, sittingIn(ctx), given));
    return this.back(ctx, 'The time is given back.');
  }

  @Post('sittings/:sittingId/voids')
  @FormPage('one')
  async void(@Ctx() ctx: RequestContext, @Body() { voidReason }: VoidFormDto) {
    await this.transaction.run(ctx, (tx) => this.acts.help.void(tx, sittingIn(ctx), voidReason));
    return this.back(ctx, 'This sitting does not count, and no attempt is used.');
  }

  /** That one that is over does not count: a second person settles it. */
  @Post('sittings/:sittingId/void-proposals')
  @FormPage('one')
  async proposeVoid(@Ctx() ctx: RequestContext, @Body() { voidReason }: VoidFormDto) {
    await this.transaction.run(ctx, (tx) => this.acts.voids.propose(tx, sittingIn(ctx), voidReason));
    return this.toOne(ctx, 'It is proposed. Somebody else of the desk settles it on this page.');
  }

  @Post('sittings/:sittingId/void-decisions')
  @FormPage('one')
  async settleVoid(@Ctx() ctx: RequestContext, @Body() { outcome }: VoidDecisionDto) {
    await this.transaction.run(ctx, (tx) => this.acts.voids.settle(tx, sittingIn(ctx), outcome));
    const agreed = 'This sitting does not count, and no attempt is used. The person hears so by letter.';
    return this.toOne(ctx, outcome === 'agreed' ? agreed : 'The sitting counts as before.');
  }

  private toOne(ctx: RequestContext, notice: string) {
    return redirect(`/desk/exams/${examIn(ctx)}/sittings/${sittingIn(ctx)}`, { notice });
  }

  private back(ctx: RequestContext, notice: string) {
    return redirect(`/desk/exams/${examIn(ctx)}/room`, { notice });
  }
}
