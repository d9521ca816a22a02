import { Temporal } from 'temporal-polyfill';
import type { Fact } from '../../evidence/evidence.public.js';
import type { EvaluatedScheme, EvaluationOptions } from './clauses/assessment.js';
import { candidateFacts } from './clauses/candidate-facts.js';
import { waitAfter } from './clauses/exam-attempts.js';
import { StageRules } from './clauses/stage-rules.js';
import { stageOf } from './stages.js';

/** Where somebody stands with the exam of a scheme, by the sittings that its evaluation counts. */
export interface ExamStanding {
  /** Oldest first. */
  readonly counted: readonly { readonly satOn: Temporal.PlainDate; readonly passed: boolean }[];
  /** Sittings that are left in the time in which they are counted; null where the scheme sets no number. */
  readonly left: number | null;
  /** The first day on which the next sitting counts; null where nobody has to wait. It may be over. */
  readonly nextOn: Temporal.PlainDate | null;
}

/**
 * @param facts effective facts of one person
 * @returns null where the scheme has no exam
 */
export function examStanding(
  scheme: EvaluatedScheme,
  facts: readonly Fact[],
  onDate: Temporal.PlainDate,
  options: EvaluationOptions = {},
): ExamStanding | null {
  const { exam } = scheme.definition;
  if (!exam) return null;
  const stage = stageOf(scheme.definition, exam);
  const rules = new StageRules(scheme, candidateFacts(facts, scheme.bodyId, onDate), onDate, { ...options, stage });
  const { attempts, taken, windowEnds } = rules.countedSittings(exam);
  const isOver = windowEnds !== null && Temporal.PlainDate.compare(onDate, windowEnds) >= 0;
  const most = exam.max_attempts;
  return {
    counted: attempts.map(({ ref, passed }) => ({ satOn: ref.occurredOn, passed })),
    left: most === null ? null : Math.max(0, most - (isOver ? 0 : taken)),
    nextOn: waitAfter(exam, attempts.at(-1)),
  };
}
