import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { FileMailer } from '../../src/platform/mail/file-mailer.js';
import { Transaction } from '../../src/platform/database/transaction.js';
import type { PersonActor } from '../../src/kernel/actor.js';
import { useApp } from '../../test/support/app.js';
import { call } from '../../test/support/caller.js';
import { everythingStored } from '../../test/support/everything-stored.js';
import { Evidence } from '../evidence/evidence.public.js';
import { EndBackgroundPausesSchedule } from './jobs/end-background-pauses.schedule.js';
import { apply, arrangeCase, giveEvidence, signedIn, type Case } from './testing/certification-case.js';
import { ClaimApplication } from './use-cases/claim-application.js';

const WORDS = 'The orchard ledger was copied by hand in nineteen nights';
const CODE = 'criminal_history_and_registry';

describe('a background result', () => {
  const test = useApp();
  let arranged: Case;
  let applicationId: string;

  beforeEach(async () => {
    test.clock.set('2026-11-21T15:00:00Z');
    arranged = await arrangeCase(test, { prerequisites: [{ code: CODE, kind: 'background_check' as const }] });
    await giveEvidence(test, arranged);
    applicationId = await apply(test, arranged);
    await test.run((tx) => test.get(ClaimApplication).execute(tx, { applicationId }), arranged.reviewer);
  });

  const as = ({ personId }: PersonActor) => ({ personId, assurance: 'two-factor' as const });
  const path = (noun: string) => `/api/v1/applications/${applicationId}/${noun}`;
  const post = (by: PersonActor, noun: string, body: object) =>
    call(test, as(by), { method: 'POST', path: path(noun), body });
  const report = (changes: object = {}) => {
    const provider = 'Harbor Checks (invented)';
    return {
      code: CODE,
      result: 'not_clear',
      provider,
      reference: `B-${randomUUID()}`,
      checkedOn: '2026-11-20',
      ...changes,
    };
  };
  const record = async (changes: object = {}): Promise<string> => {
    const answer = await post(arranged.registrar, 'background-checks', report(changes));
    return JSON.parse(answer.text).backgroundCheckId as string;
  };
  const ask = (answerUntil = '2026-12-21', by = arranged.registrar) =>
    post(by, 'background-questions', { answerUntil });
  const answer = (sealedText = WORDS, by = arranged.applicant) => post(by, 'background-answers', { sealedText });
  const deny = (by = arranged.decider) =>
    post(by, 'decisions', { outcome: 'denied', reasons: ['background_result'], note: 'As written to you.' });
  const paused = async () => {
    const { rows } = await test.owner.query('select paused_since, pause_reason from application where id = $1', [
      applicationId,
    ]);
    const { rows: pauses } = await test.owner.query(
      `select count(*)::int as open from application_pause where application_id = $1 and ended_at is null`,
      [applicationId],
    );
    return pauses[0].open === 1 && (rows[0].pause_reason === 'background_answer' || rows[0].pause_reason === null);
  };

  const runSchedule = async () => {
    const worker = await test.worker();
    const schedule = worker.get(EndBackgroundPausesSchedule, { strict: false });
    const context = { actor: { kind: 'system' as const, name: 'test' }, requestId: 'test' };
    await worker.get(Transaction).run(context, (tx) => schedule.run(tx));
  };

  it('is a fact with result, provider, number and date, recorded by a registrar and nobody else', async () => {
    for (const other of [arranged.reviewer, arranged.decider, arranged.applicant, arranged.stranger]) {
      expect((await post(other, 'background-checks', report())).status).toBe(403);
    }
    const elsewhere = await arrangeCase(test, { id: 'elsewhere-background' });
    expect((await post(elsewhere.registrar, 'background-checks', report())).status).toBe(404);
    await record({ result: 'clear', reference: 'B-1' });
    const facts = await test.run((tx) => test.get(Evidence).factsOf(tx, arranged.applicant.personId));
    expect(facts.filter(({ kind, code }) => kind === 'background_check' && code === CODE)).toMatchObject([
      {
        value: { result: 'clear', provider: 'Harbor Checks (invented)', reference: 'B-1' },
        vouchedBy: { method: 'registrar', personId: arranged.registrar.personId },
      },
    ]);
    expect((await post(arranged.registrar, 'background-checks', report({ reference: 'B-1' }))).code).toBe(
      'certification.background_recorded',
    );
    for (const wrong of [{ code: 'another' }, { checkedOn: '2026-11-22' }]) {
      expect((await post(arranged.registrar, 'background-checks', report(wrong))).status).toBe(422);
    }
  });

  it('denies nobody before they could answer: not unasked, not while there is time', async () => {
    expect((await deny()).code).toBe('certification.no_background_result');
    await record();
    expect((await deny()).code).toBe('certification.not_heard_yet');
    expect((await ask('2026-12-01')).code).toBe('certification.too_little_time');
    expect((await ask()).status).toBeLessThan(300);
    expect((await ask()).code).toBe('certification.answer_asked');
    expect(await paused()).toBe(true);
    expect((await deny()).code).toBe('certification.not_heard_yet');
    await test.runEffects();
    const mail = await new FileMailer(join(test.config.DATA_DIR, 'mail'), () => '').list();
    const letter = mail.find(({ text }) => text.includes(`/applications/${applicationId}/background-answer`));
    expect(letter?.text).toContain('21 December 2026');
    test.clock.set('2026-12-21T23:00:00Z'); // still the last day at the body
    expect((await deny()).code).toBe('certification.not_heard_yet');
    test.clock.set('2026-12-22T15:00:00Z');
    expect((await deny()).status).toBeLessThan(300);
  });

  it('may be decided on once the answer came, and the answer is nowhere as plain text', async () => {
    const check = await record({ result: 'answer_needed' });
    await ask();
    expect((await answer(WORDS, arranged.stranger)).status).toBe(404);
    expect((await answer(' ')).code).toBe('case_files.empty_document');
    expect((await answer()).status).toBeLessThan(300);
    expect((await answer()).code).toBe('certification.answer_time_over');
    expect(await paused()).toBe(false);
    await record({ corrects: check });
    expect((await deny()).status).toBeLessThan(300);
    expect((await everythingStored(test)).includes(WORDS)).toBe(false);
    const page = await call(test, as(arranged.decider), {
      method: 'GET',
      path: `/desk/applications/${applicationId}/background-checks`,
    });
    expect(page.text).toContain('Came ');
    expect(page.text).not.toContain('orchard');
  });

  it('asks for a hearing of its own when it is another result than the one that was answered', async () => {
    await record({ result: 'answer_needed' });
    await ask();
    await answer();
    await record({ checkedOn: '2026-11-21' });
    expect((await deny()).code).toBe('certification.not_heard_yet');
  });

  it('denies nobody once it is clear', async () => {
    const check = await record();
    await ask();
    await answer();
    await record({ result: 'clear', corrects: check });
    expect((await deny()).code).toBe('certification.no_background_result');
  });

  it('keeps whoever read the answer from deciding, even when they became a decider', async () => {
    await record();
    await ask();
    await answer();
    const reader = await signedIn(test, 'Rita Reader', arranged.bodyId, 'reviewer');
    const administrator = await signedIn(test, 'Ada Administrator', arranged.bodyId, 'administrator');
    const { rows } = await test.owner.query(`select id from case_file where subject_id = $1`, [applicationId]);
    const file = `/api/v1/case-files/${rows[0].id}`;
    const grant = { readerId: reader.personId, reason: 'weighs_the_answer' };
    await call(test, as(administrator), { method: 'POST', path: `${file}/readers`, body: grant });
    expect((await call(test, as(reader), { method: 'POST', path: `${file}/readings` })).text).toContain(WORDS);
    await test.owner.query(
      `insert into membership (id, organization_id, organization_kind, person_id, role, from_at, created_at)
       values (gen_random_uuid(), $1, 'certifying-body', $2, 'decider', '2020-01-01', now())`,
      [arranged.bodyId, reader.personId],
    );
    expect((await call(test, as(reader), { method: 'POST', path: `${file}/readings` })).status).toBe(404);
    expect((await deny(reader)).code).toBe('certification.conflict.read_case_file');
    expect((await deny()).status).toBeLessThan(300);
  });

  it('lets the clock run again when the last day is over without an answer, and then takes none', async () => {
    await record();
    await ask();
    test.clock.set('2026-12-21T15:00:00Z');
    await runSchedule();
    expect(await paused()).toBe(true);
    test.clock.set('2026-12-22T15:00:00Z');
    await runSchedule();
    expect(await paused()).toBe(false);
    expect((await answer()).code).toBe('certification.answer_time_over');
  });

  it('lets the person answer a second question, though the time of the first is over', async () => {
    await record();
    await ask();
    test.clock.set('2026-12-22T15:00:00Z');
    await record({ checkedOn: '2026-12-20' });
    expect((await ask('2027-01-20')).status).toBeLessThan(300);
    await runSchedule();
    expect(await paused()).toBe(true);
    expect((await answer()).status).toBeLessThan(300);
    expect(await paused()).toBe(false);
  });

  it('tells the person when their answer came by the clock of the body', async () => {
    await record();
    await ask();
    test.clock.set('2026-12-02T03:30:00Z');
    await answer();
    const page = `/applications/${applicationId}/background-answer`;
    const { text } = await call(test, as(arranged.applicant), { method: 'GET', path: page });
    expect(text).toContain('1 December 2026');
  });

  it('shows the person their form with its last day, and not to a stranger', async () => {
    await record();
    await ask();
    const page = `/applications/${applicationId}/background-answer`;
    expect((await call(test, as(arranged.applicant), { method: 'GET', path: page })).text).toContain(
      '21 December 2026',
    );
    expect((await call(test, as(arranged.stranger), { method: 'GET', path: page })).status).toBe(404);
  });
});
