import type { TestApp } from '../../../test/support/app.js';
import { personActor } from '../../../test/support/by-person-id.js';
import { AnswerChecks } from '../../courses/use-cases/answer-checks.js';
import { CompleteLesson } from '../../courses/use-cases/complete-lesson.js';
import { Enrol } from '../../courses/use-cases/enrol.js';
import { ReadCourses } from '../../courses/use-cases/read-courses.js';
import type { QuizDefinition } from '../../quizzes/quizzes.public.js';
import { rightAnswer } from '../../quizzes/testing/example-quiz.js';
import { StartAttempt } from '../../quizzes/use-cases/start-attempt.js';
import { SubmitAttempt } from '../../quizzes/use-cases/submit-attempt.js';

const COURSE = 'recovery-oriented-practice';

/**
 * Takes a person through the whole course of `content/courses`, with every answer of the quiz right but one.
 * @returns competencies by what the quiz found: reached with all their questions right, and the one of the open answer
 */
export async function finishCourse(test: TestApp, personId: string): Promise<{ reached: string[]; open: string }> {
  const actor = personActor(personId);
  await test.run((tx) => test.get(Enrol).execute(tx, { courseCode: COURSE }), actor);
  const view = await test.run((tx) => test.get(ReadCourses).one(tx, COURSE), actor);
  for (const { code } of view.course.lessons) {
    const lesson = { courseCode: COURSE, lessonCode: code };
    await test.run((tx) => test.get(AnswerChecks).execute(tx, { ...lesson, chosen: [0, 0, 0] }), actor);
    await test.run((tx) => test.get(CompleteLesson).execute(tx, { ...lesson, reflectionDone: true }), actor);
  }
  const quizCode = view.course.quiz.code;
  const { attemptId } = await test.run((tx) => test.get(StartAttempt).execute(tx, { quizCode }), actor);
  const asked = await askedItems(test, attemptId);
  const alone = asked.find(({ competency }) => asked.filter((one) => one.competency === competency).length === 1);
  const answers = asked
    .filter((item) => item !== alone)
    .map((item) => ({ itemCode: item.code, revision: 1, ...rightAnswer(item) }));
  await test.run((tx) => test.get(SubmitAttempt).execute(tx, { attemptId, answers }), actor);
  const open = alone?.competency ?? '';
  return { open, reached: [...new Set(asked.map(({ competency }) => competency))].filter((code) => code !== open) };
}

async function askedItems(test: TestApp, attemptId: string): Promise<QuizDefinition['items']> {
  const { rows } = await test.owner.query<{ definition: QuizDefinition; asked: string[] }>(
    `select v.definition, (select array_agg(i.item_code) from quiz_attempt_item i where i.attempt_id = a.id) as asked
     from quiz_attempt a join quiz_version v on v.id = a.quiz_version_id where a.id = $1`,
    [attemptId],
  );
  return rows[0]?.definition.items.filter(({ code }) => rows[0]?.asked.includes(code)) ?? [];
}
