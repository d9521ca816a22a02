import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { SignedIn } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { idParam } from '../../../src/platform/http/params.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { ManageSignOff } from '../use-cases/manage-sign-off.js';
import { ReadSignOffs } from '../use-cases/read-sign-offs.js';
import { RequestSignOff } from '../use-cases/request-sign-off.js';
import { entryJson } from './entry-input.js';
import { SignOffRequestDto } from './practice.dto.js';

/** Requests to supervisors, for programs. They are signed by the mailed link alone, on its page or at `sign-off-links`. */
@Controller('api/v1/practice/sign-off-requests')
export class PracticeSignOffsApiController {
  constructor(
    private readonly transaction: Transaction,
    private readonly readSignOffs: ReadSignOffs,
    private readonly requestSignOff: RequestSignOff,
    private readonly manage: ManageSignOff,
  ) {}

  @Get()
  @SignedIn()
  async list(@Ctx() ctx: RequestContext) {
    return { signOffRequests: await this.transaction.read(ctx, (tx) => this.readSignOffs.list(tx)) };
  }

  /** Sends the entries to their supervisor by a mailed link. */
  @Post()
  @SignedIn()
  async request(@Ctx() ctx: RequestContext, @Body() body: SignOffRequestDto) {
    const { signOffId } = await this.transaction.run(ctx, (tx) => this.requestSignOff.execute(tx, body));
    return this.one(ctx, signOffId);
  }

  @Get(':id')
  @SignedIn()
  async show(@Ctx() ctx: RequestContext) {
    return this.one(ctx, idParam(ctx, 'id', 'this request'));
  }

  /** Sends a new link; the one before opens nothing any more. */
  @Post(':id/links')
  @SignedIn()
  async sendAgain(@Ctx() ctx: RequestContext) {
    const id = idParam(ctx, 'id', 'this request');
    await this.transaction.run(ctx, (tx) => this.manage.sendAgain(tx, id));
    return this.one(ctx, id);
  }

  /** Takes the request back. */
  @Post(':id/revocations')
  @HttpCode(200)
  @SignedIn()
  async revoke(@Ctx() ctx: RequestContext) {
    const id = idParam(ctx, 'id', 'this request');
    await this.transaction.run(ctx, (tx) => this.manage.revoke(tx, id));
    return this.one(ctx, id);
  }

  private async one(ctx: RequestContext, id: string) {
    const { signOff, entries } = await this.transaction.read(ctx, (tx) => this.readSignOffs.one(tx, id));
    return { ...signOff, entries: entries.map(entryJson) };
  }
}
