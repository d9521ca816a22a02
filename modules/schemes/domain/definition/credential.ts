import { z } from 'zod';
import { continuingEducation } from './hours.js';
import { code, money, period } from './values.js';

/** A day of the year for all holders alike: Nebraska's 1 September of odd years. */
const fixedDay = z.strictObject({
  fixed_day: z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'write the day of the year as 09-01'),
  years: z.enum(['every', 'odd', 'even']),
});

/** From which day the term of a stage is counted: `anchor + n × period`. */
const anchor = z.union(
  [z.enum(['decision_date', 'issue_date', 'exam_pass_date', 'stage_start', 'calendar_year']), fixedDay],
  {
    error:
      'starts must be decision_date, issue_date, exam_pass_date, stage_start, calendar_year or {fixed_day: 09-01, years: odd}',
  },
);

const stage = z.strictObject({
  code,
  validity: period,
  /** The day of the decision where nothing is said. */
  starts: anchor.optional(),
  /** How often the stage can be extended on request, and by how much each time. */
  extensions: z.int().min(0).optional(),
  extension: period.optional(),
  /** Further extensions that the body may grant with a reason. */
  discretionary_extensions: z.int().min(0).optional(),
});

export const credential = z.strictObject({
  stages: z.tuple([stage], stage, 'give at least one stage'),
  /** Events after which terms are counted from a new anchor; each of these where nothing is said. */
  new_anchor_on: z.array(z.enum(['stage_advance', 'reinstatement', 'reapplication'])).optional(),
  certificate_fields: z.array(code).optional(),
});

export const renewal = z.strictObject({
  cycle: period,
  ce: continuingEducation,
  /** What else a renewal asks for, by the codes of the scheme's prerequisites, or good_standing / no_ethics_violations. */
  also: z.array(code).optional(),
  /** Null: at any time. */
  opens_before_expiry: period.nullable(),
  /** Whether the fees of a renewal are paid or waived before it is confirmed; so it is where nothing is said. */
  fee_before_confirmation: z.boolean().optional(),
  /** How many persons deny a renewal; two where nothing is said, as with an application. */
  denial_by: z.enum(['one_person', 'two_persons']).optional(),
});

const lapseTier = z.strictObject({
  from: period,
  to: period.nullable(),
  public_status: z.literal('expired').nullable(),
  action: z.enum(['renew_late', 'reinstate', 'reapply']),
  fee: money.optional(),
});

export const lapse = z.strictObject({ grace: period, tiers: z.tuple([lapseTier], lapseTier) });

export type Stage = z.output<typeof stage>;
export type Anchor = z.output<typeof anchor>;
