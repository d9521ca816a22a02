import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { QuizAnswerRepository, type QuestionShape } from '../persistence/quiz-answer.repository.js';

/** By the question's code, in order. */
export type AttemptShape = ReadonlyMap<string, QuestionShape>;

const MOST_ATTEMPTS = 2_000;

/** Which answers fit an attempt, remembered: it keeps its person and its form, so what was read once stays true. */
@Injectable()
export class AttemptShapes {
  private readonly known = new Map<string, { personId: string; shape: AttemptShape }>();

  constructor(private readonly answers: QuizAnswerRepository) {}

  /** @returns null for an attempt that is not there or not the person's */
  async of(tx: Tx, personId: string, attemptId: string): Promise<AttemptShape | null> {
    const known = this.known.get(attemptId);
    if (known) return known.personId === personId ? known.shape : null;
    const questions = await this.answers.questionsOf(tx, personId, attemptId);
    if (questions.length === 0) return null;
    const shape = new Map(questions.map((question) => [question.itemCode, question]));
    const [oldest] = this.known.keys();
    if (this.known.size >= MOST_ATTEMPTS && oldest !== undefined) this.known.delete(oldest);
    this.known.set(attemptId, { personId, shape });
    return shape;
  }
}
