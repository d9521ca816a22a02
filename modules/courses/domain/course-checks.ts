import type { CourseFile, Lesson } from './course-definition.js';
import { lessonExerciseMinutes, lessonPlainText, lessonReadingMinutes } from './lesson-reading.js';
import { HTML, outlineOf, type MarkdownLink } from './markdown.js';
import { readingGrade } from './readability.js';
import { LOWEST_PERSPICUITY, perspicuity } from './readability-es.js';
import type { SessionPlan } from './session-plan.js';

/** What a check found: at a value of the YAML part, or on a line of the Markdown body (counted from 1 within it). */
export type Finding = { readonly path: readonly (string | number)[]; readonly reason: string } | BodyFinding;
export interface BodyFinding {
  readonly bodyLine: number;
  readonly reason: string;
}

/** A competency as far as a check needs it. */
export interface KnownCompetency {
  readonly code: string;
  readonly categoryCode: string | null;
  readonly awaiting: string | null;
}

/** The highest reading grade of what the product teaches with (content brief). English only. */
export const HIGHEST_GRADE = 8;

/** Sections that every lesson has, by the first words of their headings in the language of the course. */
const SECTIONS: Readonly<Record<string, readonly string[]>> = {
  en: ['Scenario:', 'Worked example:'],
  es: ['Situación:', 'Ejemplo comentado:'],
};

/** Codes that no framework has, and codes whose learning waits for a community's approval. */
export function checkCompetencies(
  codes: readonly string[],
  path: readonly (string | number)[],
  known: ReadonlyMap<string, KnownCompetency>,
): Finding[] {
  return codes.flatMap((code, at): Finding[] => {
    const competency = known.get(code);
    if (!competency) return [{ path: [...path, at], reason: `no framework has the competency ${code}` }];
    const category = known.get(competency.categoryCode ?? competency.code);
    if (!category?.awaiting) return [];
    return [{ path: [...path, at], reason: `${code} is not published before its community reviewers approve it` }];
  });
}

/** Text that is harder to read than the promise; languages other than English and Spanish are not judged. */
export function checkGrade(plain: string, language: string, path: readonly (string | number)[]): Finding[] {
  const measured = measure(plain, language.split('-')[0]);
  return measured ? [{ path, reason: `${measured}: shorter sentences, plainer words` }] : [];
}

function measure(plain: string, language: string | undefined): string | null {
  if (language === 'es') {
    const ease = perspicuity(plain);
    return ease >= LOWEST_PERSPICUITY ? null : `reading ease ${ease} (INFLESZ); ${LOWEST_PERSPICUITY} at least`;
  }
  const grade = language === 'en' ? readingGrade(plain) : 0;
  return grade <= HIGHEST_GRADE ? null : `reading grade ${grade}; ${HIGHEST_GRADE} at most`;
}

/** Where the texts of a course may lead. */
export interface LinkTargets {
  /** Codes of its lessons. */
  readonly lessons: ReadonlySet<string>;
  /** Names of the files in its folder `images`. */
  readonly pictures: ReadonlySet<string>;
}

/** A lesson by itself, given what else its course has. */
export function checkLesson(lesson: Lesson, language: string, targets: LinkTargets): Finding[] {
  return [
    ...checkGrade(lessonPlainText(lesson), language, ['title']),
    ...checkLessonMinutes(lesson),
    ...checkSections(lesson, SECTIONS[language.split('-')[0] ?? ''] ?? []),
    ...[lesson.body, lesson.hard_material?.alternative ?? ''].flatMap((text) => checkLinks(text, targets)),
  ];
}

function checkLessonMinutes(lesson: Lesson): Finding[] {
  const reading = lessonReadingMinutes(lesson);
  const timed = lessonExerciseMinutes(lesson);
  if (lesson.minutes <= reading + timed) return [];
  const sum = `${reading} for reading and ${timed} for exercises`;
  return [{ path: ['minutes'], reason: `claims ${lesson.minutes} minutes, but its parts come to ${sum}` }];
}

function checkSections({ body, hard_material: hard }: Lesson, sections: readonly string[]): Finding[] {
  const titlesOf = (markdown: string) =>
    outlineOf(markdown)
      .headings.filter(({ level }) => level === 2)
      .map(({ text }) => text);
  const titles = titlesOf(body);
  const missing = sections.filter((start) => !titles.some((title) => title.startsWith(start)));
  const findings: Finding[] = missing.map((start) => ({
    bodyLine: 1,
    reason: `a lesson has a section whose heading begins with "${start}"`,
  }));
  if (!hard) return findings;
  const alternatives = titlesOf(hard.alternative);
  hard.replaces.forEach((title, at) => {
    if (!titles.includes(title))
      findings.push({ path: ['hard_material', 'replaces', at], reason: `the lesson has no section "${title}"` });
    const start = sections.find((one) => title.startsWith(one));
    if (start && !alternatives.some((one) => one.startsWith(start)))
      findings.push({
        path: ['hard_material', 'alternative'],
        reason: `takes the place of "${title}", so it has a section that begins with "${start}" too`,
      });
  });
  return findings;
}

/**
 * Where the links of a Markdown text lead, what its pictures say to those who do not see them, and what stands in it that learners
 * would see as it was typed.
 */
export function checkLinks(source: string, targets: LinkTargets): BodyFinding[] {
  const { links, unfit } = outlineOf(source);
  const led = links.flatMap((link) => {
    const reason = link.isImage ? pictureProblem(link, targets) : linkProblem(link, targets);
    return reason ? [{ bodyLine: link.line, reason }] : [];
  });
  const shown = unfit.map(({ kind, text, line }) => {
    const reason = kind === 'html' ? htmlReason(text) : `${text} is no link, and is shown as it was typed`;
    return { bodyLine: line, reason };
  });
  return [...led, ...shown];
}

const htmlReason = (found: string) => `${found} is HTML, and is shown as it was typed: write Markdown or plain words`;

/** HTML in the plain texts of a YAML part: it would be shown letter by letter. Markdown in it is checked by {@link checkLinks}. */
export function checkHtml(value: unknown, path: readonly (string | number)[] = []): Finding[] {
  if (typeof value === 'string') {
    const found = HTML.exec(value);
    return found ? [{ path, reason: htmlReason(found[0]) }] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => {
    if (key === 'body' || key === 'alternative') return [];
    return checkHtml(one, [...path, Array.isArray(value) ? Number(key) : key]);
  });
}

function pictureProblem({ href, alt }: MarkdownLink, { pictures }: LinkTargets): string | null {
  if (alt.trim() === '') return `the picture ${href} has no alternative text: say in words what it shows`;
  const name = /^images\/(.+)$/u.exec(href)?.[1];
  if (name && pictures.has(name)) return null;
  return `the picture ${href} is no file in the folder images of this course`;
}

function linkProblem({ href }: MarkdownLink, { lessons }: LinkTargets): string | null {
  if (href.startsWith('lesson:')) {
    const code = href.slice('lesson:'.length);
    return lessons.has(code) ? null : `the link leads to a lesson ${code}, which this course does not have`;
  }
  if (!href.startsWith('https://')) return `the link ${href} leads neither to lesson:CODE nor to an https address`;
  return URL.canParse(href) ? null : `the link ${href} is not an address`;
}

/** What the files that a course names hold. */
export interface CourseParts {
  readonly lessons: readonly Lesson[];
  readonly sessions: readonly SessionPlan[];
}

/**
 * The course as a whole: its claims of minutes against their components, its objectives against its lessons.
 * @param parts null while one of them could not be read: sums and objectives of the rest would look wrong too
 * @param quizMinutes null while the quiz could not be read
 */
export function checkCourse(course: CourseFile, parts: CourseParts | null, quizMinutes: number | null): Finding[] {
  const text = [course.title, course.summary, course.support_note, ...course.objectives.map((one) => one.text)];
  return [
    ...checkGrade(text.join('\n\n'), course.language, ['summary']),
    ...checkTraining(course),
    ...twice(course.lessons, (at) => ['lessons', at]),
    ...twice(course.sessions ?? [], (at) => ['sessions', at]),
    ...(parts ? checkParts(course, parts) : []),
    ...(parts && quizMinutes !== null ? checkComponents(course, parts.lessons, quizMinutes) : []),
  ];
}

function checkParts(course: CourseFile, { lessons, sessions }: CourseParts): Finding[] {
  return [
    ...checkObjectives(course, lessons),
    ...twice(
      lessons.map(({ code }) => code),
      (at) => ['lessons', at],
    ),
    ...twice(
      sessions.map(({ code }) => code),
      (at) => ['sessions', at],
    ),
  ];
}

function checkComponents(course: CourseFile, lessons: readonly Lesson[], quizMinutes: number): Finding[] {
  const sum = (of: (lesson: Lesson) => number) => lessons.reduce((total, lesson) => total + of(lesson), 0);
  const carried = {
    reading: sum(lessonReadingMinutes),
    exercise: sum(lessonExerciseMinutes),
    quiz: quizMinutes,
  };
  const claimed = { reading: 0, exercise: 0, quiz: 0 };
  return course.minutes.flatMap(({ kind, minutes }, at) => {
    claimed[kind] += minutes;
    if (claimed[kind] <= carried[kind]) return [];
    const reason = `claims ${claimed[kind]} minutes of ${kind}, but the course carries ${carried[kind]}`;
    return [{ path: ['minutes', at, 'minutes'], reason }];
  });
}

function checkTraining(course: CourseFile): Finding[] {
  const components = course.minutes.reduce((sum, { minutes }) => sum + minutes, 0);
  const topics = course.training.topics.reduce((sum, { minutes }) => sum + minutes, 0);
  const findings: Finding[] = twice(
    course.training.topics.map(({ topic }) => topic),
    (at) => ['training', 'topics', at],
  );
  if (topics > components)
    findings.push({
      path: ['training', 'topics'],
      reason: `claims ${topics} minutes of training, but its components come to ${components}`,
    });
  return findings;
}

function checkObjectives(course: CourseFile, lessons: readonly Lesson[]): Finding[] {
  const taught = new Set(lessons.flatMap(({ competencies }) => competencies));
  return course.objectives.flatMap(({ competencies }, at) =>
    competencies.flatMap((code, index) =>
      taught.has(code)
        ? []
        : [{ path: ['objectives', at, 'competencies', index], reason: `no lesson of the course teaches ${code}` }],
    ),
  );
}

/** Values that stand in a list for the second time. */
export function twice(values: readonly string[], path: (at: number) => (string | number)[]) {
  return values.flatMap((value, at) =>
    values.indexOf(value) === at ? [] : [{ path: path(at), reason: `${value} stands here twice` }],
  );
}

/**
 * What courses build on: each named course is there, none builds on itself, by however many steps.
 * @param all what each course of the content names, by its code
 */
export function checkPrerequisites(code: string, all: ReadonlyMap<string, readonly string[]>): Finding[] {
  const leadsBack = (from: string, seen: ReadonlySet<string>): boolean =>
    from === code ||
    (!seen.has(from) && (all.get(from) ?? []).some((next) => leadsBack(next, new Set([...seen, from]))));
  return (all.get(code) ?? []).flatMap((needed, at): Finding[] => {
    const path = ['prerequisites', at];
    if (!all.has(needed)) return [{ path, reason: `there is no course ${needed}` }];
    return leadsBack(needed, new Set()) ? [{ path, reason: `${needed} builds on this course in turn` }] : [];
  });
}
