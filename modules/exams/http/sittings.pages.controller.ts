import { Body, Controller, Get, Post, Put } from '@nestjs/common';
import { SignedIn } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { idParam } from '../../../src/platform/http/params.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { redirect, view } from '../../../src/platform/http/responses.js';
import { say, sayMessage } from '../../../src/platform/translation/say.js';
import { olderAnswer, onBreak } from '../exams.errors.js';
import { ReadSitting } from '../use-cases/read-sitting.js';
import { SubmitSitting } from '../use-cases/submit-sitting.js';
import { TakeBreak } from '../use-cases/take-break.js';
import { SittingAnswersDto } from './exams.dto.js';
import { PlainAnswers } from './plain-answers.js';
import { endOf, tellOutcomes } from './outcomes.js';
import { breakPage, handInPage, resultPage, sittingPage } from './sitting.page.js';

const sittingIn = (ctx: RequestContext) => idParam(ctx, 'id', 'this sitting');

/** A sitting in the browser: one page, saved by its script answer by answer, or by plain buttons without one. */
@Controller('sittings/:id')
export class SittingsPagesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly reading: ReadSitting,
    private readonly submitting: SubmitSitting,
    private readonly answers: PlainAnswers,
  ) {}

  /** The whole form in one page. The bank keeps that its questions were read. */
  @Get()
  @SignedIn()
  async show(@Ctx() ctx: RequestContext) {
    const id = sittingIn(ctx);
    return this.transaction.run(ctx, async (tx) => {
      const sitting = await this.reading.execute(tx, id);
      if (sitting.state === 'ending') return view('exams/ending', { title: sitting.title, sitting });
      if (sitting.state === 'on_break') return view('exams/break', breakPage(sitting));
      if (sitting.state !== 'open') return redirect(`/sittings/${id}/result`);
      return view('exams/sitting', sittingPage(sitting, await this.reading.questions(tx, id)), {
        title: sitting.title,
      });
    });
  }

  /** "Save" of the page without its script: every answer on it, whichever of its buttons was pressed. */
  @Post('answers')
  @SignedIn()
  async save(@Ctx() ctx: RequestContext, @Body() sent: Record<string, unknown>) {
    const id = sittingIn(ctx);
    const outcomes = await this.answers.save(ctx, id, sent);
    const over = outcomes.find(({ state }) => state === 'over');
    if (over) return redirect(`/sittings/${id}`);
    for (const one of outcomes) if (one.state === 'break') throw onBreak(one.until);
    const older = outcomes.flatMap((one) => (one.state === 'older' ? one.kept.savedAt : []));
    const at = typeof sent['group'] === 'string' && /^\d{1,2}$/.test(sent['group']) ? `#group-${sent['group']}` : '';
    const notice = older[0]
      ? say`${sayMessage(olderAnswer(older[0]).message)} The page shows what is saved.`
      : say`Your answers are saved.`;
    if (sent['then'] !== 'look-over') return redirect(`/sittings/${id}${at}`, { notice });
    return redirect(`/sittings/${id}/submission`, older[0] ? { notice } : {});
  }

  /** Answers from the page's script. The answer is JSON, problems too: the script asks for it. */
  @Put('answers')
  @SignedIn()
  async saveAll(@Ctx() ctx: RequestContext, @Body() { answers }: SittingAnswersDto) {
    const outcomes = await this.answers.intake.save(ctx, sittingIn(ctx), answers);
    return { answers: tellOutcomes(answers, outcomes), ...endOf(outcomes) };
  }

  /** What is left before handing in. */
  @Get('submission')
  @SignedIn()
  async look(@Ctx() ctx: RequestContext) {
    const id = sittingIn(ctx);
    return this.transaction.read(ctx, async (tx) => {
      const sitting = await this.reading.execute(tx, id);
      if (sitting.state !== 'open') return redirect(`/sittings/${id}`);
      const page = handInPage(sitting, await this.reading.progress(tx, id));
      return view('exams/hand-in', page, { title: page.title });
    });
  }

  @Post('submissions')
  @SignedIn()
  async submit(@Ctx() ctx: RequestContext) {
    const id = sittingIn(ctx);
    await this.transaction.run(ctx, (tx) => this.submitting.execute(tx, id));
    return redirect(`/sittings/${id}/result`);
  }

  @Get('result')
  @SignedIn()
  async result(@Ctx() ctx: RequestContext) {
    const id = sittingIn(ctx);
    const sitting = await this.transaction.read(ctx, (tx) => this.reading.execute(tx, id));
    if (sitting.state === 'open' || sitting.state === 'ending' || sitting.state === 'on_break')
      return redirect(`/sittings/${id}`);
    const page = resultPage(sitting);
    return view('exams/result', page, { title: page.title });
  }
}

/** Breaks in the browser, by plain buttons. */
@Controller('sittings/:id')
@SignedIn()
export class SittingBreaksPagesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly breaks: TakeBreak,
    private readonly answers: PlainAnswers,
  ) {}

  /** Begins one. Without its script the page sends its answers along, and they are saved first. */
  @Post('breaks')
  async begin(@Ctx() ctx: RequestContext, @Body() sent: Record<string, unknown>) {
    const id = sittingIn(ctx);
    await this.answers.save(ctx, id, sent);
    await this.transaction.run(ctx, (tx) => this.breaks.begin(tx, id));
    return redirect(`/sittings/${id}`);
  }

  @Post('break-endings')
  async end(@Ctx() ctx: RequestContext) {
    const id = sittingIn(ctx);
    await this.transaction.run(ctx, (tx) => this.breaks.end(tx, id));
    return redirect(`/sittings/${id}`);
  }
}
