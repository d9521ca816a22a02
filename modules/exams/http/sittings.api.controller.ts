import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { SignedIn } from '../../../src/platform/access/access-rule.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { idParam } from '../../../src/platform/http/params.js';
import { Ctx, type RequestContext } from '../../../src/platform/http/request-context.js';
import { olderAnswer, onBreak, sittingOver, timeIsUp } from '../exams.errors.js';
import { ReadSitting } from '../use-cases/read-sitting.js';
import { TakeBreak } from '../use-cases/take-break.js';
import { StartSitting } from '../use-cases/start-sitting.js';
import { SubmitSitting } from '../use-cases/submit-sitting.js';
import { AnswerIntake } from './answer-intake.js';
import { SittingAnswerDto, SittingAnswersDto, StartSittingDto } from './exams.dto.js';
import { endOf, tellOutcomes } from './outcomes.js';

const sittingIn = (ctx: RequestContext) => idParam(ctx, 'id', 'this sitting');

/** A person's own sittings, for programs. */
@Controller('api/v1/sittings')
export class SittingsApiController {
  constructor(
    private readonly transaction: Transaction,
    private readonly starting: StartSitting,
    private readonly reading: ReadSitting,
    private readonly submitting: SubmitSitting,
  ) {}

  /** Begins a sitting, or gives the one that is open. */
  @Post()
  @SignedIn()
  async start(@Ctx() ctx: RequestContext, @Body() { examId, identityTextId, nondisclosureTextId }: StartSittingDto) {
    const texts = { identityTextId: identityTextId ?? null, nondisclosureTextId: nondisclosureTextId ?? null };
    const { sittingId } = await this.transaction.run(ctx, (tx) => this.starting.execute(tx, { examId, ...texts }));
    return { sittingId };
  }

  /** The whole form while it is open, the result once it is closed. Each reading of questions is kept by the bank. */
  @Get(':id')
  @SignedIn()
  async sitting(@Ctx() ctx: RequestContext) {
    const id = sittingIn(ctx);
    return this.transaction.run(ctx, async (tx) => {
      const sitting = await this.reading.execute(tx, id);
      if (sitting.state === 'open') return { ...sitting, questions: await this.reading.questions(tx, id) };
      if (sitting.state === 'ending' || sitting.state === 'on_break') return sitting;
      const { candidate, ...told } = sitting;
      return { ...told, nextOn: candidate?.nextOn ?? null, attemptsLeft: candidate?.left ?? null };
    });
  }

  /** Hands it in; a repeat gives the same. */
  @Post(':id/submissions')
  @HttpCode(200)
  @SignedIn()
  async submit(@Ctx() ctx: RequestContext) {
    const id = sittingIn(ctx);
    return this.transaction.run(ctx, (tx) => this.submitting.execute(tx, id));
  }
}

/** Breaks, for programs, where an accommodation has time for them. */
@Controller('api/v1/sittings/:id')
@SignedIn()
export class SittingBreaksApiController {
  constructor(
    private readonly transaction: Transaction,
    private readonly breaks: TakeBreak,
  ) {}

  /** Begins one; twice is one break. */
  @Post('breaks')
  begin(@Ctx() ctx: RequestContext) {
    return this.transaction.run(ctx, (tx) => this.breaks.begin(tx, sittingIn(ctx)));
  }

  /** Goes on. */
  @Post('break-endings')
  @HttpCode(200)
  end(@Ctx() ctx: RequestContext) {
    return this.transaction.run(ctx, (tx) => this.breaks.end(tx, sittingIn(ctx)));
  }
}

/** Answers, for programs: the same intake as the page's. */
@Controller('api/v1/sittings/:id/answers')
export class SittingAnswersApiController {
  constructor(private readonly intake: AnswerIntake) {}

  /** Saves one answer over an older revision of itself; `item` is the id of the version that is asked. */
  @Put(':item')
  @SignedIn()
  async save(@Ctx() ctx: RequestContext, @Body() body: SittingAnswerDto) {
    const versionId = idParam(ctx, 'item', 'this question in the exam');
    const [outcome] = await this.intake.save(ctx, sittingIn(ctx), [{ ...body, versionId }]);
    if (!outcome || outcome.state === 'over') throw outcome?.byTime ? timeIsUp() : sittingOver();
    if (outcome.state === 'break') throw onBreak(outcome.until);
    if (outcome.state === 'older') throw olderAnswer(outcome.kept.savedAt);
    return { versionId, revision: outcome.revision, savedAt: outcome.savedAt.toString(), ...endOf([outcome]) };
  }

  /** Saves several: each has its own outcome, `saved` or `older` with what is kept; beside them when the sitting ends. */
  @Put()
  @SignedIn()
  async saveAll(@Ctx() ctx: RequestContext, @Body() { answers }: SittingAnswersDto) {
    const outcomes = await this.intake.save(ctx, sittingIn(ctx), answers);
    return { answers: tellOutcomes(answers, outcomes), ...endOf(outcomes) };
  }
}
