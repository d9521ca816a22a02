import { Injectable } from '@nestjs/common';
import { notFound } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { fitToItem, type Answer } from '../domain/answer.js';
import { QuizAnswerRepository, type QuestionShape } from '../persistence/quiz-answer.repository.js';
import { answerDoesNotFit } from '../quizzes.errors.js';

/** By the question's code, in order. */
export type AttemptShape = ReadonlyMap<string, QuestionShape>;

/** An answer as it was sent, before it is read against its question. */
export interface SentAnswer {
  itemCode: string;
  chosen?: unknown;
  places?: unknown;
  /** How the sender calls this answer, for the note beside it; the item's code when absent. */
  field?: string | undefined;
}

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

/**
 * What was sent, each in the shape of its question.
 * @throws DomainError not_found where a question is not asked in the attempt; quizzes.answer_does_not_fit, naming all that do not
 */
export function fitted<T extends SentAnswer>(shape: AttemptShape, given: readonly T[]): (T & { answer: Answer })[] {
  const unfit: string[] = [];
  const rows = given.flatMap((sent) => {
    const question = shape.get(sent.itemCode);
    if (!question) throw notFound('this question in the attempt');
    const answer = fitToItem(question, sent);
    if (!answer) unfit.push(sent.field ?? sent.itemCode);
    return answer ? [{ ...sent, answer }] : [];
  });
  if (unfit.length > 0) throw answerDoesNotFit(unfit);
  return rows;
}
