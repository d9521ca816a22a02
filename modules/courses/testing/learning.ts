import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestApp } from '../../../test/support/app.js';
import { personActor } from '../../../test/support/by-person-id.js';
import { Events } from '../../../src/platform/events/events.js';
import { QuizPassed } from '../../quizzes/quizzes.public.js';
import { AnswerChecks } from '../use-cases/answer-checks.js';
import { CompleteLesson } from '../use-cases/complete-lesson.js';
import { Enrol } from '../use-cases/enrol.js';
import { ReadCourses } from '../use-cases/read-courses.js';

export const COURSE = 'recovery-oriented-practice';
export const QUIZ = `${COURSE}-quiz`;

/** What learners do in a course, for specs; `who` is a person's id. */
export function learning(test: TestApp, course = COURSE) {
  const enrol = (who: string) =>
    test.run((tx) => test.get(Enrol).execute(tx, { courseCode: course }), personActor(who));
  const standing = (who: string) =>
    test.run(async (tx) => (await test.get(ReadCourses).one(tx, course)).enrolment, personActor(who));
  const answer = (who: string, lessonCode: string, chosen: (number | null)[] = [0, 0, 0]) =>
    test.run((tx) => test.get(AnswerChecks).execute(tx, { courseCode: course, lessonCode, chosen }), personActor(who));
  const complete = (who: string, lessonCode: string, { reflectionDone = true } = {}) =>
    test.run(
      (tx) => test.get(CompleteLesson).execute(tx, { courseCode: course, lessonCode, reflectionDone }),
      personActor(who),
    );
  const codes = async (who: string) => (await standing(who))?.progress.lessons.map(({ code }) => code) ?? [];
  const finishLessons = async (who: string, lessons: string[]) => {
    for (const code of lessons) {
      await answer(who, code);
      await complete(who, code);
    }
  };
  const passQuiz = (who: string) =>
    test.run((tx) => {
      const passed = new QuizPassed({
        attemptId: '00000000-0000-7000-8000-000000000001',
        personId: who,
        quizCode: `${course}-quiz`,
        courseCode: course,
        scorePercent: 90,
        passedOn: '2026-11-21',
        passedAt: tx.now.toString(),
        competencies: {},
      });
      return test.get(Events).publish(tx, passed);
    });
  const finish = async (who: string) => {
    await enrol(who);
    await finishLessons(who, await codes(who));
    await passQuiz(who);
  };
  return { enrol, standing, answer, complete, codes, finishLessons, passQuiz, finish };
}

/** A copy of the shipped frameworks and of one course, to be changed. */
export function contentCopy() {
  const dir = mkdtempSync(join(tmpdir(), 'content-'));
  for (const part of ['frameworks', `courses/${COURSE}`])
    cpSync(join('content', part), join(dir, part), { recursive: true });
  return {
    dir,
    edit(name: string, by: (text: string) => string, course = COURSE): void {
      const path = join(dir, 'courses', course, name);
      writeFileSync(path, by(readFileSync(path, 'utf8')));
    },
    /** A second course with the same lessons. */
    second(code: string): void {
      cpSync(join(dir, 'courses', COURSE), join(dir, 'courses', code), { recursive: true });
      this.edit('quiz.yaml', (text) => text.replace(`code: ${QUIZ}`, `code: ${code}-quiz`), code);
      this.edit('course.yaml', (text) => text.replace(`code: ${COURSE}`, `code: ${code}`), code);
    },
    remove: () => rmSync(dir, { recursive: true }),
  };
}
