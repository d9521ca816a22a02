import { everythingStored } from '../../test/support/everything-stored.js';
import { useApp } from '../../test/support/app.js';
import { visitor } from '../../test/support/visitor.js';
import { signedIn, tokenOf } from '../certification/testing/certification-case.js';
import { systemActor, type PersonActor } from '../../src/kernel/actor.js';
import { Transaction } from '../../src/platform/database/transaction.js';
import { Ids } from '../../src/platform/ids/ids.js';
import { KeyRing } from '../../src/platform/sealing/sealing.js';
import { SecretRepository } from './persistence/secret.repository.js';
import { apiOf } from './testing/api-of.js';
import { arrangeExam, type ExamCase } from './testing/exam-case.js';
import { begun, finished, itemsOf, type Sat } from './testing/rescoring-case.js';
import { Vault } from './use-cases/vault.js';

// Each test arranges a body with an exam, and people who sat it.
jest.setTimeout(60_000);

const WORDS = 'Both listening and waiting seemed right to me, quokka.';

describe('a challenge of an item', () => {
  const test = useApp();
  let exam: ExamCase;
  let sitting: Sat;

  const api = (actor: PersonActor) => apiOf(test, actor);
  const mine = () => api(sitting.actor);
  const desk = () => api(exam.bank.psychometrician);
  const rows = async (sql: string, values: unknown[] = []) => (await test.owner.query(sql, values)).rows;
  /** The number that the item had in this form. */
  const placeOf = async (at: number) => {
    const sql = 'select place from exam_form_item where form_id = $1 and version_id = $2';
    return (await rows(sql, [exam.formId, itemsOf(exam)[at]?.versionId]))[0].place as number;
  };
  const challenge = async (at = 0, by = mine()) =>
    by.post(`sittings/${sitting.sittingId}/challenges`, { place: await placeOf(at), sealedChallenge: WORDS });
  const upheld = { outcome: 'upheld', ruling: 'keys_accepted', sealedKeys: ['a', 'b'], sealedReasons: 'The handbook names both.' }; // prettier-ignore
  const notUpheld = { outcome: 'not_upheld', reason: 'key_confirmed', sealedReasons: 'The handbook names one.' };

  beforeEach(async () => {
    exam = await arrangeExam(test);
    sitting = await finished(test, await begun(test, exam, 'Carla Candidate', { right: [1, 2] }));
  });

  it('is made once of a question of an own sitting, by its number, and shows nothing of it', async () => {
    const first = await challenge();
    expect([first.status, Object.keys(first.body)]).toEqual([201, ['specimen', 'remarkId']]);
    expect((await challenge()).body.code).toBe('exams.challenged_already');
    expect((await challenge(1)).status).toBe(201);
    const { body, text } = await mine().get(`sittings/${sitting.sittingId}/remarks`);
    expect(body.remarks).toMatchObject([
      { kind: 'challenge', place: await placeOf(0), decision: null },
      { kind: 'challenge', place: await placeOf(1), decision: null },
    ]);
    expect(text).not.toMatch(/Lantern|Listening|quokka|Because|versionId|correct/);
  });

  it('takes no number that the exam did not have, no word too few, and nothing about another person’s sitting', async () => {
    const path = `sittings/${sitting.sittingId}/challenges`;
    expect((await mine().post(path, { place: 8, sealedChallenge: WORDS })).body.code).toBe('exams.no_such_place');
    for (const body of [
      { place: 0, sealedChallenge: WORDS },
      { place: 'one', sealedChallenge: WORDS },
      { place: 1, sealedChallenge: ' no ' },
      { sealedChallenge: WORDS },
      { place: 1.5, sealedChallenge: WORDS },
      {},
    ]) {
      // prettier-ignore
      expect([body, (await mine().post(path, body)).status]).toEqual([body, 422]);
    }
    expect((await challenge(0, api(exam.stranger))).status).toBe(404);
    expect((await api(exam.stranger).get(`sittings/${sitting.sittingId}/remarks`)).status).toBe(404);
    const open = await begun(test, exam, 'Olga Open', {});
    const early = await api(open.actor).post(`sittings/${open.sittingId}/challenges`, {
      place: 1,
      sealedChallenge: WORDS,
    });
    expect(early.status).toBe(404);
  });

  it('comes within the days that the exam gives, to the end of the last one in the body’s zone', async () => {
    expect(exam.exam.challengeDays).toBe(30);
    test.clock.forward({ hours: 24 * 30 });
    await again();
    expect((await challenge()).status).toBe(201);
    test.clock.forward({ hours: 24 });
    await again();
    expect((await challenge(1)).body.code).toBe('exams.remark_too_late');
    const comment = await mine().post(`sittings/${sitting.sittingId}/comments`, { sealedComment: WORDS });
    expect(comment.body.code).toBe('exams.remark_too_late');
  });

  /** Sessions rest too long when days go by; everybody signs in again. */
  const again = async () =>
    test.owner.query('update session set created_at = $1, last_seen_at = $1, confirmed_at = $1', [
      (await test.clock.now()).toString(),
    ]);

  it('lies sealed, in no log, letter, audit row or outbox row, and each opening is on record twice: of the words and of the item', async () => {
    const { body } = await challenge();
    const opened = await desk().post(`exam-remarks/${body.remarkId}/readings`);
    expect(opened.body).toMatchObject({ words: WORDS, mayDecide: true, item: { content: { kind: 'single' } } });
    const page = await visitor(test, tokenOf(exam.bank.psychometrician, 'page')).get(
      `/desk/exams/remarks/${body.remarkId}`,
    );
    expect(page.text.match(/Piet Psychometrician<\/p>/g)).toHaveLength(2);
    await desk().post(`exam-remarks/${body.remarkId}/decisions`, upheld);
    await test.runEffects();
    const stored = await everythingStored(test);
    expect(stored).not.toMatch(/quokka|handbook names/);
    const { personId } = exam.bank.psychometrician;
    expect(await rows('select purpose, reader_id from exam_secret_reading where body_id = $1', [exam.bodyId])).toEqual([
      { purpose: 'remark', reader_id: personId },
      { purpose: 'remark', reader_id: personId },
    ]);
    const readings = `select 1 from bank_item_reading where purpose = 'appeal' and reader_id = $1 and subject_id = $2`;
    expect((await rows(readings, [personId, body.remarkId])).length).toBeGreaterThanOrEqual(1);
    await expect(test.owner.query(`update exam_secret set sealed = 'x'`)).rejects.toThrow('stays as it is');
  });

  it('is read and decided by who looks after items, at that body, and by nobody who wrote, reviewed or judged it', async () => {
    const { body } = await challenge();
    const path = `exam-remarks/${body.remarkId}`;
    const elsewhere = await arrangeExam(test);
    expect((await api(elsewhere.bank.psychometrician).post(`${path}/readings`)).status).toBe(404);
    expect((await api(elsewhere.bank.psychometrician).post(`${path}/decisions`, upheld)).status).toBe(404);
    for (const actor of [exam.bank.administrator, exam.bank.author, exam.registrar, exam.stranger, sitting.actor]) {
      expect((await api(actor).post(`${path}/readings`)).status).toBe(403);
    }
    const reviewed = await api(exam.bank.reviewer).post(`${path}/decisions`, upheld);
    expect([reviewed.status, reviewed.body.code]).toEqual([403, 'exams.had_part']);
    // A judge who is a psychometrician later is still who judged it.
    const judge = exam.bank.judges[0] as PersonActor;
    await appointed(judge, 'psychometrician');
    expect((await api(judge).post(`${path}/decisions`, upheld)).body.code).toBe('exams.had_part');
    await expect(
      test.owner.query(
        `insert into exam_remark_decision (remark_id, body_id, person_id, outcome, reason, secret_id, decided_by, decided_at)
         select id, body_id, person_id, 'not_upheld', 'key_confirmed', secret_id, $2, now() from exam_remark where id = $1`,
        [body.remarkId, exam.bank.author.personId],
      ),
    ).rejects.toThrow('who wrote or judged');
    expect((await desk().post(`${path}/decisions`, upheld)).status).toBe(201);
    expect((await desk().post(`${path}/decisions`, notUpheld)).body.code).toBe('exams.challenge_decided');
  });

  const appointed = (actor: PersonActor, role: string) =>
    test.owner.query(
      `insert into membership (id, organization_id, organization_kind, person_id, role, from_at, created_at)
       values (gen_random_uuid(), $1, 'certifying-body', $2, $3, '2020-01-01', now())`,
      [exam.bodyId, actor.personId, role],
    );

  it('is decided with a ruling that fits the item, or with a reason', async () => {
    const { body } = await challenge();
    const path = `exam-remarks/${body.remarkId}/decisions`;
    const refused = [
      { ...upheld, sealedKeys: ['a'] },
      { ...upheld, sealedKeys: ['a', 'z'] },
      { ...upheld, sealedKeys: [] },
      { ...upheld, ruling: 'key_changed', sealedKeys: ['a'] },
      { ...upheld, ruling: undefined },
      { ...upheld, sealedReasons: '' },
      { ...notUpheld, reason: undefined },
      { ...notUpheld, reason: 'mood' },
      { outcome: 'perhaps', sealedReasons: 'It could be either of them.' },
    ];
    for (const given of refused) expect([given, (await desk().post(path, given)).status]).toEqual([given, 422]);
    expect((await desk().post(path, notUpheld)).status).toBe(201);
  });

  it('is answered by letter without a word of the item, in the person’s language, and changes no score by itself', async () => {
    await test.owner.query(`update person set letter_language = 'es' where id = $1`, [sitting.actor.personId]);
    const { body } = await challenge();
    await desk().post(`exam-remarks/${body.remarkId}/decisions`, upheld);
    await test.runEffects();
    const [letter] = await rows(
      `select language, subject, body_text as text, words::text as words from letter
       where kind = 'application-exam-challenge-decided' and person_id = $1`,
      [sitting.actor.personId],
    );
    expect(letter).toMatchObject({
      language: 'es',
      subject: '[SPECIMEN] Se decidió sobre la pregunta que usted cuestionó',
    });
    expect(letter.text).toContain('más de una respuesta recibe todo el crédito');
    expect(letter.text + letter.words).not.toMatch(/Lantern|Listening|Advising|handbook|"a"/);
    const told = await mine().get(`sittings/${sitting.sittingId}/remarks`);
    expect(told.body.remarks[0].decision).toMatchObject({ outcome: 'upheld', ruling: 'keys_accepted', reason: null });
    expect(await rows('select 1 from sitting_score where sitting_id = $1', [sitting.sittingId])).toEqual([]);
  });

  it('leads to a rescore with what was decided, and with nothing else', async () => {
    const { body } = await challenge();
    const propose = (given: object) =>
      desk().post('exam-rescorings', { sealedReasons: 'As it was decided.', ...given });
    const { remarkId } = body;
    expect((await propose({ remarkId })).body.code).toBe('exams.not_upheld');
    await desk().post(`exam-remarks/${remarkId}/decisions`, upheld);
    const rescore = await propose({ remarkId, ruling: 'not_counted' });
    expect(rescore.status).toBe(201);
    const opened = await desk().post(`exam-rescorings/${rescore.body.rescoreId}/readings`);
    expect(opened.body).toMatchObject({ keys: ['a', 'b'], reasons: 'As it was decided.' });
    const told = await desk().get(`exam-rescorings/${rescore.body.rescoreId}`);
    expect(told.body).toMatchObject({ ruling: 'keys_accepted', remarkId, preview: { lines: [{ candidate: expect.stringMatching(/^P-/) }] } }); // prettier-ignore
    expect(told.text).not.toMatch(/Carla|Lantern|"keys"|secret/);
    expect((await propose({ remarkId })).body.code).toBe('exams.rescore_proposed_already');
  });

  it('has a comment beside it, which is read and not decided, and not written without end', async () => {
    const comment = () =>
      mine().post(`sittings/${sitting.sittingId}/comments`, { sealedComment: 'The room was cold, wombat.' });
    const { body } = await comment();
    expect((await desk().post(`exam-remarks/${body.remarkId}/decisions`, notUpheld)).body.code).toBe(
      'exams.not_a_challenge',
    );
    expect((await desk().post(`exam-remarks/${body.remarkId}/readings`)).body).toMatchObject({
      item: null,
      mayDecide: false,
    });
    for (let more = 0; more < 4; more++) expect((await comment()).status).toBe(201);
    expect((await comment()).body.code).toBe('exams.enough_comments');
    const queue = await desk().get('exam-remarks');
    expect([queue.body.remarks.length, /wombat/.test(queue.text)]).toEqual([5, false]);
  });

  it('opens no more for somebody who teaches by then', async () => {
    const { body } = await challenge();
    const teacher = await signedIn(test, 'Tess Teacher', exam.bodyId, 'psychometrician');
    expect((await api(teacher).post(`exam-remarks/${body.remarkId}/readings`)).status).toBe(200);
    await test.owner.query(
      `insert into fact (id, person_id, body_id, kind, code, topics, minutes, value, occurred_on, recorded_at, voucher_method, voucher_person_id, source_module, source_id)
       select gen_random_uuid(), $1, null, 'training', 'invented', '[]', 60, '{}', $3::timestamptz::date, $3, 'course', $2, 'test', gen_random_uuid()::text`,
      [sitting.actor.personId, teacher.personId, (await test.clock.now()).toString()],
    );
    const kept = await api(teacher).post(`exam-remarks/${body.remarkId}/readings`);
    expect([kept.status, kept.body.code]).toEqual([403, 'item_bank.kept_apart']);
  });

  it('stays readable after the installation’s secret was changed', async () => {
    const { body } = await challenge();
    const worker = await test.worker();
    const rewrap = (first: string, before: string) => {
      const ring = new KeyRing([first, before], 'goodstanding exams');
      const vault = new Vault(test.get(SecretRepository), ring, test.get(Ids));
      return worker.get(Transaction).run({ actor: systemActor('test'), requestId: 'test' }, (tx) => vault.rewrap(tx));
    };
    const [now, then] = [test.config.SECRET_KEY, 'another secret of the installation, invented'];
    expect(await rewrap(then, now)).toBeGreaterThan(0);
    expect((await desk().post(`exam-remarks/${body.remarkId}/readings`)).status).toBe(500);
    await rewrap(now, then);
    expect(await rewrap(now, then)).toBe(0);
    expect((await desk().post(`exam-remarks/${body.remarkId}/readings`)).body.words).toBe(WORDS);
  });
});
