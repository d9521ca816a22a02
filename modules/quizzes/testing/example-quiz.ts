import type { QuizDefinition, QuizItem } from '../domain/quiz-definition.js';

/**
 * A plainly invented quiz for specs: twelve items of three competencies, each of one kind, so that every form of three
 * questions or more has all kinds.
 */
export function exampleQuiz(changes: Partial<QuizDefinition> = {}): QuizDefinition {
  return {
    code: 'listening-check',
    title: 'Listening check',
    minutes_allowed: 30,
    pass_percent: 80,
    questions_per_attempt: 6,
    retake: { wait: 'P1D', max_attempts: 3 },
    items: Array.from({ length: 12 }, (_, index) => exampleItem(index)),
    ...changes,
  };
}

export function exampleItem(index: number): QuizItem {
  const kind = (['single', 'multiple', 'ordering'] as const)[index % 3] as QuizItem['kind'];
  return {
    code: `item-${index + 1}`,
    kind,
    competency: `competency-${(index % 3) + 1}`,
    exam_domain: 'advocacy',
    stem: `Question ${index + 1}: what would you do?`,
    options: ['a', 'b', 'c', 'd'].map((key, place) => ({
      key,
      text: `Option ${key}`,
      rationale: `Why ${key}.`,
      ...(kind === 'single' ? { correct: key === 'a' } : {}),
      ...(kind === 'multiple' ? { correct: key === 'a' || key === 'b' } : {}),
      ...(kind === 'ordering' ? { position: place + 1 } : {}),
    })),
    author: 'An invented author',
    review: 'draft',
  };
}

/** The full answer to an item. */
export function rightAnswer(item: QuizItem): { chosen: string[] } | { places: Record<string, number> } {
  if (item.kind === 'ordering')
    return { places: Object.fromEntries(item.options.map((option) => [option.key, option.position as number])) };
  return { chosen: item.options.filter((option) => option.correct).map((option) => option.key) };
}
