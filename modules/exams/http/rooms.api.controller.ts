import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { Requires } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { idParam } from '../../../src/platform/http/params.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { PROCTORS } from '../domain/rooms.js';
import { CheckInCandidate } from '../use-cases/check-in-candidate.js';
import { ReadRoom } from '../use-cases/read-room.js';
import { RoomActs } from '../use-cases/room-acts.js';
import { OutageDto } from './exams.dto.js';
import { CheckInDto, CheckInEndingDto, RoomDto } from './rooms.dto.js';

const roomIn = (ctx: RequestContext) => idParam(ctx, 'id', 'this room');

/** Rooms where exams are sat, for programs: who is expected, who was checked in, opening and closing. */
@Controller('api/v1')
@Requires({ organization: 'certifying-body', roles: PROCTORS })
export class RoomsApiController {
  constructor(
    private readonly transaction: Transaction,
    private readonly reading: ReadRoom,
    private readonly acts: RoomActs,
    private readonly checking: CheckInCandidate,
  ) {}

  @Post('exams/:id/rooms')
  prepare(@Ctx() ctx: RequestContext, @Body() { place }: RoomDto) {
    const examId = idParam(ctx, 'id', 'this exam');
    return this.transaction.run(ctx, (tx) => this.acts.rooms.prepare(tx, examId, place));
  }

  @Get('exam-rooms/:id')
  async room(@Ctx() ctx: RequestContext) {
    const { exam, ...room } = await this.transaction.read(ctx, (tx) => this.reading.execute(tx, roomIn(ctx)));
    return { exam: { id: exam.id, title: exam.title }, ...room };
  }

  @Post('exam-rooms/:id/openings')
  open(@Ctx() ctx: RequestContext) {
    return this.transaction.run(ctx, (tx) => this.acts.rooms.execute(tx, roomIn(ctx), 'opened'));
  }

  /** Nobody begins there any more; who began goes on. */
  @Post('exam-rooms/:id/closings')
  close(@Ctx() ctx: RequestContext) {
    return this.transaction.run(ctx, (tx) => this.acts.rooms.execute(tx, roomIn(ctx), 'closed'));
  }

  /** Gives time back to everybody who sits there. */
  @Post('exam-rooms/:id/outages')
  giveBack(@Ctx() ctx: RequestContext, @Body() given: OutageDto) {
    return this.transaction.run(ctx, (tx) => this.acts.help.giveBackInRoom(tx, roomIn(ctx), given));
  }

  @Post('exam-rooms/:id/check-ins')
  checkIn(@Ctx() ctx: RequestContext, @Body() { authorisationId, identitySeen }: CheckInDto) {
    const named = { roomId: roomIn(ctx), authorisationId };
    return this.transaction.run(ctx, (tx) => this.checking.execute(tx, named, identitySeen));
  }

  /** Takes a check-in back, before the sitting. */
  @Post('exam-rooms/:id/check-in-endings')
  @HttpCode(200)
  takeBack(@Ctx() ctx: RequestContext, @Body() { authorisationId }: CheckInEndingDto) {
    return this.transaction.run(ctx, (tx) => this.checking.takeBack(tx, { roomId: roomIn(ctx), authorisationId }));
  }
}
