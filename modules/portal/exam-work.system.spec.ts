import type { PersonActor } from '../../src/kernel/actor.js';
import { useApp } from '../../test/support/app.js';
import { visitor } from '../../test/support/visitor.js';
import { signedIn, tokenOf } from '../certification/testing/certification-case.js';
import { apiOf } from '../exams/testing/api-of.js';
import { arrangeExam, type ExamCase } from '../exams/testing/exam-case.js';
import { approved, begun, finished, itemsOf, proposed, type Sat } from '../exams/testing/rescoring-case.js';
import { MakeForm } from '../exams/use-cases/make-form.js';

// Each test arranges a body with an exam, and somebody who sat it.
jest.setTimeout(60_000);

describe('the home page of who looks after exams', () => {
  const test = useApp();
  let exam: ExamCase;
  let sitting: Sat;

  const homeOf = async (actor: PersonActor) => (await visitor(test, tokenOf(actor, 'page')).get('/home')).text;
  const post = (actor: PersonActor, path: string, body: object) => apiOf(test, actor).post(path, body);
  const colleague = (name: string) => signedIn(test, name, exam.bodyId, 'psychometrician');

  beforeEach(async () => {
    exam = await arrangeExam(test);
    sitting = await finished(test, await begun(test, exam, 'Carla Candidate', { right: [0, 1, 2] }));
  });

  it('counts challenges for those who may decide them, until one does', async () => {
    expect(await homeOf(exam.bank.psychometrician)).not.toContain('to decide');
    const sql = 'select place from exam_form_item where form_id = $1 and version_id = $2';
    const { rows } = await test.owner.query(sql, [exam.formId, itemsOf(exam)[0]?.versionId]);
    const challenge = { place: rows[0].place, sealedChallenge: 'Both of them seemed right.' };
    const { remarkId } = (await post(sitting.actor, `sittings/${sitting.sittingId}/challenges`, challenge)).body;
    expect(await homeOf(exam.bank.psychometrician)).toContain('1 to decide');
    // The reviewer reviewed this item; the administrator reads no challenge; elsewhere is elsewhere.
    const elsewhere = await arrangeExam(test);
    for (const other of [exam.bank.reviewer, exam.bank.administrator, elsewhere.bank.psychometrician]) {
      expect(await homeOf(other)).not.toContain('to decide');
    }
    expect(await homeOf(await signedIn(test, 'Rolf Reviewer', exam.bodyId, 'item-reviewer'))).toContain('1 to decide');
    const decision = { outcome: 'not_upheld', reason: 'key_confirmed', sealedReasons: 'The handbook names one.' };
    expect((await post(exam.bank.psychometrician, `exam-remarks/${remarkId}/decisions`, decision)).status).toBe(201);
    expect(await homeOf(exam.bank.psychometrician)).not.toContain('to decide');
  });

  it('counts a proposed rescore for everybody who can be the second person, and not for who proposed it', async () => {
    const id = await proposed(test, exam, { at: 0, ruling: 'key_changed', keys: ['b'] });
    expect(await homeOf(exam.bank.psychometrician)).not.toContain('for a second person');
    expect(await homeOf(exam.bank.administrator)).toContain('1 for a second person');
    expect(await homeOf(await colleague('Pia Psychometrician'))).toContain('1 for a second person');
    expect(await homeOf(exam.bank.reviewer)).not.toContain('for a second person');
    await approved(test, exam, id);
    expect(await homeOf(exam.bank.administrator)).not.toContain('for a second person');
  });

  it('counts a pass that is looked at once its notice is over', async () => {
    const id = await approved(test, exam, await proposed(test, exam, { at: 0, ruling: 'key_changed', keys: ['b'] }));
    await test.runEffects();
    const pass = { sittingId: sitting.sittingId, sealedReasons: 'The public must rely on it.' };
    expect((await post(exam.bank.psychometrician, `exam-rescorings/${id}/pass-decisions`, pass)).status).toBe(201);
    expect(await homeOf(exam.bank.administrator)).not.toContain('for a second person');
    test.clock.forward({ hours: 24 * 16 });
    await test.owner.query('update session set created_at = $1, last_seen_at = $1, confirmed_at = $1', [
      (await test.clock.now()).toString(),
    ]);
    expect(await homeOf(exam.bank.administrator)).toContain('1 for a second person');
    expect(await homeOf(exam.bank.psychometrician)).not.toContain('for a second person');
    const page = await visitor(test, tokenOf(exam.bank.administrator, 'page')).get('/desk/exams/rescorings');
    expect(page.text).toContain('1 pass to decide');
  });

  it('counts forms that a colleague drew and nobody has approved', async () => {
    const drawing = { examId: exam.exam.id, seed: 5 };
    await test.run((tx) => test.get(MakeForm).execute(tx, drawing), exam.bank.psychometrician);
    expect(await homeOf(exam.bank.administrator)).toContain('1 to approve');
    expect(await homeOf(exam.bank.psychometrician)).not.toContain('to approve');
  });
});
