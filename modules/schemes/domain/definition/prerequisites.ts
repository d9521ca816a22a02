import { z } from 'zod';
import { code, hours, percent, period, schemeId } from './values.js';

/** What every single requirement may say besides its own rule. */
const common = {
  code,
  /** The stage of the credential that asks for it; the first where nothing is said. */
  stage: code.optional(),
  /** How recent the evidence must be on the day of the question (rolling look-back). */
  within: period.optional(),
};

const attestation = z.strictObject({
  ...common,
  kind: z.literal('attestation'),
  /** What kind of the attested thing the scheme asks for, such as mental_health. */
  type: code.optional(),
  /** Any of these types will do. */
  any_of: z.array(code).min(1).optional(),
});

const signature = z.strictObject({ ...common, kind: z.literal('signature') });

const document = z.strictObject({
  ...common,
  kind: z.literal('document'),
  /** Document types of which one will do; the code itself where nothing is said. */
  any_of: z.array(code).min(1).optional(),
  /** How many different ones, such as three letters. */
  at_least: z.int().positive().optional(),
});

const declaration = z.strictObject({
  ...common,
  kind: z.literal('declaration'),
  min_percent_live_or_work: percent,
  checked_at: z.array(z.enum(['application', 'exam'])).min(1),
});

/** A single figure, such as an age, from a document that a reviewer accepted or the person's own declaration. */
const number = z.strictObject({ ...common, kind: z.literal('number'), min: z.number(), max: z.number().optional() });

const backgroundCheck = z.strictObject({ ...common, kind: z.literal('background_check') });

/** Amounts that add up over documents and declarations: months of work, college credits. */
const amount = z.strictObject({
  ...common,
  kind: z.literal('amount'),
  unit: z.enum(['months', 'years', 'credits', 'items']),
  min: z.number().positive(),
});

/** Hours of one kind of evidence as a requirement of its own, for alternatives ("40 hours or three years"). */
const hoursOf = z.strictObject({
  ...common,
  kind: z.literal('hours'),
  of: z.enum(['training', 'practice', 'supervision', 'continuing_education']),
  topics: z.array(code).min(1).optional(),
  min_hours: hours,
  /** Hours that another rule counts may count here too; each hour counts once where nothing is said. */
  shared: z.boolean().optional(),
});

/** An event from which a clock runs. */
export const clockStart = z.enum(['initial_certification', 'application', 'training_completed', 'exam_passed']);

/** Time that must have passed since an event. */
const elapsed = z.strictObject({ ...common, kind: z.literal('elapsed'), since: clockStart, at_least: period });

/** A credential that the person holds, here or elsewhere. */
const credential = z.strictObject({
  ...common,
  kind: z.literal('credential'),
  scheme: schemeId.optional(),
  /** From another body: a document of that type, accepted by a reviewer. */
  elsewhere: z.boolean().optional(),
});

const single = [
  attestation,
  signature,
  document,
  declaration,
  number,
  backgroundCheck,
  amount,
  hoursOf,
  elapsed,
  credential,
] as const;

const KINDS =
  'kind must be attestation, signature, document, declaration, number, background_check, amount, hours, elapsed, credential or any_of';

/** Several ways, of which so many must be gone: OR-groups (one of m) and n of m. */
const anyOf = z.strictObject({
  ...common,
  kind: z.literal('any_of'),
  at_least: z.int().positive().optional(),
  of: z.array(z.discriminatedUnion('kind', single, KINDS)).min(2, 'a choice needs at least two ways'),
});

export const prerequisite = z.discriminatedUnion('kind', [...single, anyOf], KINDS);

export type Prerequisite = z.output<typeof prerequisite>;
export type PrerequisiteOf<K extends Prerequisite['kind']> = Extract<Prerequisite, { kind: K }>;
export type ClockStart = z.output<typeof clockStart>;
