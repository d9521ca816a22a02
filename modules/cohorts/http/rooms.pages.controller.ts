import { Body, Controller, Get, Inject, Post } from '@nestjs/common';
import { CONFIG, type Config } from '../../../src/config/config.js';
import { SignedIn } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { FormPage } from '../../../src/platform/http/form-page.js';
import { keyParts, readKey } from '../../../src/platform/http/paging.js';
import { idParam } from '../../../src/platform/http/params.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { redirect, view } from '../../../src/platform/http/responses.js';
import { MarkAttendance } from '../use-cases/mark-attendance.js';
import { ReadRoom } from '../use-cases/read-room.js';
import { presencesIn } from './attendance-form.js';
import { codePage, roomPage } from './room.page.js';

/** One live session, for those who hold it; for everybody else there is no such session. */
@Controller('teaching/live-sessions/:id')
export class RoomsPagesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly rooms: ReadRoom,
    private readonly marking: MarkAttendance,
    @Inject(CONFIG) private readonly config: Pick<Config, 'PUBLIC_URL'>,
  ) {}

  @Get()
  @SignedIn()
  async one(@Ctx() ctx: RequestContext) {
    const after = readKey(ctx.query['after'], keyParts.id)?.[0] ?? null;
    const room = await this.transaction.read(ctx, (tx) => this.rooms.execute(tx, idOf(ctx), after));
    return view('cohorts/room', roomPage(room, ctx.query['after']));
  }

  /** Shown to the room. The page asks for itself again when the code changes, without a script. */
  @Get('code')
  @SignedIn()
  async code(@Ctx() ctx: RequestContext) {
    const shown = await this.transaction.read(ctx, (tx) => this.rooms.code(tx, idOf(ctx)));
    return view('cohorts/code', codePage(shown, this.config.PUBLIC_URL), {
      title: 'Check in',
      headers: { refresh: String(shown.seconds) },
    });
  }

  @Post('attendance')
  @SignedIn()
  @FormPage('one')
  async mark(@Ctx() ctx: RequestContext, @Body() sent: Record<string, unknown>) {
    const present = presencesIn(sent);
    await this.transaction.run(ctx, (tx) => this.marking.execute(tx, { sessionId: idOf(ctx), present }));
    return redirect(`/teaching/live-sessions/${idOf(ctx)}`, { notice: 'Saved. Who was there has it as training now.' });
  }
}

function idOf(ctx: RequestContext): string {
  return idParam(ctx, 'id', 'this session');
}
