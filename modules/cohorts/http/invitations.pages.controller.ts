import { Controller, Get, Post } from '@nestjs/common';
import { SignedIn } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { FormPage } from '../../../src/platform/http/form-page.js';
import { idParam } from '../../../src/platform/http/params.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { redirect, view } from '../../../src/platform/http/responses.js';
import { say } from '../../../src/platform/translation/say.js';
import { AnswerInvitation } from '../use-cases/answer-invitation.js';
import { ReadInvitation } from '../use-cases/read-invitation.js';

/** An invitation to a course, for the person who has the address it went to. */
@Controller()
export class InvitationsPagesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly invitations: ReadInvitation,
    private readonly answer: AnswerInvitation,
  ) {}

  @Get('course-invitations/:id')
  @SignedIn()
  async show(@Ctx() ctx: RequestContext) {
    const invitation = await this.transaction.read(ctx, (tx) => this.invitations.execute(tx, named(ctx)));
    return view('cohorts/invitation', { ...invitation, href: `/course-invitations/${named(ctx).invitationId}` });
  }

  @Post('course-invitations/:id/acceptances')
  @SignedIn()
  @FormPage('show')
  async accept(@Ctx() ctx: RequestContext) {
    const path = await this.transaction.run(ctx, (tx) => this.answer.accept(tx, named(ctx)));
    return redirect(path, { notice: say`You are in. Go at your own pace; you can pause at any time.` });
  }

  @Post('course-invitations/:id/declinations')
  @SignedIn()
  @FormPage('show')
  async decline(@Ctx() ctx: RequestContext) {
    await this.transaction.run(ctx, (tx) => this.answer.decline(tx, named(ctx)));
    return redirect('/courses', { notice: say`You said no to the invitation. Nothing was begun.` });
  }

  /** Begins the course, or the group's; gives the path of what the caller is in now. */
  @Post('api/v1/course-invitations/:id/acceptances')
  @SignedIn()
  async acceptJson(@Ctx() ctx: RequestContext) {
    return this.transaction.run(ctx, async (tx) => ({ path: await this.answer.accept(tx, named(ctx)) }));
  }

  @Post('api/v1/course-invitations/:id/declinations')
  @SignedIn()
  async declineJson(@Ctx() ctx: RequestContext) {
    await this.transaction.run(ctx, (tx) => this.answer.decline(tx, named(ctx)));
    return { state: 'declined' };
  }
}

function named(ctx: RequestContext): { invitationId: string } {
  return { invitationId: idParam(ctx, 'id', 'this invitation') };
}
