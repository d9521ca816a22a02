import { z } from 'zod';
import { code, hours, period, timeLimit } from './values.js';

// What the body promises: how fast it answers, what happens after a complaint, how people from elsewhere come in.

export const application = z.strictObject({
  decision_within: timeLimit.nullable().optional(),
  review_within: timeLimit.optional(),
  certificate_review_within: timeLimit.optional(),
  /** How long an application stays open; null without end. */
  valid_for: period.nullable().optional(),
  denial_needs_reason_and_appeal_info: z.boolean().optional(),
});

const complaint = z.strictObject({
  /** How long after the event a complaint is heard. */
  limit: period,
  acknowledge: timeLimit,
  decide: timeLimit,
  extend: timeLimit.optional(),
  /** How soon the register shows what a complaint led to, from the day on which it takes effect; 72 hours where nothing is said. */
  registry_update: timeLimit.optional(),
});

const appeal = z.strictObject({
  allowed_for: z.array(code).min(1),
  /** How long after the decision; 30 days where nothing is said. */
  file_within: timeLimit.optional(),
  decide: timeLimit,
});

/** What a holder is given before a decision against the credential takes effect. */
const notice = z.strictObject({ answer_within: timeLimit, effect_after: timeLimit.optional() });

/** A suspension at once, before notice and answer. */
const emergency = z.strictObject({
  /** How long it holds unless a second person confirms it; 14 days where nothing is said. */
  confirm_within: timeLimit,
});

export const discipline = z.strictObject({
  outcomes: z.array(code),
  self_report: code.optional(),
  complaint: complaint.optional(),
  appeal: appeal.optional(),
  notice: notice.optional(),
  emergency: emergency.optional(),
});

export const reciprocity = z.strictObject({
  mode: code,
  requires: z.array(code),
  practice_hours: z.strictObject({ hours, within: period }).optional(),
  ce: z.strictObject({ hours, ethics: hours.optional(), within: period }).optional(),
  letters: z.array(code).optional(),
});
