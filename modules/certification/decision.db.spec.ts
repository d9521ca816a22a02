import { useApp } from '../../test/support/app.js';
import { Evidence } from '../evidence/evidence.public.js';
import {
  admitted,
  apply,
  arrangeCase,
  decide,
  everything,
  giveEvidence,
  recordExam,
  type Case,
} from './testing/certification-case.js';
import { raceBehindALock as race } from './testing/race-behind-a-lock.js';
import { DecideApplication } from './use-cases/decide-application.js';
import { ReviewApplication } from './use-cases/review-application.js';

const beforeExam = everything.filter(({ kind }) => kind !== 'exam');

describe('a decision about an application', () => {
  const test = useApp();

  const stateOf = async (id: string): Promise<string> =>
    (await test.owner.query('select state from application where id = $1', [id])).rows[0].state;
  const credentialsOf = async (id: string): Promise<number> =>
    (await test.owner.query('select 1 from credential where application_id = $1', [id])).rowCount ?? 0;

  it('grants when every requirement is met: one credential, and the tree it rests on is kept with its hash', async () => {
    const arranged = await arrangeCase(test);
    const id = await admitted(test, arranged, beforeExam);
    await recordExam(test, arranged, id);
    const { decisionId } = await decide(test, arranged.decider, id);
    expect(await stateOf(id)).toBe('granted');
    expect(await credentialsOf(id)).toBe(1);
    const { rows } = await test.owner.query(
      'select eligibility, eligibility_hash from application_event where id = $1',
      [decisionId],
    );
    expect(rows[0].eligibility).toMatchObject({ met: true, onDate: '2026-11-21' });
    expect(rows[0].eligibility_hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('writes one audit row for each step, in the transaction of the step', async () => {
    const arranged = await arrangeCase(test);
    const id = await admitted(test, arranged);
    await decide(test, arranged.decider, id);
    const { rows } = await test.owner.query(`select action from audit where subject_id = $1 order by recorded_at, id`, [
      id,
    ]);
    expect(rows.map(({ action }) => action.split('.').at(-1))).toEqual(['begin', 'submit', 'claim', 'admit', 'grant']);
    const steps = await test.owner.query('select 1 from application_event where application_id = $1', [id]);
    expect(steps.rowCount).toBe(rows.length - 1);
  });

  describe('does not grant once a single piece of evidence is taken back', () => {
    it.each(everything.map(({ id }) => id))('%s', async (missing) => {
      const arranged = await arrangeCase(test);
      const id = await admitted(test, arranged);
      await retract(arranged, missing);
      await expect(decide(test, arranged.decider, id)).rejects.toMatchObject({
        code: 'certification.still_needed_to_grant',
      });
      expect([await stateOf(id), await credentialsOf(id)]).toEqual(['admitted', 0]);
    });
  });

  describe('cannot even be reached without a single piece of evidence that admission asks for', () => {
    const needed = beforeExam.filter(({ id }) => id !== 'resident-exam').map(({ id }) => id);
    it.each(needed)('%s', async (missing) => {
      const arranged = await arrangeCase(test);
      await giveEvidence(
        test,
        arranged,
        everything.filter(({ id }) => id !== missing),
      );
      const id = await apply(test, arranged);
      const review = { applicationId: id, outcome: 'admitted', note: null } as const;
      await expect(
        test.run((tx) => test.get(ReviewApplication).execute(tx, review), arranged.reviewer),
      ).rejects.toMatchObject({ code: 'certification.still_needed_to_admit' });
      await expect(decide(test, arranged.decider, id)).rejects.toMatchObject({
        code: 'certification.not_possible_now',
      });
      expect(await credentialsOf(id)).toBe(0);
    });
  });

  describe('is refused, with the rule named,', () => {
    it('to the reviewer of the application', async () => {
      const arranged = await arrangeCase(test);
      const id = await admitted(test, arranged);
      const both = {
        ...arranged.reviewer,
        memberships: [...arranged.reviewer.memberships, ...arranged.decider.memberships],
      };
      await expect(decide(test, both, id)).rejects.toMatchObject({ code: 'certification.conflict.reviewed' });
      expect(await credentialsOf(id)).toBe(0);
    });

    it('to who recorded the exam', async () => {
      const arranged = await arrangeCase(test);
      const id = await admitted(test, arranged, beforeExam);
      await recordExam(test, arranged, id);
      const both = {
        ...arranged.registrar,
        memberships: [...arranged.registrar.memberships, ...arranged.decider.memberships],
      };
      await expect(decide(test, both, id)).rejects.toMatchObject({
        code: 'certification.conflict.examined',
        message: expect.stringContaining('recorded their exam'),
      });
    });

    it('to who signed practice, and to who accepted training', async () => {
      for (const [kind, rule] of [
        ['practice', 'supervised'],
        ['training', 'trained'],
      ] as const) {
        const arranged = await arrangeCase(test);
        const vouched = everything.map((fact) =>
          fact.kind === kind && fact.vouchedBy
            ? { ...fact, vouchedBy: { ...fact.vouchedBy, personId: arranged.decider.personId } }
            : fact,
        );
        const id = await admitted(test, arranged, vouched);
        await expect(decide(test, arranged.decider, id)).rejects.toMatchObject({
          code: `certification.conflict.${rule}`,
        });
        await decide(test, arranged.secondDecider, id);
        expect(await stateOf(id)).toBe('granted');
      }
    });

    it('about oneself', async () => {
      const arranged = await arrangeCase(test);
      const id = await admitted(test, arranged);
      const self = { ...arranged.applicant, memberships: arranged.decider.memberships };
      await expect(decide(test, self, id)).rejects.toMatchObject({ code: 'certification.own_application' });
    });
  });

  it('is not found by strangers: another person, another body’s decider, a decider without the second factor', async () => {
    const arranged = await arrangeCase(test);
    const id = await admitted(test, arranged);
    const elsewhere = await arrangeCase(test);
    const weak = { ...arranged.decider, assurance: 'password' as const };
    for (const actor of [arranged.stranger, arranged.applicant, arranged.reviewer, elsewhere.decider, weak]) {
      await expect(decide(test, actor, id)).rejects.toMatchObject({ kind: 'not_found' });
    }
  });

  it('denies with reasons and a word to the person, who gets a letter and keeps all evidence', async () => {
    const arranged = await arrangeCase(test);
    const id = await admitted(test, arranged, beforeExam);
    const silent = { applicationId: id, outcome: 'denied', reasons: ['requirement_still_needed'], note: ' ' } as const;
    await expect(
      test.run((tx) => test.get(DecideApplication).execute(tx, silent), arranged.decider),
    ).rejects.toMatchObject({ code: 'certification.note_needed' });
    await decide(test, arranged.decider, id, 'denied');
    expect([await stateOf(id), await credentialsOf(id)]).toEqual(['denied', 0]);
    const letters = await test.owner.query(`select kind from letter where person_id = $1 order by created_at, id`, [
      arranged.applicant.personId,
    ]);
    expect(letters.rows.map(({ kind }) => kind)).toEqual([
      'application-received',
      'application-admitted',
      'application-not-granted',
    ]);
  });

  it('refuses a reason that is not of its list', async () => {
    const arranged = await arrangeCase(test);
    const id = await admitted(test, arranged);
    for (const reasons of [[], ['requirement_still_needed'], ['toString']]) {
      const decision = { applicationId: id, outcome: 'granted' as const, reasons, note: null };
      await expect(
        test.run((tx) => test.get(DecideApplication).execute(tx, decision), arranged.decider),
      ).rejects.toMatchObject({ code: 'certification.reasons_needed' });
    }
  });

  it('of one decider stands, and the other, who raced, is told', async () => {
    const arranged = await arrangeCase(test);
    const id = await admitted(test, arranged);
    const outcomes = await raceBehindALock(id, [
      () => decide(test, arranged.decider, id),
      () => decide(test, arranged.secondDecider, id, 'denied'),
    ]);
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(refused).toHaveLength(1);
    expect(refused[0]?.reason).toMatchObject({ code: 'certification.already_decided' });
    expect(await credentialsOf(id)).toBe((await stateOf(id)) === 'granted' ? 1 : 0);
  });

  it('sent fifty times at once is one decision and one credential, and fifty times the same answer', async () => {
    const arranged = await arrangeCase(test);
    const id = await admitted(test, arranged);
    const outcomes = await raceBehindALock(
      id,
      Array.from({ length: 50 }, () => () => decide(test, arranged.decider, id)),
    );
    const answers = outcomes.map((outcome) =>
      outcome.status === 'fulfilled' ? outcome.value.decisionId : outcome.reason,
    );
    expect(new Set(answers).size).toBe(1);
    expect(await credentialsOf(id)).toBe(1);
    const held = await test.owner.query('select 1 from credential where person_id = $1', [arranged.applicant.personId]);
    expect(held.rowCount).toBe(1);
  });

  const raceBehindALock = <T>(id: string, starts: (() => Promise<T>)[]) =>
    race(test, { sql: 'select 1 from application where id = $1 for update', id }, starts);

  async function retract({ applicant }: Case, factId: string): Promise<void> {
    await test.run(async (tx) => {
      const evidence = test.get(Evidence);
      const facts = await evidence.factsOf(tx, applicant.personId);
      const found = facts.find(({ source }) => source.id === `${applicant.personId}:${factId}`);
      if (!found) throw new Error(`${factId} is not recorded`);
      await evidence.record(tx, {
        personId: applicant.personId,
        kind: 'retraction',
        occurredOn: found.occurredOn,
        corrects: found.id,
        source: { module: 'test', id: `retract:${found.id}` },
      });
    });
  }

  it('is of an unconfirmed scheme only in a demonstration', async () => {
    const arranged = await arrangeCase(test);
    const id = await admitted(test, arranged);
    await test.owner.query('alter table installation disable trigger user');
    await test.owner.query('update installation set demonstration = false');
    try {
      await expect(decide(test, arranged.decider, id)).rejects.toMatchObject({
        code: 'certification.scheme_not_confirmed',
      });
    } finally {
      await test.owner.query('update installation set demonstration = true');
      await test.owner.query('alter table installation enable trigger user');
    }
    expect(await credentialsOf(id)).toBe(0);
  });
});
