import { Body, Controller, Get, Post } from '@nestjs/common';
import { Requires, SignedIn } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { FormPage } from '../../../src/platform/http/form-page.js';
import { idParam } from '../../../src/platform/http/params.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { redirect, view } from '../../../src/platform/http/responses.js';
import { say, sayWord } from '../../../src/platform/translation/say.js';
import { AskExtension } from '../use-cases/ask-extension.js';
import { DecideExtension } from '../use-cases/decide-extension.js';
import { ReadExtensions, type WaitingExtension } from '../use-cases/read-extensions.js';
import { ExtensionDecisionDto, ExtensionRequestDto } from './extensions.dto.js';

/** More time in a stage: the holder's question and the registrar's answer. */
@Controller()
export class ExtensionsPagesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly asking: AskExtension,
    private readonly deciding: DecideExtension,
    private readonly extensions: ReadExtensions,
  ) {}

  @Get('credentials/:number/extensions/new')
  @SignedIn()
  async question(@Ctx() ctx: RequestContext) {
    const page = await this.transaction.read(ctx, async (tx) => {
      const { credential, next } = await this.asking.offered(tx, ctx.params['number'] ?? '');
      const { number, title } = credential;
      const { stage, isDiscretionary, opened } = next;
      const action = `/credentials/${number}/extensions`;
      return {
        number,
        title,
        stage: inWords(stage),
        isDiscretionary,
        expiresOn: opened.term.expiresOn.toString(),
        action,
      };
    });
    return view('credentials/extension', page, { title: say`Ask for more time` });
  }

  @Post('credentials/:number/extensions')
  @SignedIn()
  @FormPage('question')
  async ask(@Ctx() ctx: RequestContext, @Body() { note }: ExtensionRequestDto) {
    await this.transaction.run(ctx, (tx) => this.asking.execute(tx, { number: ctx.params['number'] ?? '', note }));
    return redirect('/credentials', {
      notice: say`Your request is with the certifying body. A letter tells you the answer.`,
    });
  }

  @Get('desk/extensions')
  @Requires({ organization: 'certifying-body', roles: ['registrar'] })
  async list(@Ctx() ctx: RequestContext) {
    const waiting = await this.transaction.read(ctx, (tx) => this.extensions.execute(tx));
    return view('credentials/extensions', { waiting: waiting.map(waitingView) }, { title: 'Requests for more time' });
  }

  @Get('desk/extensions/:id')
  @Requires({ organization: 'certifying-body', roles: ['registrar'] })
  async show(@Ctx() ctx: RequestContext) {
    const found = await this.transaction.read(ctx, (tx) => this.extensions.one(tx, idParam(ctx, 'id', 'this request')));
    return view('credentials/extension-answer', waitingView(found), { title: `More time for ${found.holder}` });
  }

  @Post('desk/extensions/:id/decisions')
  @Requires({ organization: 'certifying-body', roles: ['registrar'] })
  @FormPage('show')
  async decide(@Ctx() ctx: RequestContext, @Body() { outcome, answer }: ExtensionDecisionDto) {
    const input = { requestId: idParam(ctx, 'id', 'this request'), outcome, answer: answer ?? null };
    const { state } = await this.transaction.run(ctx, (tx) => this.deciding.execute(tx, input));
    const notice = state === 'granted' ? 'The stage is extended.' : 'It is not extended.';
    return redirect('/desk/extensions', { notice: `${notice} The holder is told by letter.` });
  }
}

function waitingView({ expiresOn, newExpiresOn, askedAt, stage, ...rest }: WaitingExtension) {
  return {
    ...rest,
    stage: inWords(stage),
    expiresOn: expiresOn.toString(),
    newExpiresOn: newExpiresOn?.toString(),
    askedAt: askedAt.toString(),
    outcomes: [
      ...(newExpiresOn ? [{ value: 'granted', label: 'Extend the stage' }] : []),
      { value: 'declined', label: 'Do not extend it' },
    ],
  };
}

function inWords(stage: string): string {
  return sayWord(stage.replaceAll('_', ' '));
}
