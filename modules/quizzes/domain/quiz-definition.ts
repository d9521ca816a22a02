import { z } from 'zod';

/**
 * The shape of a course quiz as its authors write it (`content/courses/<slug>/quiz.yaml`), in their own key names.
 * Strict: an unknown key is a typing mistake and is refused rather than silently dropped. What is checked here needs no
 * database; whether a competency code exists is asked by the content loader.
 */
const code = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/, 'a code is letters, digits, dots, hyphens and underscores, at most 80');
const text = z.string().trim().min(1, 'this text is empty');

const optionSchema = z.strictObject({
  key: code,
  text,
  /** Only for kind single and multiple. */
  correct: z.boolean().optional(),
  /** Only for kind ordering: its place, counted from 1. */
  position: z.int().min(1).optional(),
  /** Why this option is, or is not, what good practice asks; shown after the attempt. */
  rationale: text,
});

/** What an item asks: the same shape for course quizzes and for the bank of a certifying body. */
const content = {
  kind: z.enum(['single', 'multiple', 'ordering']),
  stem: text,
  scenario: text.optional(),
  options: z.array(optionSchema).min(2, 'an item has two options or more').max(10, 'an item has at most ten options'),
  references: z.array(text).optional(),
};

const withKey = (item: Parameters<typeof keyProblems>[0], context: z.RefinementCtx): void => {
  for (const problem of keyProblems(item)) context.addIssue({ code: 'custom', path: ['options'], message: problem });
};

export const itemContentSchema = z.strictObject(content).superRefine(withKey);
export type ItemContent = z.infer<typeof itemContentSchema>;

/** A question of a course quiz. */
export const quizItemSchema = z
  .strictObject({
    ...content,
    code,
    competency: code,
    exam_domain: code,
    author: text,
    review: z.enum(['draft', 'reviewed']),
  })
  .superRefine(withKey);

export const quizDefinitionSchema = z
  .strictObject({
    code,
    title: text,
    /** ISO 639; English where it is left out, so that the versions from before languages keep their hash. */
    language: z
      .string()
      .regex(/^[a-z]{2,3}$/, 'a language is a code such as es')
      .optional(),
    minutes_allowed: z.int().min(1).max(480),
    pass_percent: z.int().min(1).max(100),
    questions_per_attempt: z.int().min(1),
    retake: z.strictObject({
      /** How long after an attempt the next one opens, ISO 8601 (`P1D`, `PT4H`, `PT0S` for at once). */
      wait: z.string().refine(isDuration, 'the wait is an ISO 8601 duration such as P1D or PT4H'),
      /** Attempts in all, the first included; null is without a limit. */
      max_attempts: z.int().min(1).nullable(),
    }),
    items: z.array(quizItemSchema).min(1),
  })
  .superRefine((quiz, context) => {
    const seen = new Set<string>();
    quiz.items.forEach((item, at) => {
      if (seen.has(item.code))
        context.addIssue({
          code: 'custom',
          path: ['items', at, 'code'],
          message: `item ${item.code} stands here twice`,
        });
      seen.add(item.code);
    });
    if (quiz.questions_per_attempt > quiz.items.length)
      context.addIssue({
        code: 'custom',
        path: ['questions_per_attempt'],
        message: `asks for ${quiz.questions_per_attempt} questions, but there are only ${quiz.items.length} items`,
      });
  });

export type QuizDefinition = z.infer<typeof quizDefinitionSchema>;
/** The language that a quiz is written in. */
export function languageOf({ language }: Pick<QuizDefinition, 'language'>): string {
  return language ?? 'en';
}

export type QuizItem = QuizDefinition['items'][number];
export type QuizOption = QuizItem['options'][number];

/** What is wrong with the answer key of an item, in words for its author; empty when nothing is. */
function keyProblems(item: {
  kind: 'single' | 'multiple' | 'ordering';
  options: { key: string; correct?: boolean | undefined; position?: number | undefined }[];
}): string[] {
  const problems: string[] = [];
  const keys = item.options.map((option) => option.key);
  if (new Set(keys).size !== keys.length) problems.push('two options have the same key');
  if (item.kind === 'ordering') {
    const places = item.options.map((option) => option.position ?? 0).sort((a, b) => a - b);
    if (places.some((place, index) => place !== index + 1))
      problems.push(`the positions of an ordering item are 1 to ${item.options.length}, each once`);
    if (item.options.some((option) => option.correct !== undefined))
      problems.push('an ordering item has positions, not correct options');
    return problems;
  }
  if (item.options.some((option) => option.position !== undefined))
    problems.push(`an item of kind ${item.kind} has correct options, not positions`);
  const correct = item.options.filter((option) => option.correct === true).length;
  if (item.kind === 'single' && correct !== 1)
    problems.push(`a single-answer item has one correct option, not ${correct}`);
  if (item.kind === 'multiple' && (correct < 2 || correct === item.options.length))
    problems.push('a multiple-answer item has two or more correct options and at least one that is not');
  return problems;
}

const DURATION = /^P(?=.)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?$/;

function isDuration(value: string): boolean {
  return DURATION.test(value);
}
