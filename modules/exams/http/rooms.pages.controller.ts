import { Body, Controller, Get, Post } from '@nestjs/common';
import { Requires } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { FormPage } from '../../../src/platform/http/form-page.js';
import { idParam } from '../../../src/platform/http/params.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { redirect, view } from '../../../src/platform/http/responses.js';
import { PROCTORS } from '../domain/rooms.js';
import { CheckInCandidate } from '../use-cases/check-in-candidate.js';
import { ReadRoom } from '../use-cases/read-room.js';
import { RoomActs } from '../use-cases/room-acts.js';
import { OutageDto } from './exams.dto.js';
import { checkInPage, examRoomPage } from './exam-room.page.js';
import { CheckInFormDto } from './rooms.dto.js';

const roomIn = (ctx: RequestContext) => idParam(ctx, 'id', 'this room');
const personIn = (ctx: RequestContext) => ({
  roomId: roomIn(ctx),
  authorisationId: idParam(ctx, 'authorisationId', 'this person in the room'),
});

/** A room where an exam is sat: who is expected, who was checked in, opening and closing. No answer is ever here. */
@Controller('desk/exams/rooms/:id')
@Requires({ organization: 'certifying-body', roles: PROCTORS })
export class RoomsPagesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly reading: ReadRoom,
    private readonly acts: RoomActs,
    private readonly checking: CheckInCandidate,
  ) {}

  @Get()
  async show(@Ctx() ctx: RequestContext) {
    const page = await this.transaction.read(ctx, async (tx) =>
      examRoomPage(await this.reading.execute(tx, roomIn(ctx)), tx.now),
    );
    return view('exams/exam-room', page, { title: page.title });
  }

  @Post('openings')
  @FormPage('show')
  async open(@Ctx() ctx: RequestContext) {
    await this.transaction.run(ctx, (tx) => this.acts.rooms.execute(tx, roomIn(ctx), 'opened'));
    return this.back(ctx, 'The room is open. Whoever is checked in can begin.');
  }

  @Post('closings')
  @FormPage('show')
  async close(@Ctx() ctx: RequestContext) {
    await this.transaction.run(ctx, (tx) => this.acts.rooms.execute(tx, roomIn(ctx), 'closed'));
    return this.back(ctx, 'The room is closed. Nobody begins here any more; who began goes on.');
  }

  /** To everybody who sits there. */
  @Post('outages')
  @FormPage('show')
  async giveBack(@Ctx() ctx: RequestContext, @Body() given: OutageDto) {
    const { sittings } = await this.transaction.run(ctx, (tx) => this.acts.help.giveBackInRoom(tx, roomIn(ctx), given));
    return this.back(ctx, `Time is given back to everybody who sits in this room: ${sittings}.`);
  }

  /** Somebody who is expected or checked in. */
  @Get('people/:authorisationId')
  async person(@Ctx() ctx: RequestContext) {
    const { roomId, authorisationId } = personIn(ctx);
    const found = await this.transaction.read(ctx, (tx) => this.reading.person(tx, roomId, authorisationId));
    const page = checkInPage(found);
    return view('exams/check-in', page, { title: page.title });
  }

  @Post('people/:authorisationId/check-ins')
  @FormPage('person')
  async checkIn(@Ctx() ctx: RequestContext, @Body() { identitySeen }: CheckInFormDto) {
    const { name } = await this.transaction.run(ctx, (tx) => this.checking.execute(tx, personIn(ctx), identitySeen));
    return this.back(ctx, `${name} is checked in.`);
  }

  @Post('people/:authorisationId/check-in-endings')
  @FormPage('person')
  async takeBack(@Ctx() ctx: RequestContext) {
    const { name } = await this.transaction.run(ctx, (tx) => this.checking.takeBack(tx, personIn(ctx)));
    return this.back(ctx, `${name} is not checked in any more.`);
  }

  private back(ctx: RequestContext, notice: string) {
    return redirect(`/desk/exams/rooms/${roomIn(ctx)}`, { notice });
  }
}
