import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { SignedIn } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { idParam } from '../../../src/platform/http/params.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { MarkAttendance } from '../use-cases/mark-attendance.js';
import { ReadRoom } from '../use-cases/read-room.js';
import { ScheduleSession } from '../use-cases/schedule-session.js';
import { AttendanceDto, LiveSessionDto } from './cohorts.dto.js';

@Controller('api/v1/teaching')
export class RoomsApiController {
  constructor(
    private readonly transaction: Transaction,
    private readonly scheduling: ScheduleSession,
    private readonly rooms: ReadRoom,
    private readonly marking: MarkAttendance,
  ) {}

  /** Puts a live session on its calendar, at a day and time where the organization is. */
  @Post('cohorts/:id/live-sessions')
  @HttpCode(201)
  @SignedIn()
  schedule(@Ctx() ctx: RequestContext, @Body() session: LiveSessionDto) {
    return this.transaction.run(ctx, (tx) => this.scheduling.execute(tx, { ...session, cohortId: idOf(ctx) }));
  }

  /** The code that the room shows now; null outside the time of the session. */
  @Get('live-sessions/:id/code')
  @SignedIn()
  async code(@Ctx() ctx: RequestContext) {
    const { code, seconds } = await this.transaction.read(ctx, (tx) => this.rooms.code(tx, idOf(ctx)));
    return { code, seconds };
  }

  /** Who was there, and how long; said again, it corrects. */
  @Post('live-sessions/:id/attendance')
  @SignedIn()
  mark(@Ctx() ctx: RequestContext, @Body() { present }: AttendanceDto) {
    return this.transaction.run(ctx, (tx) => this.marking.execute(tx, { sessionId: idOf(ctx), present }));
  }
}

function idOf(ctx: RequestContext): string {
  return idParam(ctx, 'id', 'this group or session');
}
