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
    ['course.yaml', yamlText(file, avoided)],
    ...lessonFiles.map(({ path, one }) => [path, lessonText(one, avoided)] as const),
    ...sessionFiles.map(({ path, one }) => [path, sessionText(one, avoided)] as const),
    ...(quiz ? [['quiz.yaml', quizText(quiz, avoided)] as const] : []),
  ]);
}

function fileName(at: number, code: string): string {
  return `${String(at + 1).padStart(2, '0')}-${code}.md`;
}

function lessonText({ body, ...front }: Lesson, avoided: readonly AvoidedWord[]): string {
  return markdownText(lessonFrontSchema.parse(front), body, avoided);
}

function sessionText({ body, ...front }: SessionPlan, avoided: readonly AvoidedWord[]): string {
  return markdownText(sessionFrontSchema.parse(front), body, avoided);
}

function markdownText(front: object, body: string, avoided: readonly AvoidedWord[]): string {
  return `---\n${yamlText(front, avoided)}---\n${body}\n`;
}

function quizText(quiz: QuizDefinition, avoided: readonly AvoidedWord[]): string {
  const { items, ...rest } = quizDefinitionSchema.parse(quiz);
  const byName = items.map(({ code, competency, exam_domain, ...item }) => ({
    code,
    competency,
    exam_domain,
    ...item,
  }));
  return yamlText({ ...rest, items: byName }, avoided);
}

/** One value a line, so that a difference shows what was changed and not how lines were broken. */
function yamlText(value: object, avoided: readonly AvoidedWord[]): string {
  const document = new Document(value);
  visit(document, {
    Scalar(key, node) {
      if (key === 'key' || typeof node.value !== 'string') return;
      if (findShamingWords(node.value, avoided).length === 0) return;
      node.type = Scalar.QUOTE_DOUBLE;
      node.comment = ' language: allow';
    },
  });
  return document.toString({ lineWidth: 0 });
}
