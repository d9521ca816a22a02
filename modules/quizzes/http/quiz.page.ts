import type { QuizStatus } from '../use-cases/read-quiz-status.js';
import { otherLanguage } from './look.js';
import { nextView } from './result.page.js';

/** What a quiz asks, where the person stands with it, and whether an attempt can begin now. */
export function quizPage(status: QuizStatus) {
  return {
    title: status.title,
    lang: otherLanguage(status.language),
    quiz: status,
    next: nextView(status.next),
    attempts: status.attempts.map((attempt) => ({
      href: `/attempts/${attempt.id}`,
      number: attempt.number,
      startedAt: attempt.startedAt,
      percent: attempt.percent,
      state: attempt.closedAt === null ? null : attempt.passed ? 'passed' : 'not_passed_yet',
    })),
  };
}
