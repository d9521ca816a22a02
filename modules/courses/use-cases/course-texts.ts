import { Document, Scalar, visit } from 'yaml';
import { findShamingWords, type AvoidedWord } from '../../../src/platform/language/shaming-words.js';
import { quizDefinitionSchema, type QuizDefinition } from '../../quizzes/quizzes.public.js';
import {
  courseFileSchema,
  lessonFrontSchema,
  type CourseDefinition,
  type Lesson,
} from '../domain/course-definition.js';
import { sessionFrontSchema, type SessionPlan } from '../domain/session-plan.js';

/**
 * A published course as its files: read again, they give the very same version. Keys stand in the order of their schemas. What a
 * published text says against the avoid list was allowed when it was published, and is marked so again.
 * @param quiz null where it is not known which questions went with the version: there is then no file of them
 * @returns text by path within the course
 */
export function courseTexts(
  course: CourseDefinition,
  quiz: QuizDefinition | null,
  avoided: readonly AvoidedWord[],
): Map<string, string> {
  const { lessons, sessions, pictures: _, quiz: __, ...rest } = course;
  const isQuoted: Quoted = (text) => findShamingWords(text, avoided, course.language).length > 0;
  const named = <T extends { code: string }>(folder: string, all: readonly T[]) =>
    all.map((one, at) => ({ one, file: fileName(at, one.code), path: `${folder}/${fileName(at, one.code)}` }));
  const [lessonFiles, sessionFiles] = [named('lessons', lessons), named('sessions', sessions ?? [])];
  const file = courseFileSchema.parse({
    ...rest,
    lessons: lessonFiles.map((one) => one.file),
    ...(sessions && { sessions: sessionFiles.map((one) => one.file) }),
    quiz: 'quiz.yaml',
  });
  return new Map([
    ['course.yaml', yamlText(file, isQuoted)],
    ...lessonFiles.map(({ path, one }) => [path, lessonText(one, isQuoted)] as const),
    ...sessionFiles.map(({ path, one }) => [path, sessionText(one, isQuoted)] as const),
    ...(quiz ? [['quiz.yaml', quizText(quiz, isQuoted)] as const] : []),
  ]);
}

/** Whether a text holds words that stand on the avoid list of its language, as somebody's own words. */
type Quoted = (text: string) => boolean;

function fileName(at: number, code: string): string {
  return `${String(at + 1).padStart(2, '0')}-${code}.md`;
}

function lessonText({ body, ...front }: Lesson, isQuoted: Quoted): string {
  return markdownText(lessonFrontSchema.parse(front), body, isQuoted);
}

function sessionText({ body, ...front }: SessionPlan, isQuoted: Quoted): string {
  return markdownText(sessionFrontSchema.parse(front), body, isQuoted);
}

function markdownText(front: object, body: string, isQuoted: Quoted): string {
  return `---\n${yamlText(front, isQuoted)}---\n${body}\n`;
}

function quizText(quiz: QuizDefinition, isQuoted: Quoted): string {
  const { items, ...rest } = quizDefinitionSchema.parse(quiz);
  const byName = items.map(({ code, competency, exam_domain, ...item }) => ({
    code,
    competency,
    exam_domain,
    ...item,
  }));
  return yamlText({ ...rest, items: byName }, isQuoted);
}

/** One value a line, so that a difference shows what was changed and not how lines were broken. */
function yamlText(value: object, isQuoted: Quoted): string {
  const document = new Document(value);
  visit(document, {
    Scalar(key, node) {
      if (key === 'key' || typeof node.value !== 'string') return;
      if (!isQuoted(node.value)) return;
      node.type = Scalar.QUOTE_DOUBLE;
      node.comment = ' language: allow';
    },
  });
  return document.toString({ lineWidth: 0 });
}
