import { personActor } from '../../../test/support/by-person-id.js';
import type { TestApp } from '../../../test/support/app.js';
import { Quizzes, type QuizDefinition } from '../quizzes.public.js';
import { ReadAttempt, type AttemptReading } from '../use-cases/read-attempt.js';
import { SaveAnswers, type GivenAnswer, type Outcome } from '../use-cases/save-answers.js';
import { StartAttempt } from '../use-cases/start-attempt.js';
import { SubmitAttempt } from '../use-cases/submit-attempt.js';
import { rightAnswer } from './example-quiz.js';

/** What somebody can do with a quiz, for specs. @param me whose attempts they are where nobody else is named */
export function quizCase(test: TestApp, quiz: QuizDefinition, me: () => string) {
  const start = (who = me()) =>
    test.run((tx) => test.get(StartAttempt).execute(tx, { quizCode: quiz.code }), personActor(who));
  const read = (attemptId: string, who = me()) =>
    test.run((tx) => test.get(ReadAttempt).execute(tx, { attemptId }), personActor(who));
  const save = (attemptId: string, answers: readonly GivenAnswer[], who = me()) =>
    test.run((tx) => test.get(SaveAnswers).execute(tx, { attemptId, answers }), personActor(who));
  const submit = (attemptId: string, answers: readonly GivenAnswer[] = [], who = me()) =>
    test.run((tx) => test.get(SubmitAttempt).execute(tx, { attemptId, answers }), personActor(who));
  const status = (who = me()) => test.run((tx) => test.get(Quizzes).statusFor(tx, who, quiz.code));
  const questions = async (attemptId: string) => open(await read(attemptId)).questions;
  return {
    start,
    read,
    save,
    submit,
    status,
    questions,
    /** What became of answers to an attempt that is open. */
    outcomes: async (attemptId: string, answers: readonly GivenAnswer[]): Promise<Outcome[]> => {
      const saved = await save(attemptId, answers);
      if (saved.state !== 'open') throw new Error('The attempt is over');
      return saved.outcomes;
    },
    rightAnswers: async (attemptId: string): Promise<GivenAnswer[]> =>
      (await questions(attemptId)).map(({ itemCode }) => {
        const item = quiz.items.find((one) => one.code === itemCode);
        if (!item) throw new Error(`no item ${itemCode}`);
        return { itemCode, revision: 1, ...rightAnswer(item) };
      }),
    /** A single-answer question of the attempt: every form of the example has one. */
    single: async (attemptId: string): Promise<string> =>
      (await questions(attemptId)).find(({ kind }) => kind === 'single')?.itemCode ?? '',
  };
}

export function open(attempt: AttemptReading) {
  if (attempt.state !== 'open') throw new Error(`The attempt is ${attempt.state}`);
  return attempt;
}

export function closed(attempt: AttemptReading) {
  if (attempt.state !== 'closed') throw new Error(`The attempt is ${attempt.state}`);
  return attempt;
}
