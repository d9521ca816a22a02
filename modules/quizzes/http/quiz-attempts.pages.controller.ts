import { Body, Controller, Get, Post } from '@nestjs/common';
import { SignedIn } from '../../../src/platform/access/access-rule.js';
import { Transaction, type Tx } from '../../../src/platform/database/transaction.js';
import { FormPage } from '../../../src/platform/http/form-page.js';
import { idParam } from '../../../src/platform/http/params.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { redirect, view } from '../../../src/platform/http/responses.js';
import { say, sayMessage } from '../../../src/platform/translation/say.js';
import { olderAnswer, timeIsUp } from '../quizzes.errors.js';
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

  /** "Save my answers" of the page without its script. After the end it is handing in: what comes along is kept as late. */
  @Post('answers')
  @SignedIn()
  @FormPage('show')
  async save(@Ctx() ctx: RequestContext, @Body() sent: SentForm) {
    const attemptId = idParam(ctx, 'id', 'this attempt');
    const done = await this.transaction.run(ctx, async (tx) => {
      const answers = await this.answersOf(tx, attemptId, sent);
      const saved = await this.saveAnswers.execute(tx, { attemptId, answers });
      return saved.state === 'open' ? saved : this.submitAttempt.execute(tx, { attemptId, answers });
    });
    if (done.state !== 'open') return afterwards(attemptId, done.state);
    const older = done.outcomes.some((one) => one.state === 'older');
    return redirect(`/attempts/${attemptId}`, {
      notice: older ? keptNewer() : say`Your answers are saved. You can go on, or come back later.`,
    });
  }

  @Post('submissions')
  @SignedIn()
  @FormPage('show')
  async submit(@Ctx() ctx: RequestContext, @Body() sent: SentForm) {
    const attemptId = idParam(ctx, 'id', 'this attempt');
    const done = await this.transaction.run(ctx, async (tx) =>
      this.submitAttempt.execute(tx, { attemptId, answers: await this.answersOf(tx, attemptId, sent) }),
    );
    if (done.state !== 'newer_elsewhere') return afterwards(attemptId, done.state);
    return redirect(`/attempts/${attemptId}`, { notice: say`${keptNewer()} Look it over, then hand in.` });
  }

  /** The form's answers, read against the questions of the attempt. */
  private async answersOf(tx: Tx, attemptId: string, sent: SentForm): Promise<GivenAnswer[]> {
    return answersIn([...(await this.saveAnswers.questionsOf(tx, attemptId)).values()], sent);
  }
}

function keptNewer(): string {
  return say`${sayMessage(olderAnswer([]).message)} The page shows what is saved.`;
}

function afterwards(attemptId: string, state: string) {
  const words = timeIsUp();
  return redirect(
    `/attempts/${attemptId}/result`,
    state === 'time_is_up' ? { notice: `${sayMessage(words.message)} ${sayMessage(words.next)}` } : {},
  );
}
