import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { personIdOf } from '../../../src/kernel/actor.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import {
  askedQuestions,
  explainedQuestions,
  type AskedQuestion,
  type ExplainedQuestion,
} from '../domain/attempt-view.js';
import { languageOf, type QuizDefinition } from '../domain/quiz-definition.js';
import { mostOf, type Accommodation } from '../domain/accommodation.js';
import { nextAttempt, type NextAttempt } from '../domain/retake.js';
import { scoreAttempt, type CompetencyScore } from '../domain/scoring.js';
import { isOver, secondsUntil } from '../domain/timing.js';
import { AccommodationRepository } from '../persistence/accommodation.repository.js';
import { LateQuizAnswerRepository } from '../persistence/late-quiz-answer.repository.js';
import type { QuizAnswerEntity, QuizAttemptEntity, QuizAttemptItemEntity } from '../persistence/quiz-attempt.entity.js';
import { QuizAttemptRepository } from '../persistence/quiz-attempt.repository.js';
import { QuizRepository } from '../persistence/quiz.repository.js';

interface AttemptHead {
  id: string;
  number: number;
  quizCode: string;
  courseCode: string | null;
  title: string;
  /** That the title and the questions are written in. */
  language: string;
  passPercent: number;
  startedAt: Temporal.Instant;
  deadlineAt: Temporal.Instant;
}

export type AttemptReading = AttemptHead &
  (
    | { state: 'open'; secondsLeft: number; questions: AskedQuestion[] }
    /** The time has ended and the score is about to be written; a submit does it at once. */
    | { state: 'time_is_up' }
    | {
        state: 'closed';
        closedAt: Temporal.Instant;
        closedBy: 'person' | 'time';
        percent: number;
        passed: boolean;
        competencies: CompetencyScore[];
        questions: ExplainedQuestion[];
        /** Answers that came after the end, and when the last of them did; null where none did. */
        late: { answers: number; receivedAt: Temporal.Instant } | null;
        next: NextAttempt;
      }
  );

/** By the time of the server. */
export interface AttemptStanding {
  state: 'open' | 'over';
  deadlineAt: Temporal.Instant;
  secondsLeft: number;
}

/** A person's own attempt: the questions while it is open, the explained result once it is closed. */
@Injectable()
export class ReadAttempt {
  constructor(
    private readonly attempts: QuizAttemptRepository,
    private readonly quizzes: QuizRepository,
    private readonly accommodations: AccommodationRepository,
    private readonly late: LateQuizAnswerRepository,
  ) {}

  /** The same, with what is made easier for the person now. Throws as {@link execute} */
  async withHelp(tx: Tx, input: { attemptId: string }): Promise<{ attempt: AttemptReading; helps: Accommodation }> {
    const attempt = await this.execute(tx, input);
    return { attempt, helps: mostOf(await this.accommodations.holding(tx, personIdOf(tx.actor))) };
  }

  /** How an attempt stands, for its page. Throws as {@link execute} */
  async standing(tx: Tx, input: { attemptId: string }): Promise<AttemptStanding> {
    const attempt = await this.attempts.findOwn(tx, personIdOf(tx.actor), input.attemptId);
    if (!attempt) throw notFound('this attempt');
    const { deadlineAt, closedAt } = attempt;
    if (closedAt || isOver(deadlineAt, tx.now)) return { state: 'over', deadlineAt, secondsLeft: 0 };
    return { state: 'open', deadlineAt, secondsLeft: secondsUntil(deadlineAt, tx.now) };
  }

  /** @throws DomainError not_found for an attempt that does not exist or is another person's */
  async execute(tx: Tx, input: { attemptId: string }): Promise<AttemptReading> {
    const attempt = await this.attempts.findOwn(tx, personIdOf(tx.actor), input.attemptId);
    if (!attempt) throw notFound('this attempt');
    const { definition } = await this.quizzes.version(tx, attempt.quizVersionId);
    const quiz = await this.quizzes.find(tx, attempt.quizCode);
    const head = headOf(attempt, definition, quiz?.courseCode ?? null);
    if (!attempt.closedAt && isOver(attempt.deadlineAt, tx.now)) return { ...head, state: 'time_is_up' };

    const asked = await this.attempts.itemsOf(tx, attempt.id);
    const saved = await this.attempts.answersOf(tx, attempt.id);
    if (attempt.closedAt) return { ...head, ...(await this.result(tx, attempt, definition, { asked, saved })) };
    const secondsLeft = secondsUntil(attempt.deadlineAt, tx.now);
    return { ...head, state: 'open', secondsLeft, questions: askedQuestions(definition, asked, saved) };
  }

  private async result(
    tx: Tx,
    attempt: QuizAttemptEntity,
    definition: QuizDefinition,
    { asked, saved }: { asked: QuizAttemptItemEntity[]; saved: Map<string, QuizAnswerEntity> },
  ) {
    const codes = new Set(asked.map((item) => item.itemCode));
    const answers = new Map([...saved].map(([code, { answer }]) => [code, answer]));
    const items = definition.items.filter((item) => codes.has(item.code));
    const late = await this.late.of(tx, attempt.id);
    const arrivals = [...late.values()].map(({ receivedAt }) => receivedAt.toString()).toSorted();
    const last = arrivals.at(-1);
    const history = await this.attempts.historyOf(tx, attempt.personId, attempt.quizCode);
    return {
      state: 'closed' as const,
      closedAt: attempt.closedAt as Temporal.Instant,
      closedBy: attempt.closedBy as 'person' | 'time',
      percent: attempt.percent as number,
      passed: attempt.passed as boolean,
      competencies: scoreAttempt(items, answers, definition.pass_percent).competencies,
      questions: explainedQuestions(definition, asked, saved, late),
      late: last === undefined ? null : { answers: late.size, receivedAt: Temporal.Instant.from(last) },
      next: nextAttempt(definition.retake, history, tx.now),
    };
  }
}

function headOf(attempt: QuizAttemptEntity, definition: QuizDefinition, courseCode: string | null): AttemptHead {
  return {
    id: attempt.id,
    number: attempt.number,
    quizCode: attempt.quizCode,
    courseCode,
    title: definition.title,
    language: languageOf(definition),
    passPercent: definition.pass_percent,
    startedAt: attempt.startedAt,
    deadlineAt: attempt.deadlineAt,
  };
}
