import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findShamingWords, type AvoidedWord } from '../../../src/platform/language/shaming-words.js';
import { YamlSource, type Fault } from '../../../src/platform/content/yaml-source.js';
import { quizDefinitionSchema, type QuizDefinition } from '../../quizzes/quizzes.public.js';
import {
  checkCompetencies,
  checkCourse,
  checkGrade,
  checkLesson,
  type KnownCompetency,
} from '../domain/course-checks.js';
import { courseFileSchema, type CourseDefinition, type CourseFile, type Lesson } from '../domain/course-definition.js';
import { LessonFile } from './lesson-file.js';

/** One folder of `content/courses`: what it holds as far as it could be read, and everything that is wrong with it. */
export interface CourseFolder {
  readonly name: string;
  /** Null when anything is wrong: a course is published whole or not at all. */
  readonly course: CourseDefinition | null;
  readonly quiz: QuizDefinition | null;
  readonly lessons: number;
  readonly items: number;
  readonly faults: readonly Fault[];
}

/** What the files of every course are held against. */
export interface ContentRules {
  /** The competencies that exist, by code. */
  readonly known: ReadonlyMap<string, KnownCompetency>;
  readonly avoided: readonly AvoidedWord[];
}

interface Reading {
  readonly contentDir: string;
  readonly name: string;
  readonly rules: ContentRules;
  readonly faults: Fault[];
}

/** Reads and checks `<contentDir>/courses/<name>`. */
export function readCourseFolder(contentDir: string, name: string, rules: ContentRules): CourseFolder {
  const reading: Reading = { contentDir, name, rules, faults: [] };
  const text = readText(reading, 'course.yaml');
  const source = text === null ? null : new YamlSource({ file: `courses/${name}/course.yaml`, text });
  const file = source?.read(courseFileSchema) ?? null;
  if (source && file && file.code !== name)
    source.fault(['code'], `the code ${file.code} is not the name of the folder`);

  const quiz = file && readQuiz(reading, file);
  const lessons = file ? readLessons(reading, file) : [];
  if (source && file) {
    // With a part that could not be read, the sums and objectives of the whole would look wrong too.
    const found =
      quiz && lessons.length === file.lessons.length ? checkCourse(file, lessons, quiz.minutes_allowed) : [];
    const objectives = file.objectives.flatMap(({ competencies }, at) =>
      checkCompetencies(competencies, ['objectives', at, 'competencies'], rules.known),
    );
    for (const finding of [...found, ...objectives]) if ('path' in finding) source.fault(finding.path, finding.reason);
  }
  reading.faults.unshift(...(source?.faults ?? []));

  const isWhole = file && quiz && reading.faults.length === 0;
  return {
    name,
    course: isWhole ? { ...file, lessons, quiz: { code: quiz.code, title: quiz.title } } : null,
    quiz,
    lessons: lessons.length,
    items: quiz?.items.length ?? 0,
    faults: reading.faults,
  };
}

function readLessons(reading: Reading, course: CourseFile): Lesson[] {
  const files = course.lessons.flatMap((name) => {
    const text = readText(reading, `lessons/${name}`);
    return text === null ? [] : [new LessonFile(`courses/${reading.name}/lessons/${name}`, text)];
  });
  const lessons = files.flatMap(({ lesson }) => lesson ?? []);
  const codes = new Set(lessons.map(({ code }) => code));
  for (const file of files) {
    if (file.lesson) {
      file.add(checkLesson(file.lesson, course.language, codes));
      file.add(checkCompetencies(file.lesson.competencies, ['competencies'], reading.rules.known));
    }
    reading.faults.push(...file.faults);
  }
  return lessons;
}

function readQuiz(reading: Reading, course: CourseFile): QuizDefinition | null {
  const text = readText(reading, course.quiz);
  if (text === null) return null;
  const source = new YamlSource({ file: `courses/${reading.name}/${course.quiz}`, text });
  const quiz = source.read(quizDefinitionSchema);
  const plain = quiz?.items.flatMap(({ scenario, stem, options }) => [
    scenario ?? '',
    stem,
    ...options.flatMap(({ text: words, rationale }) => [words, rationale]),
  ]);
  const findings = [
    ...(plain ? checkGrade(plain.join('\n\n'), course.language, ['title']) : []),
    ...(quiz?.items ?? []).flatMap(({ competency }, at) =>
      checkCompetencies([competency], ['items', at, 'competency'], reading.rules.known),
    ),
  ];
  for (const finding of findings) if ('path' in finding) source.fault(finding.path, finding.reason);
  reading.faults.push(...source.faults);
  return quiz;
}

/** The text of a file of the course, its wording checked; null, with a fault, when it is not there. */
function readText({ contentDir, name, rules, faults }: Reading, path: string): string | null {
  const file = `courses/${name}/${path}`;
  const place = join(contentDir, 'courses', name, path);
  if (!existsSync(place)) {
    faults.push({ file, line: 1, reason: 'this file is missing' });
    return null;
  }
  // Some editors begin a file with a byte-order mark, which is no part of its text.
  const text = readFileSync(place, 'utf8').replace(/^\uFEFF/u, '');
  for (const { word, suggestion, line } of findShamingWords(text, rules.avoided)) {
    faults.push({ file, line, reason: `"${word}" is on the avoid list; better: ${suggestion}` });
  }
  return text;
}
