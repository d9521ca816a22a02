import { Injectable } from '@nestjs/common';
import { personIdOf, systemActor } from '../../../src/kernel/actor.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { unrepeatable, type RequestContext } from '../../../src/platform/http/request-context.js';
import { answerDoesNotFit } from '../exams.errors.js';
import { SaveAnswers, type AnswerRow, type Outcome } from '../use-cases/save-answers.js';
import { fitToLine, SittingShapes } from '../use-cases/sitting-shapes.js';

export interface GivenAnswer {
  versionId: string;
  /** One higher than the revision the person saw when they answered. */
  revision: number;
  chosen?: unknown;
  places?: unknown;
  flagged?: boolean | undefined;
  /** How the sender calls this answer, for the note beside it; the version's id when absent. */
  field?: string;
}

interface Waiting {
  row: AnswerRow;
  resolve(outcome: Outcome): void;
  reject(error: unknown): void;
}

const INTAKE = systemActor('exams');

/** Written at once: two transactions, so that one that waits for a sitting being closed does not hold up everybody. */
const LANES = 2;
const MOST_AT_ONCE = 300;

/**
 * Takes answers in. What arrives while a transaction is under way is written by the next one, together: under load one commit
 * serves many people, and alone an answer waits for nobody. Nobody is told "saved" before the commit.
 */
@Injectable()
export class AnswerIntake {
  private waiting: Waiting[] = [];
  private lanes = 0;

  constructor(
    private readonly transaction: Transaction,
    private readonly shapes: SittingShapes,
    private readonly saveAnswers: SaveAnswers,
  ) {}

  /**
   * @returns what became of each, in order
   * @throws DomainError not_found for another person's sitting or a question it does not ask; exams.answer_does_not_fit; then
   * nothing is saved
   */
  async save(ctx: RequestContext, sittingId: string, given: readonly GivenAnswer[]): Promise<Outcome[]> {
    const personId = personIdOf(ctx.actor);
    const shape = await this.shapes.of((work) => this.transaction.read(unrepeatable(ctx), work), personId, sittingId);
    if (!shape) throw notFound('this sitting');
    const unfit: string[] = [];
    const rows = given.map(({ versionId, revision, flagged = false, field = versionId, ...sent }) => {
      const item = shape.items.get(versionId);
      if (!item) throw notFound('this question in the exam');
      const answer = fitToLine(item, sent);
      if (!answer) unfit.push(field);
      return { sittingId, personId, versionId, revision, flagged, answer: answer ?? { chosen: [] } };
    });
    if (unfit.length > 0) throw answerDoesNotFit(unfit);
    return Promise.all(rows.map((row) => this.take(row)));
  }

  private take(row: AnswerRow): Promise<Outcome> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ row, resolve, reject });
      if (this.lanes < LANES) void this.write();
    });
  }

  private async write(): Promise<void> {
    this.lanes++;
    // What arrives in the same turn of the loop goes along.
    await Promise.resolve();
    for (let batch = this.next(); batch.length > 0; batch = this.next()) {
      try {
        const outcomes = await this.transaction.single({ actor: INTAKE, requestId: 'answers' }, (tx) =>
          this.saveAnswers.execute(
            tx,
            batch.map(({ row }) => row),
          ),
        );
        batch.forEach(({ resolve }, at) => resolve(outcomes[at] as Outcome));
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    this.lanes--;
  }

  /** The next to write; of several answers to one question the later wait for their turn. */
  private next(): Waiting[] {
    const taken = new Set<string>();
    const [batch, rest]: [Waiting[], Waiting[]] = [[], []];
    for (const one of this.waiting) {
      const key = `${one.row.sittingId} ${one.row.versionId}`;
      if (batch.length < MOST_AT_ONCE && !taken.has(key)) batch.push(one);
      else rest.push(one);
      taken.add(key);
    }
    this.waiting = rest;
    return batch;
  }
}
