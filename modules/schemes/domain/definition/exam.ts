import { z } from 'zod';
import { code, hours, period } from './values.js';

const scaled = z.strictObject({
  type: z.literal('scaled'),
  min: z.number(),
  max: z.number(),
  pass: z.number(),
  method: code.nullable(),
});
const percentScore = z.strictObject({
  type: z.literal('percent'),
  pass: z.number().min(1).max(100),
  method: code.nullable(),
});
/** The exam centre says whether it was passed; no figure is told. */
const passFail = z.strictObject({ type: z.literal('pass_fail'), pass: z.null(), method: code.nullable() });

export const exam = z.strictObject({
  items: z.int().positive().nullable(),
  minutes: z.int().positive().nullable(),
  /** What the exam is about: told in the words of the rules. Nobody is asked to pass an area by itself. */
  areas: z.array(code).min(1).optional(),
  score: z.discriminatedUnion('type', [scaled, percentScore, passFail], 'type must be scaled, percent or pass_fail'),
  retest_wait: period.nullable(),
  max_attempts: z.int().positive().nullable(),
  /** The attempts are counted within this time, from the day of admission. */
  attempts_window: period.optional(),
  /** What is asked before the next attempt after so many that did not pass. */
  remediation: z.strictObject({ after_attempts: z.int().positive(), training_hours: hours }).optional(),
  feedback: z.literal('domain_percent').optional(),
  delivery: z.array(z.enum(['test_center', 'remote_proctored'])).optional(),
  stage: code.optional(),
});

export type ExamScore = z.output<typeof exam>['score'];

/** The figures a report can hold, and the least that is a pass. */
export interface ExamScale {
  readonly min: number;
  readonly max: number;
  readonly pass: number;
}

/** Where the centre tells no figure, 1 is a pass and 0 is not. */
export function scaleOf(score: ExamScore): ExamScale {
  switch (score.type) {
    case 'scaled':
      return score;
    case 'percent':
      return { min: 0, max: 100, pass: score.pass };
    case 'pass_fail':
      return { min: 0, max: 1, pass: 1 };
  }
}
