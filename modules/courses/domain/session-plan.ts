import { z } from 'zod';
import { code, competencies, minutes, text, topics } from './course-vocabulary.js';

/** The front matter of `content/courses/<code>/sessions/*.md`. */
export const sessionFrontSchema = z.strictObject({
  code,
  title: text,
  competencies,
  aims: z.array(text).min(3, 'a session has three to five aims').max(5, 'a session has three to five aims'),
  /** How many people the exercises work with. */
  group: z
    .strictObject({ from: z.int().min(1).max(500), to: z.int().min(1).max(500) })
    .refine(({ from, to }) => from <= to, { message: 'from is not more than to', path: ['to'] }),
  materials: z.array(text),
  /** What happens, in order; each has a section of the body by its name, and their sum is the session's length. */
  parts: z.array(z.strictObject({ what: text, minutes })).min(1),
  /** What being there counts for; recorded for each person who was, apart from the self-study of the course. */
  training: z.strictObject({ topics }),
});

/** The plan of a live session as it is published: front matter, and the facilitator's guide in Markdown. */
export type SessionPlan = z.infer<typeof sessionFrontSchema> & { readonly body: string };

/** Minutes from the beginning of a session to its end. */
export function sessionMinutes({ parts }: Pick<SessionPlan, 'parts'>): number {
  return parts.reduce((sum, part) => sum + part.minutes, 0);
}
