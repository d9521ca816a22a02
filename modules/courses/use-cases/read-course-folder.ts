import type { z } from 'zod';
import { findShamingWords, type AvoidedWord } from '../../../src/platform/language/shaming-words.js';
import { YamlSource, type Fault } from '../../../src/platform/content/yaml-source.js';
import { quizDefinitionSchema, quizItemSchema, type QuizDefinition } from '../../quizzes/quizzes.public.js';
import {
  checkCompetencies,
  checkCourse,
  checkHtml,
  checkLesson,
  checkPrerequisites,
  type KnownCompetency,
} from '../domain/course-checks.js';
import {
  courseFileSchema,
  lessonFrontSchema,
  type CourseDefinition,
  type CourseFile,
  type Lesson,
} from '../domain/course-definition.js';
import type { Picture } from '../domain/picture.js';
import { checkItems, checkQuiz } from '../domain/quiz-checks.js';
import { checkSession } from '../domain/session-checks.js';
import { sessionFrontSchema, type SessionPlan } from '../domain/session-plan.js';
import type { CourseFiles } from './course-files.js';
import { MarkdownFile } from './markdown-file.js';

/** One folder of `content/courses`: what it holds as far as it could be read, and everything that is wrong with it. */
export interface CourseFolder {
  readonly name: string;
  /** Null when anything is wrong: a course is published whole or not at all. */
  readonly course: CourseDefinition | null;
  readonly quiz: QuizDefinition | null;
  readonly pictures: readonly Picture[];
  /** The texts that course.yaml names, as paths within the course; null while it cannot be read. */
  readonly texts: readonly string[] | null;
  readonly lessons: number;
  /** Plans of live sessions. */
  readonly sessions: number;
  readonly items: number;
  readonly faults: readonly Fault[];
  /** Those of the faults that are words of the avoid list. */
  readonly avoidedWords: readonly Fault[];
}

/** What the files of every course are held against. */
export interface ContentRules {
  /** The competencies that exist, by code. */
  readonly known: ReadonlyMap<string, KnownCompetency>;
  readonly avoided: readonly AvoidedWord[];
  /** Which courses each course builds on, by code. */
  readonly prerequisites: ReadonlyMap<string, readonly string[]>;
}

interface Reading {
  readonly files: CourseFiles;
  readonly name: string;
  readonly rules: ContentRules;
  /** As course.yaml says it, known before the rest of it can be read; the words to avoid depend on it. */
  readonly language: string;
  readonly faults: Fault[];
  readonly avoidedWords: Fault[];
}

/** Reads and checks the files of the course `name`; faults name them as `courses/<name>/<path>`. */
export function readCourseFolder(files: CourseFiles, name: string, rules: ContentRules): CourseFolder {
  const language = /^language: *['"]?([\w-]+)/mu.exec(files.text('course.yaml') ?? '')?.[1] ?? 'en';
  const reading: Reading = { files, name, rules, language, faults: [], avoidedWords: [] };
  const text = readText(reading, 'course.yaml');
  const source = text === null ? null : new YamlSource({ file: `courses/${name}/course.yaml`, text });
  const file = source?.read(courseFileSchema) ?? null;
  if (source && file && file.code !== name)
    source.fault(['code'], `the code ${file.code} is not the name of the folder`);

  const quiz = file && readQuiz(reading, file);
  const pictures = readPictures(reading);
  const { lessons, sessions } = file ? readTexts(reading, file, pictures) : { lessons: [], sessions: [] };
  if (source && file) {
    const isRead = lessons.length === file.lessons.length && sessions.length === (file.sessions?.length ?? 0);
    const found = checkCourse(file, isRead ? { lessons, sessions } : null, quiz && quiz.minutes_allowed);
    const objectives = file.objectives.flatMap(({ competencies }, at) =>
      checkCompetencies(competencies, ['objectives', at, 'competencies'], rules.known),
    );
    const builtOn = checkPrerequisites(name, rules.prerequisites);
    for (const finding of [...found, ...objectives, ...builtOn, ...checkHtml(file)])
      if ('path' in finding) source.fault(finding.path, finding.reason);
  }
  reading.faults.unshift(...(source?.faults ?? []));

  const isWhole = file && quiz && reading.faults.length === 0;
  return {
    name,
    course: isWhole ? courseOf(file, { lessons, sessions, quiz, pictures }) : null,
    quiz,
    pictures,
    texts: file && textsOf(file),
    lessons: lessons.length,
    sessions: sessions.length,
    items: quiz?.items.length ?? 0,
    faults: reading.faults,
    avoidedWords: reading.avoidedWords,
  };
}

function textsOf({ lessons, sessions = [] }: CourseFile): string[] {
  return [...lessons.map((name) => `lessons/${name}`), ...sessions.map((name) => `sessions/${name}`)];
}

interface Parts {
  readonly lessons: readonly Lesson[];
  readonly sessions: readonly SessionPlan[];
  readonly quiz: QuizDefinition;
  readonly pictures: readonly Picture[];
}

/** Sessions and pictures are left out where there are none, so that the identity of a course without them says nothing of them. */
function courseOf(file: CourseFile, { lessons, sessions, quiz, pictures }: Parts): CourseDefinition {
  const { sessions: _, ...rest } = file;
  return {
    ...rest,
    lessons,
    quiz: { code: quiz.code, title: quiz.title },
    ...(sessions.length > 0 && { sessions }),
    ...(pictures.length > 0 && { pictures: pictures.map(({ name, sha256 }) => ({ name, sha256 })) }),
  };
}

/** The files of the folder `images`, as far as they are pictures that a course can show. */
function readPictures({ files, name, faults }: Reading): Picture[] {
  return files.pictures().flatMap(({ name: file, picture }) => {
    if (typeof picture !== 'string') return [picture];
    faults.push({ file: `courses/${name}/images/${file}`, line: 1, reason: picture });
    return [];
  });
}

/** The lessons and sessions that a course names, as far as they can be read. */
function readTexts(reading: Reading, course: CourseFile, pictures: readonly Picture[]) {
  const lessons = filesOf(reading, { folder: 'lessons', names: course.lessons, schema: lessonFrontSchema });
  const sessions = filesOf(reading, { folder: 'sessions', names: course.sessions ?? [], schema: sessionFrontSchema });
  const targets = {
    lessons: new Set(lessons.flatMap(({ content }) => content?.code ?? [])),
    pictures: new Set(pictures.map(({ name }) => name)),
  };
  for (const file of lessons) if (file.content) file.add(checkLesson(file.content, course.language, targets));
  for (const file of sessions) if (file.content) file.add(checkSession(file.content, course.language, targets));
  for (const file of [...lessons, ...sessions]) {
    if (file.content) file.add(checkHtml(file.content));
    if (file.content) file.add(checkCompetencies(file.content.competencies, ['competencies'], reading.rules.known));
    reading.faults.push(...file.faults);
  }
  return {
    lessons: lessons.flatMap(({ content }) => content ?? []),
    sessions: sessions.flatMap(({ content }) => content ?? []),
  };
}

function filesOf<Front extends object>(
  reading: Reading,
  { folder, names, schema }: { folder: string; names: readonly string[]; schema: z.ZodType<Front> },
): MarkdownFile<Front>[] {
  return names.flatMap((name) => {
    const text = readText(reading, `${folder}/${name}`);
    return text === null ? [] : [new MarkdownFile(`courses/${reading.name}/${folder}/${name}`, text, schema)];
  });
}

function readQuiz(reading: Reading, course: CourseFile): QuizDefinition | null {
  const text = readText(reading, course.quiz);
  if (text === null) return null;
  const source = new YamlSource({ file: `courses/${reading.name}/${course.quiz}`, text });
  const quiz = source.read(quizDefinitionSchema);
  const items = source.readEach(['items'], quizItemSchema);
  const findings = [
    ...(quiz ? checkQuiz(quiz, course.language) : []),
    ...checkItems(items, course.language, reading.rules.known),
  ];
  for (const finding of findings) if ('path' in finding) source.fault(finding.path, finding.reason);
  reading.faults.push(...source.faults);
  return quiz;
}

/** The text of a file of the course, its wording checked; null, with a fault, when it is not there. */
function readText({ files, name, rules, language, faults, avoidedWords }: Reading, path: string): string | null {
  const file = `courses/${name}/${path}`;
  const found = files.text(path);
  if (found === null) {
    faults.push({ file, line: 1, reason: 'this file is missing' });
    return null;
  }
  // Some editors begin a file with a byte-order mark, which is no part of its text.
  const text = found.replace(/^\uFEFF/u, '');
  for (const { word, suggestion, line } of findShamingWords(text, rules.avoided, language)) {
    avoidedWords.push({ file, line, reason: `"${word}" is on the avoid list; better: ${suggestion}` });
  }
  faults.push(...avoidedWords.filter((one) => one.file === file));
  return text;
}
