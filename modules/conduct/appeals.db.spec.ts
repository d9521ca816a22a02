import { Temporal } from 'temporal-polyfill';
import { useApp } from '../../test/support/app.js';
import {
  admitted,
  arrangeCase,
  decide,
  everything,
  recordExam,
  signedIn,
  type Case,
} from '../certification/testing/certification-case.js';
import { ReviewApplication } from '../certification/use-cases/review-application.js';
import { Register } from '../credentials/credentials.public.js';
import { appeal, arrangeConduct, decideAppeal, found, staff } from './testing/conduct-case.js';
import { AssignHandler } from './use-cases/assign-handler.js';
import { DecideAppeal } from './use-cases/decide-appeal.js';
import { DecideComplaint } from './use-cases/decide-complaint.js';
import { FileAppeal } from './use-cases/file-appeal.js';
import { KeepClocks } from './use-cases/keep-clocks.js';
import { ReadAppeals } from './use-cases/read-appeals.js';

const beforeExam = everything.filter(({ kind }) => kind !== 'exam');

describe('an appeal', () => {
  const test = useApp();
  beforeEach(() => test.clock.set('2026-11-21T15:00:00Z'));

  const stateOf = async (table: string, id: string): Promise<string> =>
    (await test.owner.query(`select state from ${table} where id = $1`, [id])).rows[0].state;
  const denied = async () => {
    const arranged = await arrangeCase(test);
    const applicationId = await admitted(test, arranged, beforeExam);
    await recordExam(test, arranged, applicationId);
    await decide(test, arranged.decider, applicationId, 'denied');
    return { ...arranged, ...(await staff(test, arranged)), applicationId };
  };
  const people = (arranged: Awaited<ReturnType<typeof denied>>) => {
    return { ...arranged, first: arranged.third, second: arranged.fourth };
  };

  it('of a denial that does not stand opens the application, which others review and others grant', async () => {
    const arranged = await denied();
    const id = await appeal(test, arranged.applicant);
    await decideAppeal(test, people(arranged), id, 'overturned');
    const { applicationId } = arranged;
    expect([await stateOf('appeal', id), await stateOf('application', applicationId)]).toEqual([
      'overturned',
      'submitted',
    ]);
    const review = { applicationId, outcome: 'admitted', note: null } as const;
    const reviewing = (by: Case['reviewer']) => test.run((tx) => test.get(ReviewApplication).execute(tx, review), by);
    await expect(reviewing(arranged.reviewer)).rejects.toMatchObject({ code: 'certification.conflict.decided' });
    await reviewing(await signedIn(test, 'Rita Reviewer', arranged.bodyId, 'reviewer'));
    await expect(decide(test, arranged.decider, applicationId)).rejects.toMatchObject({
      code: 'certification.conflict.decided',
    });
    await decide(test, arranged.secondDecider, applicationId);
    expect(await stateOf('application', applicationId)).toBe('granted');
  });

  it('that changes nothing leaves the denial', async () => {
    const arranged = await denied();
    const id = await appeal(test, arranged.applicant);
    await decideAppeal(test, people(arranged), id, 'upheld');
    expect(await stateOf('application', arranged.applicationId)).toBe('denied');
    await expect(appeal(test, arranged.applicant)).rejects.toMatchObject({ code: 'conduct.appealed_already' });
  });

  it('is refused after its time with what else can be done, by the database too', async () => {
    const arranged = await denied();
    const { rows } = await test.owner.query('select id, file_by::text from appealable_decision where person_id = $1', [
      arranged.applicant.personId,
    ]);
    expect(rows[0].file_by).toBe('2026-12-21');
    test.clock.set('2026-12-22T05:59:00Z'); // still the 21st in Chicago
    const first = await appeal(test, arranged.applicant);
    await test.run((tx) => test.get(FileAppeal).withdraw(tx, first), arranged.applicant);
    test.clock.set('2026-12-22T06:00:00Z');
    await expect(appeal(test, arranged.applicant)).rejects.toMatchObject({
      code: 'conduct.appeal_time_over',
      next: expect.stringContaining('apply again'),
    });
    const past = test.run((tx) =>
      tx.manager.query(
        `insert into appeal (id, body_id, person_id, decision_id, grounds, decide_by, state_since, created_at)
         values (gen_random_uuid(), $1, $2, $3, '{procedure}', '2027-03-01', now(), '2026-12-22T06:00:00Z')`,
        [arranged.bodyId, arranged.applicant.personId, rows[0].id],
      ),
    );
    await expect(past).rejects.toThrow('the time to appeal is over');
  });

  it('is handled and decided by nobody who reviewed or decided before, and names the rule', async () => {
    const arranged = await denied();
    const id = await appeal(test, arranged.applicant);
    const assign = (to: { personId: string }) =>
      test.run((tx) => test.get(AssignHandler).appeal(tx, id, to.personId), arranged.administrator);
    await expect(assign(arranged.reviewer)).rejects.toMatchObject({ code: 'conduct.kept_apart.reviewed' });
    await expect(assign(arranged.decider)).rejects.toMatchObject({ code: 'conduct.kept_apart.decided' });
    await assign(arranged.handler);
    await test.run((tx) => test.get(DecideAppeal).find(tx, id, []), arranged.handler);
    const propose = (by: typeof arranged.decider) =>
      test.run((tx) => test.get(DecideAppeal).propose(tx, id, 'upheld'), by);
    await expect(propose(arranged.decider)).rejects.toMatchObject({
      code: 'conduct.kept_apart.decided',
      message: expect.stringContaining('Whoever decided before'),
    });
    await propose(arranged.third);
    const agree = (by: typeof arranged.decider) => test.run((tx) => test.get(DecideAppeal).agree(tx, id), by);
    await expect(agree(arranged.third)).rejects.toMatchObject({ code: 'conduct.two_persons' });
    await expect(agree(arranged.decider)).rejects.toMatchObject({ code: 'conduct.kept_apart.decided' });
    const elsewhere = await signedIn(
      test,
      'Elsa Elsewhere',
      (await arrangeCase(test, { id: 'x-pr' })).bodyId,
      'decider',
    );
    await expect(agree(elsewhere)).rejects.toMatchObject({ kind: 'not_found' });
    await agree(arranged.fourth);
  });

  it('of a registrar’s suspension restores from the day it began', async () => {
    const arranged = await arrangeConduct(test);
    const { credentialId } = arranged;
    const on = Temporal.PlainDate.from('2026-11-21');
    await test.run((tx) =>
      test.get(Register).suspend(tx, {
        credentialId,
        decidedBy: arranged.registrar.personId,
        reason: 'concern_looked_into',
        effectiveOn: on,
        publicFrom: on,
      }),
    );
    test.clock.set('2026-12-10T15:00:00Z');
    const id = await appeal(test, arranged.applicant);
    const sentBack = () =>
      decideAppeal(test, { ...arranged, first: arranged.third, second: arranged.fourth }, id, 'sent_back');
    await expect(sentBack()).rejects.toMatchObject({ code: 'conduct.choose_one' });
    await test.run((tx) => test.get(DecideAppeal).propose(tx, id, 'overturned'), arranged.third);
    await test.run((tx) => test.get(DecideAppeal).agree(tx, id), arranged.fourth);
    const standing = await test.run((tx) => test.get(Register).standing(tx, { credentialId }, on.add({ days: 1 })));
    expect(standing.status).toBe('active');
  });

  it('is sent back only where somebody can decide anew, and the desk offers no other', async () => {
    const canBeSentBack = async (arranged: Awaited<ReturnType<typeof denied>>) => {
      const id = await appeal(test, arranged.applicant);
      return (await test.run((tx) => test.get(ReadAppeals).detail(tx, id), arranged.third)).canBeSentBack;
    };
    expect(await canBeSentBack(await denied())).toBe(true);
    const arranged = await arrangeConduct(test, { id: 'x-at-once' });
    const complaint = await found(test, arranged);
    await test.run((tx) => test.get(DecideComplaint).suspendAtOnce(tx, complaint, 'immediate_risk'), arranged.fourth);
    expect(await canBeSentBack(arranged)).toBe(false);
  });

  it('warns the administrators once before it is late', async () => {
    const arranged = await denied();
    await appeal(test, arranged.applicant);
    test.clock.set('2027-02-18T15:00:00Z');
    for (let run = 0; run < 2; run += 1) await test.run((tx) => test.get(KeepClocks).execute(tx));
    const { rows } = await test.owner.query(`select kind from letter where person_id = $1`, [
      arranged.administrator.personId,
    ]);
    expect(rows).toEqual([{ kind: 'appeal-deadline' }]);
  });

  it('is seen by the person, not by a stranger, and its own desk not by oneself', async () => {
    const arranged = await denied();
    const id = await appeal(test, arranged.applicant);
    const read = (by: Case['applicant']) => test.run((tx) => test.get(ReadAppeals).ownOne(tx, id), by);
    expect(await read(arranged.applicant)).toMatchObject({ state: 'filed', grounds: ['facts_mistaken'] });
    await expect(read(arranged.stranger)).rejects.toMatchObject({ kind: 'not_found' });
  });
});
