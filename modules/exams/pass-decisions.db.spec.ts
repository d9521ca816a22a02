import type { PersonActor } from '../../src/kernel/actor.js';
import { useApp } from '../../test/support/app.js';
import { signedIn } from '../certification/testing/certification-case.js';
import { apiOf } from './testing/api-of.js';
import { arrangeExam, type ExamCase } from './testing/exam-case.js';
import { approved, begun, finished, proposed, type Sat } from './testing/rescoring-case.js';

// Each test arranges a body with an exam, and people who sat it.
jest.setTimeout(60_000);

/** Ben passed because of item 0, whose key is another by a rescore: he keeps the pass. */
describe('a decision about one pass', () => {
  const test = useApp();
  let exam: ExamCase;
  let ben: Sat;
  let second: PersonActor;
  let rescoreId: string;

  const api = (actor: PersonActor) => apiOf(test, actor);
  const rows = async (sql: string, values: unknown[] = []) => (await test.owner.query(sql, values)).rows;
  const propose = (by = exam.bank.psychometrician, sittingId = ben.sittingId) =>
    api(by).post(`exam-rescorings/${rescoreId}/pass-decisions`, {
      sittingId,
      sealedReasons: 'The public must rely on it.',
    });
  const decide = (id: string, outcome: string, by = exam.bank.administrator) =>
    api(by).post(`exam-pass-decisions/${id}/outcomes`, { outcome });
  const result = async () => (await api(ben.actor).get(`sittings/${ben.sittingId}`)).body.result;
  const daysLater = async (days: number) => {
    test.clock.forward({ hours: 24 * days });
    await test.owner.query('update session set created_at = $1, last_seen_at = $1, confirmed_at = $1', [
      (await test.clock.now()).toString(),
    ]);
  };

  beforeEach(async () => {
    exam = await arrangeExam(test);
    second = await signedIn(test, 'Pia Psychometrician', exam.bodyId, 'psychometrician');
    ben = await finished(test, await begun(test, exam, 'Ben Needs A', { right: [0, 1, 2] }));
    rescoreId = await approved(test, exam, await proposed(test, exam, { at: 0, ruling: 'key_changed', keys: ['b'] }));
    await test.runEffects();
  });

  it('takes the pass back after notice, by a second person, and everything that was recorded of it is put right', async () => {
    const { body, status } = await propose();
    expect(status).toBe(201);
    await test.runEffects();
    expect(await rows(`select status from letter where kind = 'application-exam-pass-notice' and person_id = $1`, [ben.actor.personId])).toHaveLength(1); // prettier-ignore
    const early = await decide(body.passDecisionId, 'withdrawn');
    expect([early.status, early.body.code]).toEqual([409, 'exams.notice_runs']);
    expect(await result()).toMatchObject({ passed: true, scaledScore: 500 });
    await daysLater(16);
    expect((await decide(body.passDecisionId, 'withdrawn', exam.bank.psychometrician)).body.code).toBe(
      'exams.pass_second_person',
    );
    expect((await decide(body.passDecisionId, 'withdrawn')).status).toBe(200);
    expect(await result()).toMatchObject({ passed: false, scaledScore: 400 });
    await test.runEffects();
    const recorded = await rows('select score, passed from exam_result where application_id = $1 order by recorded_at, id', [ben.applicationId]); // prettier-ignore
    expect(recorded).toEqual([{ score: 500, passed: true }, { score: 400, passed: false }]); // prettier-ignore
    const [letter] = await rows(`select body_text as text from letter where kind = 'application-exam-pass-decided' and person_id = $1`, [ben.actor.personId]); // prettier-ignore
    expect(letter.text).toContain('does not reach the pass mark');
    expect((await decide(body.passDecisionId, 'kept', second)).body.code).toBe('exams.pass_decided');
  });

  it('lets the person answer meanwhile, sealed, and the answer is read before it is decided', async () => {
    const answer = () =>
      api(ben.actor).post(`sittings/${ben.sittingId}/pass-answers`, {
        sealedAnswer: 'I prepared for that exam, numbat.',
      });
    expect((await answer()).body.code).toBe('exams.no_pass_looked_at');
    const { body } = await propose();
    expect((await answer()).status).toBe(201);
    const opened = await api(second).post(`exam-rescorings/${rescoreId}/readings`);
    expect(opened.body.passes).toMatchObject([{ reasons: 'The public must rely on it.', answers: ['I prepared for that exam, numbat.'] }]); // prettier-ignore
    expect((await api(exam.bank.administrator).post(`exam-rescorings/${rescoreId}/readings`)).status).toBe(403);
    await decide(body.passDecisionId, 'kept');
    expect((await answer()).body.code).toBe('exams.no_pass_looked_at');
  });

  it('leaves the pass at any time, by whoever looks after exams, and is then over for this rescore', async () => {
    const { body } = await propose();
    expect((await propose(second)).body.code).toBe('exams.pass_looked_at');
    expect((await decide(body.passDecisionId, 'kept', exam.bank.psychometrician)).status).toBe(200);
    expect(await result()).toMatchObject({ passed: true, scaledScore: 500 });
    expect((await propose(second)).body.code).toBe('exams.pass_looked_at');
  });

  it('changes nothing when a newer key gives the pass after all', async () => {
    const { body } = await propose();
    await approved(test, exam, await proposed(test, exam, { at: 0, ruling: 'keys_accepted', keys: ['a', 'b'] }));
    await test.runEffects();
    await daysLater(16);
    expect((await decide(body.passDecisionId, 'withdrawn')).body.code).toBe('exams.no_pass_to_decide');
    expect(await result()).toMatchObject({ passed: true, scaledScore: 500 });
    expect((await decide(body.passDecisionId, 'kept')).status).toBe(200);
  });

  it('is made once when two people decide at a moment', async () => {
    const { body } = await propose();
    await daysLater(16);
    const both = await Promise.all([
      decide(body.passDecisionId, 'withdrawn'),
      decide(body.passDecisionId, 'kept', second),
    ]);
    expect(both.map(({ status }) => String(status)).toSorted()).toEqual(['200', '409']);
    const [{ outcome }] = await rows('select outcome from exam_pass_decision where id = $1', [body.passDecisionId]);
    expect((await result()).passed).toBe(outcome === 'kept');
  });

  it('is for no sitting whose pass was not kept, for nobody of another body, and not for a registrar', async () => {
    const cyn = await finished(test, await begun(test, exam, 'Cyn Later', { right: [1, 2, 3, 4] }));
    expect((await propose(exam.bank.psychometrician, cyn.sittingId)).status).toBe(404);
    const elsewhere = await arrangeExam(test);
    expect((await propose(elsewhere.bank.psychometrician)).status).toBe(404);
    expect((await propose(exam.bank.administrator)).status).toBe(403);
    const { body } = await propose();
    expect((await decide(body.passDecisionId, 'kept', elsewhere.bank.administrator)).status).toBe(404);
    expect((await decide(body.passDecisionId, 'kept', exam.registrar)).status).toBe(403);
    expect((await decide(body.passDecisionId, 'perhaps')).status).toBe(422);
  });

  it('is kept to by the database: notice, second person, never by who sat, and only for the decided sitting', async () => {
    const { body } = await propose();
    const id = body.passDecisionId as string;
    const set = (by: string, at: string) =>
      test.owner.query(`update exam_pass_decision set outcome = 'withdrawn', decided_by = $2, decided_at = $3 where id = $1`, [id, by, at]); // prettier-ignore
    const now = (await test.clock.now()).toString();
    const later = (await test.clock.now()).add({ hours: 24 * 20 }).toString();
    await expect(set(exam.bank.administrator.personId, now)).rejects.toThrow('after_notice');
    await expect(set(exam.bank.psychometrician.personId, later)).rejects.toThrow('second_person');
    await expect(set(ben.actor.personId, later)).rejects.toThrow('not_own');
    await set(exam.bank.administrator.personId, later);
    await expect(set(second.personId, later)).rejects.toThrow('made once');
    const other = await finished(
      test,
      await begun(test, exam, 'Una Other', { given: { 0: { chosen: ['b'] } }, right: [1, 2] }),
    );
    const lower = `insert into sitting_score (sitting_id, number, body_id, person_id, earned_parts, possible_parts, scaled_score, passed, domains,
        rescore_id, pass_decision_id, exam_result_id, fact_id, recorded_at)
      select sitting_id, 2, body_id, person_id, 0, possible_parts, 200, false, domains, $2, $3, exam_result_id, fact_id, now()
      from sitting_result where sitting_id = $1`;
    await expect(test.owner.query(lower, [other.sittingId, rescoreId, id])).rejects.toThrow(
      'nobody loses by a rescore',
    );
  });
});
