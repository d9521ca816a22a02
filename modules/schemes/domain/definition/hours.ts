import { z } from 'zod';
import { clockStart } from './prerequisites.js';
import { code, hours, percent, period, schemeId } from './values.js';

/** What part of the evidence a limit speaks of: exactly one property of a fact. */
const part = z.union(
  [
    z.strictObject({ topic: code }),
    z.strictObject({ delivery: z.enum(['in_person', 'live_online', 'self_paced']) }),
    z.strictObject({ category: code }),
  ],
  { error: 'name one thing: topic, delivery (in_person, live_online, self_paced) or category' },
);

/** "At most half online", "at most 12 hours in service". */
const cap = z.union(
  [z.strictObject({ of: part, max_hours: hours }), z.strictObject({ of: part, max_percent: percent })],
  {
    error: 'a cap says what it is of, and either max_hours or max_percent',
  },
);

/** "At least half face to face": a share of the hours asked in all. */
const share = z.strictObject({ of: part, min_percent: percent });

const bucketRules = {
  min_hours: hours,
  /** Topics that count here; the bucket's own where nothing is said. A topic that two buckets accept is used once. */
  accepts: z.array(code).min(1).optional(),
  /** How recent this part must be. */
  within: period.optional(),
};

const trainingBucket = z.strictObject({
  domain: code,
  ...bucketRules,
  /** Counts only where the knowledge check at its end was passed. */
  assessment: z.literal('knowledge_check').optional(),
  /** Counts only once this other bucket was met. */
  after: code.optional(),
});

const domainBucket = z.strictObject({ domain: code, ...bucketRules });
const topicBucket = z.strictObject({ topic: code, ...bucketRules });

const hoursRules = {
  caps: z.array(cap).optional(),
  shares: z.array(share).optional(),
  within: period.optional(),
  /** Whether hours outside the buckets fill the total. */
  other_topics_count: z.boolean().optional(),
  /** Hours that were counted for one of these credentials do not count here again. */
  different_hours_from: z.array(schemeId).min(1).optional(),
  stage: code.optional(),
};

export const training = z.strictObject({
  total_hours: hours,
  buckets: z.array(trainingBucket),
  providers: z.enum(['any', 'approved_only']).optional(),
  live_interaction_required: z.boolean().optional(),
  ...hoursRules,
});

/** Who may sign. Qualified on the day of the service, of the signature, or (where nothing is said) on both. */
const supervisor = z.strictObject({
  qualification: code,
  on: z.enum(['service', 'signing', 'both']).optional(),
  /** The signer's own statement, or a credential or qualification on the register. */
  proven_by: z.enum(['statement', 'register']).optional(),
});

export const practice = z.strictObject({
  total_hours: hours,
  kinds: z.array(z.enum(['paid', 'volunteer'])).min(1),
  buckets: z.array(domainBucket),
  /** Hours before this event do not count; after initial certification makes it a requirement of the last stage. */
  counts_from: clockStart.optional(),
  must_finish_within: period.optional(),
  /** Activities that do not count. */
  excludes: z.array(code).optional(),
  /** `signed_log` is how practice is kept here; every other code is a document to be accepted. */
  evidence: z.array(code).optional(),
  supervisor: supervisor.optional(),
  ...hoursRules,
});

export const supervision = z.strictObject({
  received_hours: hours.nullable(),
  must_cover_domains: z.boolean().optional(),
  /** One hour received for so many hours of practice, such as 1 for 20. */
  ratio: z.strictObject({ hours, per_practice_hours: hours }).optional(),
  /** At least one supervision in every such period while the stage runs. */
  cadence: z.array(z.strictObject({ stage: code, at_least_every: period })).optional(),
  modes: z
    .array(z.enum(['individual', 'group', 'in_person', 'remote']))
    .min(1)
    .optional(),
  supervisor,
  stage: code.optional(),
});

/** What a renewal asks for in continuing education. */
export const continuingEducation = z.strictObject({
  total_hours: hours,
  buckets: z.array(topicBucket),
  caps: z.array(cap),
  /** Hours beyond the need that go on to the next term: none, or at most so many. */
  carry_over: z.union(
    [z.literal(false), z.strictObject({ max_hours: hours, topics: z.array(code).min(1).optional() })],
    {
      error: 'carry_over is false, or says max_hours',
    },
  ),
  shares: z.array(share).optional(),
  proof: code.optional(),
  keep_proof: period.optional(),
  /** Nothing is asked of who was certified less than this before the term ends (Nebraska: P12M). */
  waived_when_certified_less_than: period.optional(),
  different_hours_from: z.array(schemeId).min(1).optional(),
});

export type Cap = z.output<typeof cap>;
export type Share = z.output<typeof share>;
export type Part = z.output<typeof part>;
export type SupervisorRule = z.output<typeof supervisor>;
