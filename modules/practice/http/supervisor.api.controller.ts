import { Body, Controller, Get, Header, HttpCode, Post } from '@nestjs/common';
import { isLanguage, type Language } from '../../../src/kernel/languages.js';
import { ByLink } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { OpenSignOff, type SignOffPage } from '../use-cases/open-sign-off.js';
import { SupervisorAnswers } from '../use-cases/supervisor-answers.js';
import { SupervisorLink } from './supervisor-link.js';
import { CodeDto, ReturnDto, SignDto } from './supervisor-sign-off.dto.js';

/** What a supervisor does, for programs: `:token` is the last part of the address in the letter, and opens this one request. */
@Controller('api/v1/sign-off-links/:token')
export class SupervisorApiController {
  constructor(
    private readonly transaction: Transaction,
    private readonly openSignOff: OpenSignOff,
    private readonly link: SupervisorLink,
    private readonly answers: SupervisorAnswers,
  ) {}

  /**
   * Exactly what would be signed, with its hash, in English or in the `language` asked for; once it is answered, how. Whose
   * hash is sent back is what gets signed.
   */
  @Get()
  @Header('cache-control', 'no-store')
  @ByLink('practice.sign-off')
  async show(@Ctx() ctx: RequestContext) {
    return this.transaction.read(ctx, async (tx) => {
      const token = tokenIn(ctx);
      const { signOffId } = await this.openSignOff.link(tx, token);
      return signOffJson(signOffId, await this.openSignOff.page(tx, { token, signOffId, language: languageIn(ctx) }));
    });
  }

  /** Mails a code of six digits to the supervisor's address; it works for ten minutes, and for what was read alone. */
  @Post('codes')
  @HttpCode(202)
  @ByLink('practice.sign-off')
  async sendCode(@Ctx() given: RequestContext, @Body() { contentHash }: CodeDto) {
    const { ctx, link } = await this.link.heldBy(given, tokenIn(given));
    const asked = { ...link, contentHash, language: languageIn(given) };
    return this.transaction.run(ctx, (tx) => this.answers.requestCode.execute(tx, asked));
  }

  @Post('signatures')
  @ByLink('practice.sign-off')
  async sign(@Ctx() given: RequestContext, @Body() input: SignDto) {
    await this.link.sign(await this.link.heldBy(given, tokenIn(given)), input);
    return this.show(given);
  }

  /** Gives the entries back for a change, or declines to sign them. */
  @Post('returns')
  @ByLink('practice.sign-off')
  async giveBack(@Ctx() given: RequestContext, @Body() input: ReturnDto) {
    await this.link.giveBack(await this.link.heldBy(given, tokenIn(given)), input);
    return this.show(given);
  }
}

const tokenIn = ({ params }: RequestContext): string => params['token'] ?? '';

const languageIn = ({ query }: RequestContext): Language => (isLanguage(query['language']) ? query['language'] : 'en');

function signOffJson(signOffId: string, page: SignOffPage) {
  const { state } = page;
  if (state === 'open') return { signOffId, state, contentHash: page.hash, content: page.content };
  const answered = { signOffId, state, trainee: page.trainee, closedAt: page.closedAt };
  return state === 'signed' ? { ...answered, contentHash: page.hash, content: page.content } : answered;
}
