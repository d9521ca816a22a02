import { Temporal } from 'temporal-polyfill';
import type { PersonActor } from '../../src/kernel/actor.js';
import { useApp } from '../../test/support/app.js';
import { ChangeSetting } from '../organizations/use-cases/change-setting.js';
import { KeepHolidays } from '../organizations/use-cases/keep-holidays.js';
import { apply, arrangeCase, giveEvidence, signedIn, type Case } from './testing/certification-case.js';
import { raceBehindALock } from './testing/race-behind-a-lock.js';
import { ClaimApplication } from './use-cases/claim-application.js';
import { PauseCase } from './use-cases/pause-case.js';
import { ReadApplications } from './use-cases/read-applications.js';
import { ReadDecisionTimes } from './use-cases/read-decision-times.js';
import { ReadQueue, type QueueQuestion } from './use-cases/read-queue.js';
import { ReleaseStale } from './use-cases/release-stale.js';
import { ReviewApplication } from './use-cases/review-application.js';
import { WarnOfLimits } from './use-cases/warn-of-limits.js';

describe('the time a body has for an application', () => {
  const test = useApp();
  const promised = { application: { review_within: 'P5BD', decision_within: 'P60D' } };
  const limitsOf = async ({ applicant }: Case, id: string): Promise<string[]> => {
    const { limits } = await test.run((tx) => test.get(ReadApplications).own(tx, id), applicant);
    return limits.map(({ rule, dueOn, paused }) => [rule, dueOn.toString(), paused?.reason].filter(Boolean).join(' '));
  };
  const pause = (by: PersonActor, applicationId: string) =>
    test.run((tx) => test.get(PauseCase).pause(tx, { applicationId, reason: 'outside_confirmation' }), by);
  const resume = (by: PersonActor, applicationId: string) =>
    test.run((tx) => test.get(PauseCase).resume(tx, { applicationId, reason: 'outside_confirmation' }), by);
  const queue = async (by: PersonActor, asked: QueueQuestion): Promise<string[]> =>
    (await test.run((tx) => test.get(ReadQueue).execute(tx, asked), by)).rows.map(({ id }) => id);
  const warnings = async (id: string): Promise<string[]> => {
    await test.run((tx) => test.get(WarnOfLimits).execute(tx));
    const { rows } = await test.owner.query(
      `select rule, stage from application_warning where application_id = $1 order by warned_at, rule, stage`,
      [id],
    );
    return rows.map(({ rule, stage }) => `${rule} ${stage}`);
  };

  beforeEach(() => test.clock.set('2026-11-21T15:00:00Z'));

  it('is told in the body’s days, and follows its holidays', async () => {
    const arranged = await arrangeCase(test, promised);
    const administrator = await signedIn(test, 'Ada Administrator', arranged.bodyId, 'administrator');
    const id = await apply(test, arranged); // a Saturday
    expect(await limitsOf(arranged, id)).toEqual(['review 2026-11-27', 'decision 2027-01-20']);
    const thanksgiving = {
      bodyId: arranged.bodyId,
      onDate: Temporal.PlainDate.from('2026-11-26'),
      name: 'Thanksgiving',
    };
    await test.run((tx) => test.get(KeepHolidays).add(tx, thanksgiving), administrator);
    await test.runEffects();
    expect(await limitsOf(arranged, id)).toEqual(['review 2026-11-30', 'decision 2027-01-20']);
    const { rows } = await test.owner.query('select due_on::text, due_rule from application where id = $1', [id]);
    expect(rows).toEqual([{ due_on: expect.anything(), due_rule: 'review' }]);
    expect(String(rows[0].due_on)).toBe('2026-11-30');
  });

  it('stands still while staff wait for somebody, and the days are given back', async () => {
    const arranged = await arrangeCase(test, promised);
    const id = await apply(test, arranged);
    await pause(arranged.reviewer, id);
    await expect(pause(arranged.reviewer, id)).rejects.toMatchObject({ code: 'certification.paused_for_this' });
    expect(await queue(arranged.reviewer, { clock: 'paused' })).toEqual([id]);
    test.clock.set('2026-12-01T15:00:00Z');
    expect(await limitsOf(arranged, id)).toEqual([
      'review 2026-12-08 outside_confirmation',
      'decision 2027-01-30 outside_confirmation',
    ]);
    await expect(resume(arranged.stranger, id)).rejects.toMatchObject({ kind: 'not_found' });
    await resume(arranged.registrar, id);
    expect((await limitsOf(arranged, id))[1]).toBe('decision 2027-01-30');
    expect(await queue(arranged.reviewer, { clock: 'paused' })).toEqual([]);
    await expect(resume(arranged.reviewer, id)).rejects.toMatchObject({ code: 'certification.not_paused_for_this' });
  });

  it('is warned of before, on the last day and after it, once each, and not while it stands still', async () => {
    const arranged = await arrangeCase(test, { application: { decision_within: 'P60D' } });
    const id = await apply(test, arranged);
    expect(await warnings(id)).toEqual([]);
    test.clock.set('2027-01-16T15:00:00Z');
    await pause(arranged.reviewer, id);
    expect(await warnings(id)).toEqual([]);
    await resume(arranged.reviewer, id);
    expect(await warnings(id)).toEqual(['decision ahead']);
    test.clock.set('2027-01-20T15:00:00Z');
    await warnings(id);
    expect(await warnings(id)).toEqual(['decision ahead', 'decision last_day']);
    expect(await queue(arranged.reviewer, { due: '1' })).toEqual([id]);
    test.clock.set('2027-01-21T15:00:00Z');
    expect(await warnings(id)).toEqual(['decision ahead', 'decision last_day', 'decision late']);
    const letters = await test.owner.query(`select 1 from letter where kind = 'application-limit' and person_id = $1`, [
      arranged.reviewer.personId,
    ]);
    expect(letters.rowCount).toBe(3);
  });

  it('is published as the body’s own median, with what is open and late', async () => {
    const arranged = await arrangeCase(test, promised);
    const slug = `body-${arranged.bodyId}`;
    const times = () => test.run((tx) => test.get(ReadDecisionTimes).execute(tx, slug));
    expect(await times()).toMatchObject({ decided: 0, medianDays: null, open: 0 });
    await apply(test, arranged);
    expect(await times()).toMatchObject({ decided: 0, medianDays: null, open: 1, late: 0 });
    test.clock.set('2026-12-20T15:00:00Z');
    expect(await times()).toMatchObject({ open: 1, late: 1, paused: 0 });
  });

  describe('and who works on it', () => {
    const claim = (by: PersonActor, applicationId: string) =>
      test.run((tx) => test.get(ClaimApplication).execute(tx, { applicationId }), by);
    const release = () => test.run((tx) => test.get(ReleaseStale).execute(tx));
    const claimer = async (id: string) =>
      (await test.owner.query('select claimed_by, state from application where id = $1', [id])).rows[0];

    it('is one reviewer of two who claimed it at the same moment; the other is told', async () => {
      const arranged = await arrangeCase(test);
      const second = await signedIn(test, 'Rufus Reviewer', arranged.bodyId, 'reviewer');
      const id = await apply(test, arranged);
      const outcomes = await raceBehindALock(test, { sql: 'select 1 from application where id = $1 for update', id }, [
        () => claim(arranged.reviewer, id),
        () => claim(second, id),
      ]);
      const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
      expect(refused).toEqual([expect.objectContaining({ code: 'certification.claimed' })]);
      const { rowCount } = await test.owner.query(
        `select 1 from application_event where application_id = $1 and move = 'claim'`,
        [id],
      );
      expect(rowCount).toBe(1);
    });

    it('is nobody again when it was left lying for longer than the body allows', async () => {
      const arranged = await arrangeCase(test);
      const administrator = await signedIn(test, 'Ada Administrator', arranged.bodyId, 'administrator');
      const id = await apply(test, arranged);
      await claim(arranged.reviewer, id);
      const change = { bodyId: arranged.bodyId, code: 'claim_kept_hours', value: 10, reason: 'We are many' } as const;
      await test.run((tx) => test.get(ChangeSetting).execute(tx, change), administrator);
      test.clock.set('2026-11-22T00:59:00Z');
      await release();
      expect(await claimer(id)).toMatchObject({ claimed_by: arranged.reviewer.personId });
      await claim(arranged.reviewer, id); // still at it
      test.clock.set('2026-11-22T10:58:00Z');
      await release();
      expect(await claimer(id)).toMatchObject({ state: 'under_review' });
      test.clock.set('2026-11-22T10:59:00Z');
      await release();
      await release();
      expect(await claimer(id)).toEqual({ claimed_by: null, state: 'submitted' });
    });

    it('is not who taught the person or stands close to them', async () => {
      const arranged = await arrangeCase(test);
      await giveEvidence(test, arranged, []);
      const id = await apply(test, arranged);
      await test.owner.query(
        `insert into declared_conflict (id, body_id, declared_by, person_id, kind, declared_at)
         values (gen_random_uuid(), $1, $2, $3, 'relative', now())`,
        [arranged.bodyId, arranged.reviewer.personId, arranged.applicant.personId],
      );
      const refusal = {
        code: 'certification.conflict.declared',
        message: expect.stringContaining('declared a conflict'),
      };
      await expect(claim(arranged.reviewer, id)).rejects.toMatchObject(refusal);
      const review = { applicationId: id, outcome: 'returned', note: 'A word' } as const;
      await expect(
        test.run((tx) => test.get(ReviewApplication).execute(tx, review), arranged.reviewer),
      ).rejects.toMatchObject(refusal);
    });
  });
});
