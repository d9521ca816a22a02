import { Temporal } from 'temporal-polyfill';
import { Letters } from '../notifications/notifications.public.js';
import { call, type Caller } from '../../test/support/caller.js';
import { everythingStored } from '../../test/support/everything-stored.js';
import { usePrivacy } from './testing/privacy-app.js';

describe('the erasure of what is kept of a person', () => {
  const test = usePrivacy();
  const ask = (who: Caller) => test.post('/api/v1/erasures', who);
  const nameOf = async ({ personId }: Caller): Promise<string> => {
    const { rows } = await test.app.owner.query('select legal_name from person where id = $1', [personId]);
    return rows[0].legal_name;
  };

  it('says what goes, what stays and why, before it is asked for', async () => {
    const readBy = async (who: Caller) =>
      (await test.get('/profile/data/erasures/new', who)).text.split('and why</h2>');
    const [goes, stays] = await readBy(test.owner);
    expect(goes).toContain('Courses and quizzes');
    expect(stays).toContain('The public register');
    expect(stays).toContain('who was certified');
    expect(stays).toContain('Your name and number');
    expect((await readBy(await test.newcomer('Nell Newcomer')))[0]).toContain('Your name and number');
  });

  it('is taken back within its days, and then nothing is erased', async () => {
    const ted = await test.newcomer('Ted Takesback');
    expect((await test.post('/profile/data/erasures', ted)).status).toBe(303);
    expect((await ask(ted)).code).toBe('privacy.asked_already');
    await test.later(13);
    expect((await test.post('/profile/data/erasures/withdrawals', ted)).status).toBe(303);
    expect((await test.post('/api/v1/erasures/withdrawals', ted)).code).toBe('privacy.nothing_waits');
    await test.later(2);
    expect(await test.count('contact where person_id = $1 and ended_at is null', ted.personId)).toBe(1);
    expect((await ask(ted)).status).toBe(201);
  });

  it('leaves nothing of somebody whom no register and no legal file names', async () => {
    const nils = await test.newcomer('Nils Nothingkept');
    const { rows } = await test.app.owner.query(`select code from course limit 1`);
    expect((await test.post('/api/v1/enrolments', nils, { courseCode: rows[0].code })).status).toBe(201);
    await ask(nils);
    const traces = ['nils.nothingkept@example.test', 'Nils Nothingkept'];
    const left = async () => {
      const stored = await everythingStored(test.app, { mail: false });
      return traces.filter((trace) => stored.includes(trace));
    };
    await test.later(13);
    expect(await left()).toEqual(traces);
    await test.later(1);
    expect(await left()).toEqual([]);
    expect(await test.count('session where person_id = $1', nils.personId)).toBe(0);
    expect(await test.count('enrolment where person_id = $1', nils.personId)).toBe(0);
  });

  it('waits until somebody has no role any more', async () => {
    expect((await ask(test.world.callers.reviewer)).code).toBe('privacy.still_staff');
  });

  describe('of somebody with a legal file', () => {
    const filed = async (name: string): Promise<Caller & { erasureId: string }> => {
      const person = await test.newcomer(name);
      await test.app.owner.query(
        `insert into application select (jsonb_populate_record(a, jsonb_build_object('id', gen_random_uuid(),
           'person_id', $2::uuid, 'state', 'withdrawn'))).* from application a where id = $1`,
        [await test.world.object('application'), person.personId],
      );
      return { ...person, erasureId: (JSON.parse((await ask(person)).text) as { id: string }).id };
    };
    const answer = (erasureId: string, body: object, by: Caller = test.world.callers.registrar) =>
      test.post(`/api/v1/desk/erasures/${erasureId}/answers`, by, { bodyId: test.world.bodyId, ...body });

    it('is seen by the body, with the day by which to answer; by no other body', async () => {
      await filed('Fia Filed');
      const { text } = await test.get('/desk/erasures', test.world.callers.registrar);
      expect(text).toContain('Fia Filed');
      expect(text).toContain('Answer by');
      expect((await test.get('/desk/erasures', test.world.callers.elsewhere)).text).not.toContain('Fia Filed');
    });

    it('takes the name too when the body does not need it', async () => {
      const rea = await filed('Rea Released');
      expect((await answer(rea.erasureId, { reason: 'not_needed' })).status).toBe(201);
      await test.later(15);
      expect(await nameOf(rea)).toBe('Erased');
      expect(await test.count('application where person_id = $1', rea.personId)).toBe(1);
      expect((await answer(rea.erasureId, { reason: 'not_needed' })).status).toBe(404);
    });

    it('leaves the name to the day that the body sets, or for seven years when it says nothing', async () => {
      const [kai, sol] = [await filed('Kai Kept'), await filed('Sol Silent')];
      const today = (await test.app.clock.now()).toZonedDateTimeISO('UTC').toPlainDate();
      const keep = (days: number) => ({ reason: 'law', keepUntil: today.add({ days }).toString() });
      expect((await answer(kai.erasureId, keep(-2))).code).toBe('privacy.day_not_possible');
      expect((await answer(kai.erasureId, keep(100))).status).toBe(201);
      await test.later(99);
      expect([await nameOf(kai), await nameOf(sol)]).toEqual(['Kai Kept', 'Sol Silent']);
      await test.later(3);
      expect([await nameOf(kai), await nameOf(sol)]).toEqual(['Erased', 'Sol Silent']);
      const sevenYears = Temporal.Duration.from({ years: 7 }).total({ unit: 'days', relativeTo: today });
      await test.later(sevenYears);
      expect(await nameOf(sol)).toBe('Erased');
    });
  });

  it('is refused by the database before its time, and so are names and lessons that go without one', async () => {
    const uma = await test.newcomer('Uma Unasked');
    await ask(uma);
    for (const [change, problem] of [
      [`update erasure set state = 'carried_out', settled_at = asked_at`, 'erasure_not_before_its_time'],
      ['delete from person_name', 'never change'],
      [`update person_name set legal_name = 'X'`, 'never change'],
    ] as const) {
      await expect(test.app.owner.query(`${change} where person_id = $1`, [uma.personId])).rejects.toThrow(problem);
    }
  });

  it('goes by its clock where there is one: letters after their months, not before', async () => {
    const write = async (identity: string, months: number) => {
      const then = (await test.app.clock.now()).toZonedDateTimeISO('UTC').subtract({ months }).toInstant();
      await test.app.owner.query(
        `insert into letter (id, kind, identity, to_name, to_address, language, words, status, subject, body_text,
           created_at, settled_at)
         values (gen_random_uuid(), 'k', $1, 'n', 'a', 'en', '{}', 'sent', 's', 'b', $2, $2)`,
        [identity, then.toString()],
      );
    };
    await write('clock/young', 83);
    await write('clock/old', 85);
    await test.later(1);
    expect(await test.count(`letter where identity = 'clock/young'`)).toBe(1);
    expect(await test.count(`letter where identity = 'clock/old'`)).toBe(0);
  });

  // Last: the one person who has something of everything is gone afterwards.
  it('leaves register, legal file and name of a holder, and everything else of them goes', async () => {
    const { personId } = test.owner;
    const lines = await test.count('credential_event where person_id = $1', personId);
    await ask(test.owner);
    await test.later(14);
    expect(await test.count('credential_event where person_id = $1', personId)).toBe(lines);
    expect(await test.count('fact where person_id = $1', personId)).toBeGreaterThan(0);
    for (const table of ['enrolment', 'lesson_check', 'quiz_attempt', 'session', 'account_token']) {
      expect([table, await test.count(`${table} where person_id = $1`, personId)]).toEqual([table, 0]);
    }
    expect(await nameOf(test.owner)).not.toBe('Erased');
    const path = `/v/${await test.world.object('credential')}`;
    expect((await call(test.app, null, { method: 'GET', path })).status).toBe(200);

    const identity = 'after-erasure';
    const letter = { kind: 'account-password-changed', identity, to: { personId }, data: {}, secrets: { link: 'x' } };
    await test.app.run((tx) => test.app.get(Letters).send(tx, letter));
    const excused = `letter where identity = $1 and status = 'excused' and excuse = 'no_address' and secrets is null`;
    expect(await test.count(excused, identity)).toBe(1);
  });
});
