import type { QuizDefinition } from '../../quizzes/quizzes.public.js';
import { checkCompetencies, checkGrade, checkHtml, type Finding, type KnownCompetency } from './course-checks.js';
import { EXAM_DOMAINS } from './course-vocabulary.js';

type QuizItem = QuizDefinition['items'][number];

/** Options that say something of the others: they test how tests are made (NBME, Constructing Written Test Questions). */
const ABOUT_OPTIONS: Readonly<Record<string, RegExp>> = {
  en: /\b(?:all|none|both|neither) of (?:the above|these|the others)\b/iu,
  es: /\b(?:todas|ninguna) (?:de )?(?:las anteriores|las otras|estas)\b/iu,
};

/** The quiz of a course by itself, but for its questions. */
export function checkQuiz(quiz: QuizDefinition, language: string): Finding[] {
  const { title, language: spoken = 'en' } = quiz;
  const other = { path: ['language'], reason: `the course is in ${language}; say so of its quiz as well` };
  return [...checkHtml({ title }), ...(spoken === language ? [] : [other])];
}

/**
 * The questions of a quiz, as far as they can be read.
 * @param items each at its place in the file
 * @param known the competencies that exist
 */
export function checkItems(
  items: readonly (readonly [at: number, item: QuizItem])[],
  language: string,
  known: ReadonlyMap<string, KnownCompetency>,
): Finding[] {
  return items.flatMap(([at, item]) => checkItem(item, ['items', at], { language, known }));
}

function checkItem(
  item: QuizItem,
  path: readonly (string | number)[],
  { language, known }: { language: string; known: ReadonlyMap<string, KnownCompetency> },
): Finding[] {
  const others = ABOUT_OPTIONS[language.split('-')[0] ?? ''];
  return [
    ...checkHtml(item, path),
    ...checkCompetencies([item.competency], [...path, 'competency'], known),
    ...(EXAM_DOMAINS.includes(item.exam_domain)
      ? []
      : [{ path: [...path, 'exam_domain'], reason: `no exam domain of the map is called ${item.exam_domain}` }]),
    ...checkGrade(wordsOf(item).join('\n\n'), language, [...path, 'stem']),
    ...item.options.flatMap(({ text }, at) =>
      others?.test(text)
        ? [
            {
              path: [...path, 'options', at, 'text'],
              reason: 'this option speaks of the others; say something of its own',
            },
          ]
        : [],
    ),
  ];
}

function wordsOf({ scenario, stem, options }: QuizItem): string[] {
  return [scenario ?? '', stem, ...options.flatMap(({ text, rationale }) => [text, rationale])];
}
