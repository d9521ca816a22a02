import { z } from 'zod';

// The values that the files of a course are made of.

export const text = z.string().trim().min(1, 'this text is empty');
export const code = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,59}$/, 'a code is lower-case letters, digits and hyphens, at most 60');
export const fileName = z.string().regex(/^[\w][\w.-]*$/, 'a file of the same folder, without a path');
export const competencies = z.array(z.string().min(1)).min(1, 'names at least one competency');
export const minutes = z.int().min(1).max(10_000);

/** The topics under which training counts: the training domains of `content/frameworks/map.yaml`. */
export const TRAINING_TOPICS = [
  'advocacy',
  'mentoring_education',
  'recovery_wellness_support',
  'ethical_responsibility',
] as const;

/** Where the questions of courses stand in an exam: the exam domains of `content/frameworks/map.yaml`. */
export const EXAM_DOMAINS: readonly string[] = [...TRAINING_TOPICS];

export const topics = z.array(z.strictObject({ topic: z.enum(TRAINING_TOPICS), minutes })).min(1);
export type TopicMinutes = z.infer<typeof topics>[number];
