import { Controller, Delete, Get, HttpCode } from '@nestjs/common';
import { SignedIn } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { displayName } from '../domain/name.js';
import { ReadProfile } from '../use-cases/read-profile.js';
import { actingPerson } from '../use-cases/require-confirmed.js';
import { EndSession, ReadSessions } from '../use-cases/sessions.js';

/** What a program may know of the person it acts for. */
@Controller('api/v1/me')
@SignedIn()
export class MeApiController {
  constructor(
    private readonly transaction: Transaction,
    private readonly profile: ReadProfile,
    private readonly sessions: ReadSessions,
    private readonly endSession: EndSession,
  ) {}

  @Get()
  read(@Ctx() ctx: RequestContext) {
    return this.transaction.read(ctx, async (tx) => {
      const { person, primaryEmail } = await this.profile.execute(tx);
      const { assurance, memberships } = actingPerson(tx);
      const { id, number, legalName, chosenName, nameLanguage, letterLanguage } = person;
      const names = { legalName, chosenName, displayName: displayName(person), nameLanguage };
      return { id, number, ...names, letterLanguage, email: primaryEmail, assurance, memberships };
    });
  }

  @Get('sessions')
  readSessions(@Ctx() ctx: RequestContext) {
    return this.transaction.read(ctx, async (tx) => {
      const { sessionId } = actingPerson(tx);
      const open = await this.sessions.execute(tx);
      return open.map(({ id, kind, device, assurance, createdAt, lastSeenAt }) => {
        const times = { createdAt: createdAt.toString(), lastSeenAt: lastSeenAt.toString() };
        return { id, kind, device, assurance, ...times, current: id === sessionId };
      });
    });
  }

  @Delete('sessions/:id')
  @HttpCode(204)
  async endOne(@Ctx() ctx: RequestContext): Promise<void> {
    await this.transaction.run(ctx, (tx) => this.endSession.execute(tx, ctx.params['id'] ?? ''));
  }
}
