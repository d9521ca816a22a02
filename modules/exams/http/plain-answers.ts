import { Injectable } from '@nestjs/common';
import { personIdOf } from '../../../src/kernel/actor.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { unrepeatable, type RequestContext } from '../../../src/platform/http/request-context.js';
import { HandOverLateAnswers } from '../use-cases/hand-over-late-answers.js';
import type { Outcome } from '../use-cases/save-answers.js';
import { SittingShapes } from '../use-cases/sitting-shapes.js';
import { AnswerIntake } from './answer-intake.js';
import { answersIn } from './sitting-form.js';

/** Answers as a plain form sends them. */
@Injectable()
export class PlainAnswers {
  constructor(
    readonly intake: AnswerIntake,
    private readonly shapes: SittingShapes,
    private readonly transaction: Transaction,
    private readonly late: HandOverLateAnswers,
  ) {}

  /** What came after the end is kept apart as late. Throws as {@link AnswerIntake.save} */
  async save(ctx: RequestContext, sittingId: string, sent: Record<string, unknown>): Promise<Outcome[]> {
    const open = <T>(work: Parameters<typeof this.transaction.read<T>>[1]) =>
      this.transaction.read(unrepeatable(ctx), work);
    const shape = await this.shapes.of(open, personIdOf(ctx.actor), sittingId);
    if (!shape) throw notFound('this sitting');
    const given = answersIn(shape.items.values(), sent);
    const outcomes = await this.intake.save(ctx, sittingId, given);
    const late = given.filter((_, at) => outcomes[at]?.state === 'over').map((one) => ({ ...one, secondsAgo: 0 }));
    if (late.length > 0) await this.transaction.run(unrepeatable(ctx), (tx) => this.late.execute(tx, sittingId, late));
    return outcomes;
  }
}
