import { join } from 'node:path';
import { projectRoot } from '../../../src/config/project-root.js';
import type { PersonActor, Role } from '../../../src/kernel/actor.js';
import type { TestApp } from '../../../test/support/app.js';
import {
  admitted,
  arrangeCase,
  everything,
  signedIn,
  type Case,
} from '../../certification/testing/certification-case.js';
import { IssueAuthorisation } from '../../certification/use-cases/issue-authorisation.js';
import type { Adjustment } from '../../certification/domain/exam/adjustments.js';
import { Competencies } from '../../competencies/competencies.public.js';
import { broughtTo, question } from '../../item-bank/testing/bank-case.js';
import type { Bank } from '../../item-bank/testing/bank-case.js';
import type { ItemContent } from '../../item-bank/item-bank.public.js';
import { JudgeItems } from '../../item-bank/use-cases/judge-items.js';
import { MoveStudy } from '../../item-bank/use-cases/move-study.js';
import { PrepareStudy } from '../../item-bank/use-cases/prepare-study.js';
import type { SchemeDefinition } from '../../schemes/schemes.public.js';
import type { RetakeForm } from '../domain/retakes.js';
import type { Seating } from '../domain/rooms.js';
import type { Exam } from '../persistence/exam.repository.js';
import { ExamRepository } from '../persistence/exam.repository.js';
import { MakeForm } from '../use-cases/make-form.js';
import { SetUpExam } from '../use-cases/set-up-exam.js';
import { SettleForm } from '../use-cases/settle-form.js';

/** A body with a scheme, a bank, an exam of it with one approved form, and a candidate who may sit it. */
export interface ExamCase extends Case {
  bank: Bank;
  applicationId: string;
  exam: Exam;
  formId: string;
  /** Of the items that were written: scored ones by version id. */
  contents: ReadonlyMap<string, ItemContent>;
}

const KINDS = [
  {},
  {
    kind: 'multiple' as const,
    options: ['a', 'b', 'c'].map((key) => ({
      key,
      text: `Step ${key}`,
      rationale: 'Because.',
      correct: key !== 'c',
    })),
  },
  {
    kind: 'ordering' as const,
    options: ['a', 'b', 'c'].map((key, at) => ({ key, text: `Then ${key}`, rationale: 'So.', position: at + 1 })),
  },
];

interface Wish {
  /** Scored items in the bank; one more is tried out. */
  items?: number;
  minutes?: number;
  adjustments?: Adjustment[];
  scheme?: Partial<SchemeDefinition>;
  retakeForm?: RetakeForm;
  /** The texts before it; plainly its body's own words where left out. */
  texts?: { identityText: string; nondisclosureText: string };
  /** Anywhere where left out, so that a test needs a room only where it is about one. */
  seating?: Seating;
}

export async function arrangeExam(test: TestApp, wish: Wish = {}): Promise<ExamCase> {
  const { items = 6, minutes = 90, adjustments = [], scheme = {}, retakeForm, seating = 'anywhere' } = wish;
  const { texts = { identityText: 'I am who I say I am.', nondisclosureText: 'I keep the questions to myself.' } } =
    wish;
  await test.run((tx) => test.get(Competencies).load(tx, join(projectRoot, 'content')));
  const arranged = await arrangeCase(test, scheme);
  const bank = await bankOf(test, arranged);
  const contents = new Map<string, ItemContent>();
  for (let at = 0; at < items; at++) {
    const content = question(KINDS[at % 3]);
    contents.set((await broughtTo(test, bank, 'active', content)).versionId, content);
  }
  await broughtTo(test, bank, 'pretest');
  const studyId = await closedStudy(test, bank, [...contents.keys()]);
  const { examId } = await test.run(
    (tx) =>
      test.get(SetUpExam).execute(tx, {
        bodyId: arranged.bodyId,
        schemeCode: arranged.schemeCode,
        title: 'Peer support exam (invented)',
        minutesAllowed: minutes,
        blueprint: { domains: { advocacy: items }, pretest: 1 },
        studyId,
        ...texts,
        retakeForm,
        seating,
        rulesNote: 'Short, so that it can be sat within a test.',
      }),
    bank.psychometrician,
  );
  const formId = await approvedForm(test, bank, examId);
  const exam = await test.run((tx) => test.get(ExamRepository).find(tx, examId));
  const applicationId = await admitted(
    test,
    arranged,
    everything.filter(({ kind }) => kind !== 'exam'),
  );
  await authorise(test, arranged, applicationId, adjustments);
  return { ...arranged, bank, applicationId, exam: exam as Exam, formId, contents };
}

async function authorise(
  test: TestApp,
  { registrar }: Case,
  applicationId: string,
  adjustments: Adjustment[] = [],
): Promise<void> {
  const input = { applicationId, centre: 'Here', booking: 'At the body’s office.', adjustments };
  await test.run((tx) => test.get(IssueAuthorisation).execute(tx, input), registrar);
}

export async function approvedForm(test: TestApp, bank: Bank, examId: string, seed?: number): Promise<string> {
  const drawing = seed === undefined ? { examId } : { examId, seed };
  const { formId } = await test.run((tx) => test.get(MakeForm).execute(tx, drawing), bank.psychometrician);
  await test.run((tx) => test.get(SettleForm).approve(tx, formId), bank.administrator);
  return formId;
}

async function bankOf(test: TestApp, { bodyId }: Case): Promise<Bank> {
  const staff = (name: string, ...roles: Role[]): Promise<PersonActor> => signedIn(test, name, bodyId, ...roles);
  return {
    bodyId,
    author: await staff('Aila Author', 'item-author'),
    otherAuthor: await staff('Otis Author', 'item-author'),
    reviewer: await staff('Rhea Reviewer', 'item-reviewer'),
    psychometrician: await staff('Piet Psychometrician', 'psychometrician'),
    judges: [await staff('Jo Judge', 'item-judge'), await staff('Jan Judge', 'item-judge')],
    administrator: await staff('Ada Administrator', 'administrator'),
    stranger: await signedIn(test, 'Stefan Stranger'),
  };
}

/** Each judge expects half of the people who are just able enough to have each item right. */
async function closedStudy(test: TestApp, bank: Bank, versionIds: string[]): Promise<string> {
  const { bodyId, psychometrician, judges } = bank;
  const study = { bodyId, title: 'Form of May (invented)', rounds: 1 as const, versionIds };
  const { studyId } = await test.run((tx) => test.get(PrepareStudy).begin(tx, study), psychometrician);
  for (const { personId: judgeId } of judges) {
    await test.run((tx) => test.get(PrepareStudy).nameJudge(tx, { studyId, judgeId }), psychometrician);
  }
  await test.run((tx) => test.get(MoveStudy).execute(tx, { studyId, move: 'open' }), psychometrician);
  const estimates = versionIds.map((versionId) => ({ versionId, percent: 50 }));
  for (const judge of judges) {
    await test.run((tx) => test.get(JudgeItems).save(tx, { studyId, estimates }), judge);
  }
  await test.run((tx) => test.get(MoveStudy).execute(tx, { studyId, move: 'close' }), psychometrician);
  return studyId;
}

/** The full answer to an item. */
export function rightAnswer({ kind, options }: ItemContent) {
  if (kind === 'ordering') return { places: Object.fromEntries(options.map(({ key, position }) => [key, position])) };
  return { chosen: options.filter(({ correct }) => correct).map(({ key }) => key) };
}
