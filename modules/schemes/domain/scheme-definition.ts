import { z } from 'zod';
import { application, discipline, reciprocity } from './definition/conduct.js';
import { credential, lapse, renewal } from './definition/credential.js';
import { exam } from './definition/exam.js';
import { practice, supervision, training } from './definition/hours.js';
import { prerequisite } from './definition/prerequisites.js';
import { code, money, schemeId } from './definition/values.js';

/**
 * The scheme language: what one entry under `schemes:` in content/schemes/*.yaml may say. Its parts are in `definition/`.
 * It holds exactly what the product honours (plus plain statements such as fees), so that no rule of a board is accepted
 * and then ignored.
 */

/** A scope of the credential, such as MHPS or RSPS; with requirements of its own where it has any. */
const endorsement = z.union([code, z.strictObject({ code, requires: z.array(prerequisite).min(1) })]);

const confidence = z.enum(
  ['A', 'B', 'C'],
  'confidence is A (read in the issuer’s own rule), B (a secondary copy) or C',
);

export const schemeDefinition = z.strictObject({
  id: schemeId,
  version: z.string().min(1),
  sources: z
    .array(z.string(), 'a scheme must name its sources')
    .min(1, 'a scheme must name at least one source')
    .describe('Keys of content/schemes/sources.yaml'),
  title: z.string().min(1),
  issuer: z.strictObject({ name: z.string().min(1), kind: z.string().min(1) }),
  endorsements: z.array(endorsement),
  prerequisites: z.array(prerequisite),
  training: training.nullable(),
  practice: practice.nullable(),
  supervision: supervision.nullable(),
  exam: exam.nullable(),
  application,
  credential,
  renewal,
  lapse,
  discipline,
  reciprocity,
  fees: z.record(code, money),
  /**
   * Whether this version also holds for who was certified under an earlier one, from the day it begins: for renewal, lateness
   * and public status. Where nothing is said, everybody keeps the rules of their grant.
   */
  applies_to_existing_holders: z.boolean().optional(),
  unsure: z.array(z.string()).describe('Paths of values that a board has yet to confirm'),
  /** Where single values were read, and how sure that reading is; all others come from `sources`. */
  sourced: z.record(z.string(), z.strictObject({ source: z.string(), confidence })).optional(),
});

export const schemeFile = z.strictObject({ schemes: z.tuple([schemeDefinition], schemeDefinition) });

/** One scheme as its file says it: hours decimal, periods ISO 8601. */
export type SchemeDefinition = z.output<typeof schemeDefinition>;
export type { Prerequisite, PrerequisiteOf } from './definition/prerequisites.js';
