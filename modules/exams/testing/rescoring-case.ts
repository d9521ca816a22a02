import type { PersonActor } from '../../../src/kernel/actor.js';
import type { TestApp } from '../../../test/support/app.js';
import { admitted, everything, signedIn } from '../../certification/testing/certification-case.js';
import { IssueAuthorisation } from '../../certification/use-cases/issue-authorisation.js';
import type { ItemContent } from '../../item-bank/item-bank.public.js';
import type { Answer } from '../../quizzes/items.public.js';
import type { RulingKind } from '../domain/rescoring/ruling.js';
import { ProposeRescore } from '../use-cases/propose-rescore.js';
import { SaveAnswers } from '../use-cases/save-answers.js';
import { SettleRescore } from '../use-cases/settle-rescore.js';
import { StartSitting } from '../use-cases/start-sitting.js';
import { SubmitSitting } from '../use-cases/submit-sitting.js';
import { rightAnswer, type ExamCase } from './exam-case.js';

export interface Sat {
  actor: PersonActor;
  applicationId: string;
  sittingId: string;
}

/** The items of the exam in the order in which they were written: single, multiple, ordering and so on. */
export function itemsOf({ contents }: ExamCase): { versionId: string; content: ItemContent }[] {
  return [...contents].map(([versionId, content]) => ({ versionId, content }));
}

/** A new candidate who is admitted and authorised. */
export async function candidate(test: TestApp, exam: ExamCase, name: string): Promise<Omit<Sat, 'sittingId'>> {
  const actor = await signedIn(test, name);
  const facts = everything.filter(({ kind }) => kind !== 'exam');
  const applicationId = await admitted(test, { ...exam, applicant: actor }, facts);
  const authorisation = { applicationId, centre: 'Here', booking: 'At the body’s office.', adjustments: [] };
  await test.run((tx) => test.get(IssueAuthorisation).execute(tx, authorisation), exam.registrar);
  return { actor, applicationId };
}

/** Begins a sitting and saves answers; items that are `right` get their full answer, others what is given. */
export async function begun(
  test: TestApp,
  exam: ExamCase,
  name: string,
  { right = [], given = {} }: { right?: readonly number[]; given?: Record<number, Answer> },
): Promise<Sat> {
  const known = await candidate(test, exam, name);
  const { identityTextId, nondisclosureTextId, id: examId } = exam.exam;
  const start = { examId, identityTextId, nondisclosureTextId };
  const { sittingId } = await test.run((tx) => test.get(StartSitting).execute(tx, start), known.actor);
  const { personId } = known.actor;
  const rows = itemsOf(exam).flatMap(({ versionId, content }, at) => {
    const answer = given[at] ?? (right.includes(at) ? (rightAnswer(content) as Answer) : undefined);
    return answer ? [{ sittingId, personId, versionId, revision: 1, answer, flagged: false }] : [];
  });
  if (rows.length > 0) await test.run((tx) => test.get(SaveAnswers).execute(tx, rows), known.actor);
  return { ...known, sittingId };
}

export async function finished(test: TestApp, sitting: Sat): Promise<Sat> {
  await test.run((tx) => test.get(SubmitSitting).execute(tx, sitting.sittingId), sitting.actor);
  return sitting;
}

/** A ruling about the item at that place of {@link itemsOf}, proposed. */
export async function proposed(
  test: TestApp,
  exam: ExamCase,
  { at, ruling, keys = [], formId }: { at: number; ruling: RulingKind; keys?: readonly string[]; formId?: string },
): Promise<string> {
  const versionId = itemsOf(exam)[at]?.versionId;
  const input = { versionId, formId, ruling, keys, reasons: 'Invented reasons for colleagues.' };
  const { rescoreId } = await test.run((tx) => test.get(ProposeRescore).execute(tx, input), exam.bank.psychometrician);
  return rescoreId;
}

export async function approved(test: TestApp, exam: ExamCase, rescoreId: string): Promise<string> {
  await test.run((tx) => test.get(SettleRescore).approve(tx, rescoreId), exam.bank.administrator);
  return rescoreId;
}
