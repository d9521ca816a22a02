import { z } from 'zod';

/**
 * The scheme language: what one entry under `schemes:` in content/schemes/*.yaml may say. It holds exactly what the
 * evaluator honours (plus plain statements such as fees), so that no rule of a board is accepted and then ignored.
 */

const code = z
  .string()
  .regex(/^[a-z][a-z0-9_]*$/, 'a code is small letters, digits and underscores, such as code_of_ethics');

const hours = z
  .number('give the hours as a number, such as 46 or 19.5')
  .min(0, 'hours cannot be less than 0')
  .refine((value) => Number.isInteger(Math.round(value * 60_000) / 1000), 'hours must come out as whole minutes');

/** A period of calendar time: years, months, weeks or days. `P0D` is "at once". */
const period = z
  .string()
  .regex(/^P(?=\d)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?$/, 'write a period as ISO 8601, such as P2Y, P6M or P90D');

const money = z.number().min(0).nullable();

const prerequisite = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({ code, kind: z.literal('attestation') }),
    z.strictObject({ code, kind: z.literal('signature') }),
    z.strictObject({ code, kind: z.literal('document'), any_of: z.array(code).min(1).optional() }),
    z.strictObject({
      code,
      kind: z.literal('declaration'),
      min_percent_live_or_work: z.number().min(0).max(100),
      checked_at: z.array(z.enum(['application', 'exam'])).min(1),
    }),
  ],
  'kind must be attestation, signature, document or declaration',
);

const domainHours = z.strictObject({ domain: code, min_hours: hours });
const topicHours = z.strictObject({ topic: code, min_hours: hours });

const training = z.strictObject({ total_hours: hours, buckets: z.array(domainHours) });

const practice = z.strictObject({
  total_hours: hours,
  kinds: z.array(z.enum(['paid', 'volunteer'])).min(1),
  buckets: z.array(domainHours),
});

const supervision = z.strictObject({
  received_hours: hours,
  must_cover_domains: z.boolean(),
  supervisor: z.strictObject({ qualification: code }),
});

const exam = z.strictObject({
  items: z.int().positive(),
  minutes: z.int().positive(),
  score: z.strictObject({
    type: z.literal('scaled'),
    min: z.number(),
    max: z.number(),
    pass: z.number(),
    method: code.nullable(),
  }),
  retest_wait: period.nullable(),
  max_attempts: z.int().positive().nullable(),
  feedback: z.literal('domain_percent'),
});

const stage = z.strictObject({ code, validity: period, starts: z.literal('decision_date') });

const renewal = z.strictObject({
  cycle: period,
  ce: z.strictObject({
    total_hours: hours,
    buckets: z.array(topicHours),
    caps: z.array(z.never()).max(0, 'caps on continuing education cannot be evaluated yet'),
    carry_over: z.literal(false, 'hours carried over cannot be evaluated yet'),
  }),
  opens_before_expiry: period,
});

const lapseTier = z.strictObject({
  from: period,
  to: period.nullable(),
  public_status: z.literal('expired'),
  action: z.enum(['renew_late', 'reinstate', 'reapply']),
  fee: money.optional(),
});

export const schemeDefinition = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/, 'a scheme id is small letters, digits and hyphens, such as icrc-pr'),
  version: z.string().min(1),
  sources: z
    .array(z.string(), 'a scheme must name its sources')
    .min(1, 'a scheme must name at least one source')
    .describe('Keys of content/schemes/sources.yaml'),
  title: z.string().min(1),
  issuer: z.strictObject({ name: z.string().min(1), kind: z.string().min(1) }),
  endorsements: z.array(code),
  prerequisites: z.array(prerequisite),
  training: training.nullable(),
  practice: practice.nullable(),
  supervision: supervision.nullable(),
  exam: exam.nullable(),
  application: z.strictObject({ decision_within: period.nullable(), valid_for: period.nullable() }),
  credential: z.strictObject({
    stages: z.tuple([stage], 'give exactly one stage: credentials of several stages cannot be evaluated yet'),
  }),
  renewal,
  lapse: z.strictObject({ grace: period, tiers: z.tuple([lapseTier], lapseTier) }),
  discipline: z.strictObject({ outcomes: z.array(code) }),
  reciprocity: z.strictObject({ mode: code, requires: z.array(code) }),
  fees: z.strictObject({ application: money, exam: money, renewal: money }),
  unsure: z.array(z.string()).describe('Paths of values that a board has yet to confirm'),
});

export const schemeFile = z.strictObject({ schemes: z.tuple([schemeDefinition], schemeDefinition) });

/** One scheme as its file says it: hours decimal, periods ISO 8601. */
export type SchemeDefinition = z.output<typeof schemeDefinition>;
export type Prerequisite = SchemeDefinition['prerequisites'][number];
export type PrerequisiteOf<K extends Prerequisite['kind']> = Extract<Prerequisite, { kind: K }>;
