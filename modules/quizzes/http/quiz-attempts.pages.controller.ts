import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';
import { SignedIn } from '../../../src/platform/access/access-rule.js';
import { Transaction, type Tx } from '../../../src/platform/database/transaction.js';
import { FormPage } from '../../../src/platform/http/form-page.js';
import { idParam } from '../../../src/platform/http/params.js';
import { Ctx, unrepeatable, type RequestContext } from '../../../src/platform/http/request-context.js';
import { redirect, view } from '../../../src/platform/http/responses.js';
import { say, sayMessage } from '../../../src/platform/translation/say.js';
import { timeIsUp } from '../quizzes.errors.js';
import { ReadAttempt } from '../use-cases/read-attempt.js';
import { SaveAnswers, type GivenAnswer } from '../use-cases/save-answers.js';
import { SubmitAttempt } from '../use-cases/submit-attempt.js';
import { answersIn } from './attempt-form.js';
import { attemptPage } from './attempt.page.js';

type SentForm = Record<string, unknown>;

/** An open attempt in the browser: one page, saved by its script answer by answer, or by plain buttons without one. */
@Controller('attempts/:id')
export class QuizAttemptsPagesController {
  constructor(
    private readonly transaction: Transaction,
    private readonly readAttempt: ReadAttempt,
    private readonly saveAnswers: SaveAnswers,
    private readonly submitAttempt: SubmitAttempt,
  ) {}

  @Get()
  @SignedIn()
  async show(@Ctx() ctx: RequestContext) {
    const attemptId = idParam(ctx, 'id', 'this attempt');
    const { attempt, helps } = await this.transaction.read(ctx, (tx) => this.readAttempt.withHelp(tx, { attemptId }));
    if (attempt.state === 'closed') return redirect(`/attempts/${attemptId}/result`);
    if (attempt.state === 'time_is_up') return view('quizzes/time-is-up', { title: attempt.title, attempt });
    return view('quizzes/attempt', attemptPage(attempt, helps, ctx.form?.values));
  }

  /** "Save my answers" of the page without its script. */
  @Post('answers')
  @SignedIn()
  @FormPage('show')
  async save(@Ctx() ctx: RequestContext, @Body() sent: SentForm) {
    const attemptId = idParam(ctx, 'id', 'this attempt');
    const saved = await this.transaction.run(ctx, async (tx) =>
      this.saveAnswers.execute(tx, { attemptId, answers: await this.answersOf(tx, attemptId, sent) }),
    );
    if (saved.state === 'time_is_up') return this.afterTime(attemptId);
    return redirect(`/attempts/${attemptId}`, {
      notice: say`Your answers are saved. You can go on, or come back later.`,
    });
  }

  /** One answer, from the page's script. The answer is JSON, problems too: the script asks for it. */
  @Put('answers/:place')
  @SignedIn()
  async saveOne(@Ctx() ctx: RequestContext, @Param('place') place: string, @Body() sent: SentForm) {
    const attemptId = idParam(ctx, 'id', 'this attempt');
    const field = `q${place}`;
    const saved = await this.transaction.run(unrepeatable(ctx), async (tx) => {
      const answers = await this.answersOf(tx, attemptId, sent);
      return this.saveAnswers.execute(tx, { attemptId, answers: answers.filter((answer) => answer.field === field) });
    });
    if (saved.state === 'time_is_up') throw timeIsUp();
    return { savedAt: saved.savedAt, revision: saved.answers[0]?.revision ?? 0 };
  }

  @Post('submissions')
  @SignedIn()
  @FormPage('show')
  async submit(@Ctx() ctx: RequestContext, @Body() sent: SentForm) {
    const attemptId = idParam(ctx, 'id', 'this attempt');
    const { inTime } = await this.transaction.run(ctx, async (tx) =>
      this.submitAttempt.execute(tx, { attemptId, answers: await this.answersOf(tx, attemptId, sent) }),
    );
    return inTime ? redirect(`/attempts/${attemptId}/result`) : this.afterTime(attemptId);
  }

  /** The form's answers, read against the questions of the attempt. */
  private async answersOf(tx: Tx, attemptId: string, sent: SentForm): Promise<GivenAnswer[]> {
    return answersIn([...(await this.saveAnswers.questionsOf(tx, attemptId)).values()], sent);
  }

  private afterTime(attemptId: string) {
    return redirect(`/attempts/${attemptId}/result`, {
      notice: `${sayMessage(timeIsUp().message)} ${sayMessage(timeIsUp().next)}`,
    });
  }
}
