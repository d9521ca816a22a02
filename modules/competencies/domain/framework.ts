import { z } from 'zod';

const text = z.string().trim().min(1, 'this text is empty');
const code = z
  .string()
  .regex(/^[a-z0-9][a-z0-9._-]{0,59}$/, 'a code is lower-case letters, digits, dots and hyphens, at most 60');

const statement = z.strictObject({ code, text });

const category = z.strictObject({
  code,
  title: text,
  /** Whose word is awaited before learning for this category may be published. */
  awaiting: text.optional(),
  statements: z.array(statement).min(1, 'a category has at least one statement'),
});

/** A framework as its authors write it: `content/frameworks/<code>.yaml`. */
export const frameworkSchema = z
  .strictObject({
    code,
    title: text,
    language: z.string().min(2),
    /** Every code of the framework begins with it. */
    prefix: code,
    source: text,
    /** What a body has to compare or decide before it relies on the text. */
    confirm: text,
    principles: z.array(z.strictObject({ code, title: text, text })),
    categories: z.array(category).min(1),
  })
  .superRefine((framework, context) => {
    const seen = new Set<string>();
    const see = (found: string, parent: string, path: (string | number)[]) => {
      const fault = (message: string) => context.addIssue({ code: 'custom', path, message });
      if (seen.has(found)) fault(`the code ${found} stands here twice`);
      if (!found.startsWith(parent)) fault(`the code ${found} does not begin with ${parent}`);
      seen.add(found);
    };
    framework.categories.forEach((one, at) => {
      see(one.code, `${framework.prefix}-`, ['categories', at, 'code']);
      one.statements.forEach((s, index) =>
        see(s.code, `${one.code}.`, ['categories', at, 'statements', index, 'code']),
      );
    });
  });

export type Framework = z.infer<typeof frameworkSchema>;

const codes = z.array(code);
const titles = z.record(code, text);

/** `content/frameworks/map.yaml`: competency ↔ training domain ↔ exam domain ↔ continuing-education topic, many to many. */
export const competencyMapSchema = z
  .strictObject({
    confirm: text,
    training_domains: titles,
    exam_domains: titles,
    ce_topics: titles,
    map: z.array(z.strictObject({ competency: code, training: codes, exam: codes, ce: codes })).min(1),
  })
  .superRefine((file, context) => {
    const vocabularies = { training: file.training_domains, exam: file.exam_domains, ce: file.ce_topics };
    file.map.forEach((row, at) => {
      for (const kind of ['training', 'exam', 'ce'] as const) {
        row[kind].forEach((topic, index) => {
          if (topic in vocabularies[kind]) return;
          const message = `${topic} is not among the titles above`;
          context.addIssue({ code: 'custom', path: ['map', at, kind, index], message });
        });
      }
    });
  });

export type CompetencyMap = z.infer<typeof competencyMapSchema>;

export const TOPIC_KINDS = ['training', 'exam', 'ce'] as const;
export type TopicKind = (typeof TOPIC_KINDS)[number];

/** A category or a statement of a framework. */
export interface Competency {
  readonly code: string;
  readonly frameworkCode: string;
  /** The category a statement belongs to; null for a category itself. */
  readonly categoryCode: string | null;
  readonly title: string;
  readonly awaiting: string | null;
}

/** Categories and statements of a framework as one list, in its order. */
export function competenciesOf(framework: Framework): Competency[] {
  return framework.categories.flatMap((one) => [
    {
      code: one.code,
      frameworkCode: framework.code,
      categoryCode: null,
      title: one.title,
      awaiting: one.awaiting ?? null,
    },
    ...one.statements.map((s) => ({
      code: s.code,
      frameworkCode: framework.code,
      categoryCode: one.code,
      title: s.text,
      awaiting: null,
    })),
  ]);
}
