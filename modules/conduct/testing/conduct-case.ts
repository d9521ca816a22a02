import { Temporal } from 'temporal-polyfill';
import type { PersonActor } from '../../../src/kernel/actor.js';
import type { TestApp } from '../../../test/support/app.js';
import {
  admitted,
  arrangeCase,
  decide,
  everything,
  recordExam,
  signedIn,
  type Case,
} from '../../certification/testing/certification-case.js';
import type { SchemeDefinition } from '../../schemes/schemes.public.js';
import { AnswerComplaint } from '../use-cases/answer-complaint.js';
import { AssignHandler } from '../use-cases/assign-handler.js';
import { DecideAppeal } from '../use-cases/decide-appeal.js';
import { DecideComplaint } from '../use-cases/decide-complaint.js';
import { FileAppeal } from '../use-cases/file-appeal.js';
import { FileComplaint } from '../use-cases/file-complaint.js';
import { HandleComplaint } from '../use-cases/handle-complaint.js';
import type { AppealOutcome, ComplaintOutcome } from '../domain/words.js';

/** What is told in a complaint of the tests; invented, and looked for in the whole database. */
export const TOLD = 'Seven geese walked over Lantern Hill';
export const ANSWERED = 'The geese were ducks at Lantern Hill';
export const REPORTER = 'Wanda Witness (invented)';

export interface ConductCase extends Case {
  administrator: PersonActor;
  handler: PersonActor;
  /** Two deciders who decided nothing yet. */
  third: PersonActor;
  fourth: PersonActor;
  number: string;
  credentialId: string;
  applicationId: string;
}

/** A body with its staff and a holder, who is the applicant of the case. */
export async function arrangeConduct(test: TestApp, change: Partial<SchemeDefinition> = {}): Promise<ConductCase> {
  const arranged = await arrangeCase(test, change);
  const applicationId = await admitted(
    test,
    arranged,
    everything.filter(({ kind }) => kind !== 'exam'),
  );
  await recordExam(test, arranged, applicationId);
  await decide(test, arranged.decider, applicationId);
  const { rows } = await test.owner.query('select id, number from credential where application_id = $1', [
    applicationId,
  ]);
  return {
    ...arranged,
    ...(await staff(test, arranged)),
    applicationId,
    credentialId: rows[0].id,
    number: rows[0].number,
  };
}

/** More staff of a body: who hands out cases, who handles them, and two more who decide. */
export async function staff(test: TestApp, { bodyId }: Case) {
  return {
    administrator: await signedIn(test, 'Ada Administrator', bodyId, 'administrator'),
    handler: await signedIn(test, 'Hanna Handler', bodyId, 'reviewer'),
    third: await signedIn(test, 'Theo Third', bodyId, 'decider'),
    fourth: await signedIn(test, 'Fay Fourth', bodyId, 'decider'),
  };
}

/** @returns the id of the complaint */
export async function complain(
  test: TestApp,
  { number, eventOn = '2026-11-10' }: { number: string; eventOn?: string },
  by?: PersonActor,
): Promise<string> {
  const input = {
    number,
    allegations: ['boundaries'],
    eventOn: Temporal.PlainDate.from(eventOn),
    words: TOLD,
    name: REPORTER,
    email: 'wanda.witness@example.test',
  };
  const { reference } = await test.run((tx) => test.get(FileComplaint).execute(tx, input), by ?? { kind: 'anonymous' });
  const { rows } = await test.owner.query('select id from complaint where reference = $1', [reference]);
  return rows[0].id;
}

export const assign = (test: TestApp, { administrator, handler }: ConductCase, id: string, to = handler) =>
  test.run((tx) => test.get(AssignHandler).complaint(tx, id, to.personId), administrator);

/** As far as the finding: handler, notice, the holder's answer. */
export async function found(test: TestApp, arranged: ConductCase): Promise<string> {
  const id = await complain(test, arranged);
  await assign(test, arranged, id);
  await test.run((tx) => test.get(HandleComplaint).giveNotice(tx, id), arranged.handler);
  await test.run((tx) => test.get(AnswerComplaint).execute(tx, id, ANSWERED), arranged.applicant);
  await test.run((tx) => test.get(HandleComplaint).find(tx, id, ['boundaries']), arranged.handler);
  return id;
}

export const propose = (test: TestApp, by: PersonActor, id: string, outcome: ComplaintOutcome = 'suspension') => {
  const reasons = [outcome === 'dismissed' ? 'not_borne_out' : 'code_not_kept'];
  return test.run((tx) => test.get(DecideComplaint).propose(tx, id, { outcome, reasons }), by);
};

export const agree = (test: TestApp, by: PersonActor, id: string) =>
  test.run((tx) => test.get(DecideComplaint).agree(tx, id), by);

/** Appeals the newest decision about the person. @returns the id of the appeal */
export async function appeal(test: TestApp, by: PersonActor, words = TOLD): Promise<string> {
  const { rows } = await test.owner.query(
    'select id from appealable_decision where person_id = $1 order by created_at desc, id desc limit 1',
    [by.personId],
  );
  const input = { decisionId: rows[0].id, grounds: ['facts_mistaken'], words };
  return (await test.run((tx) => test.get(FileAppeal).execute(tx, input), by)).id;
}

/** Handles the appeal and decides it by two persons. */
export async function decideAppeal(
  test: TestApp,
  people: { administrator: PersonActor; handler: PersonActor; first: PersonActor; second: PersonActor },
  id: string,
  outcome: AppealOutcome,
): Promise<void> {
  await test.run((tx) => test.get(AssignHandler).appeal(tx, id, people.handler.personId), people.administrator);
  await test.run((tx) => test.get(DecideAppeal).find(tx, id, ['facts_mistaken']), people.handler);
  await test.run((tx) => test.get(DecideAppeal).propose(tx, id, outcome), people.first);
  await test.run((tx) => test.get(DecideAppeal).agree(tx, id), people.second);
}
