import type { Answer } from '../domain/of-quizzes.js';
import type { Outcome } from '../use-cases/save-answers.js';
import { onBreak, sittingOver, timeIsUp } from '../exams.errors.js';

type Told = { versionId: string; revision: number } & (
  { state: 'saved'; savedAt: string } | { state: 'older'; savedAt: string; answer: Answer; flagged: boolean }
);

/**
 * What became of answers of one sitting, for whoever sent them; with an older one comes the newer that is kept.
 * @throws DomainError exams.time_is_up or exams.sitting_over where the sitting takes none any more, exams.on_break
 */
export function tellOutcomes(given: readonly { versionId: string }[], outcomes: readonly Outcome[]): Told[] {
  return outcomes.map((outcome, at) => {
    const versionId = given[at]?.versionId ?? '';
    switch (outcome.state) {
      case 'over':
        throw outcome.byTime ? timeIsUp() : sittingOver();
      case 'break':
        throw onBreak(outcome.until);
      case 'saved':
        return { versionId, state: 'saved', revision: outcome.revision, savedAt: outcome.savedAt.toString() };
      case 'older': {
        const { revision, savedAt, answer, flagged } = outcome.kept;
        return { versionId, state: 'older', revision, savedAt: savedAt.toString(), answer, flagged };
      }
    }
  });
}

/** When the sitting ends, as the receipts say: time given back meanwhile reaches whoever sits with their next answer. */
export function endOf(outcomes: readonly Outcome[]): { deadlineAt: string; secondsLeft: number } | null {
  const told = outcomes.flatMap((outcome) => ('end' in outcome ? outcome.end : []))[0];
  return told ? { deadlineAt: told.deadlineAt.toString(), secondsLeft: told.secondsLeft } : null;
}
