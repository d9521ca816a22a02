import { callIn, openSession, type Caller } from '../../test/support/caller.js';
import { usePrivacy } from './testing/privacy-app.js';

interface Copy {
  kept: Record<string, { title: string; rows: Record<string, unknown>[] }>;
  notInThisCopy: { title: string; why: string }[];
}

describe('a copy of what is kept of a person', () => {
  const test = usePrivacy();
  const rowsOf = async (who: Caller) => (await copyOf(who)).kept;
  const copyOf = async (who: Caller): Promise<Copy> => {
    const answer = await test.post('/profile/data/copies', who);
    expect(answer.headers['content-disposition']).toContain('goodstanding-your-data.json');
    return JSON.parse(answer.text) as Copy;
  };

  it('has the person’s own rows, table by table, and nobody else’s', async () => {
    const kept = await rowsOf(test.owner);
    for (const table of [
      'person',
      'application',
      'credential',
      'enrolment',
      'quiz_attempt',
      'submission',
      'fact',
      'sharing_consent',
      'case_file',
    ]) {
      expect(kept[table]?.rows.length).toBeGreaterThan(0);
    }
    expect(kept['practice_entry']!.rows[0]).toMatchObject({ supervisor_name: 'Samira Okafor', minutes: 60 });
    expect(kept['application']!.rows[0]).toHaveProperty('body');
    const strangers = await rowsOf(test.world.callers.stranger);
    expect(Object.keys(strangers)).not.toContain('application');
    expect(strangers['person']!.rows).toHaveLength(1);
  });

  it('leaves out what is sealed and what opens doors, and says so to everybody alike', async () => {
    const copy = await copyOf(test.owner);
    expect(Object.keys(copy.kept)).not.toContain('case_file_document');
    expect(JSON.stringify(copy.kept)).not.toMatch(/password_hash|token_hash|secret_sealed/);
    expect(copy.notInThisCopy).toEqual((await copyOf(test.world.callers.stranger)).notInThisCopy);
    expect(copy.notInThisCopy.map(({ title }) => title)).toContain('What is inside sealed files about you');
  });

  it('does not tell of a complaint before there is notice', async () => {
    const complaintId = await test.world.object('complaint');
    expect((await rowsOf(test.owner))['complaint']!.rows).toHaveLength(1);
    await test.app.owner.query(
      `insert into complaint select (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(),
         'reference', case c.reference when 'C-22222222' then 'C-33333333' else 'C-22222222' end, 'state', 'received', 'handler_id', null))).*
       from complaint c where id = $1`,
      [complaintId],
    );
    expect(await test.count('complaint where person_id = $1', test.owner.personId)).toBe(2);
    expect((await rowsOf(test.owner))['complaint']!.rows).toHaveLength(1);
  });

  it('is on record, and is told to them by letter', async () => {
    const audits = `audit where action = 'privacy.data.copied' and person_id = $1`;
    const letters = `letter where kind = 'account-data-copied' and person_id = $1`;
    const told = async () => [
      await test.count(audits, test.owner.personId),
      await test.count(letters, test.owner.personId),
    ];
    const before = await told();
    await copyOf(test.owner);
    expect(await told()).toEqual(before.map((n) => n + 1));
  });

  it('needs a proof of a quarter of an hour ago that it is them', async () => {
    const session = await openSession(test.app, test.owner, 'api');
    const take = () => callIn(test.app, session, { method: 'POST', path: '/api/v1/me/data/copies' });
    expect((await take()).status).toBe(201);
    test.app.clock.forward({ minutes: 16 });
    expect((await take()).code).toBe('people.confirm_first');
    const page = await openSession(test.app, test.owner, 'page');
    test.app.clock.forward({ minutes: 16 });
    const { text } = await callIn(test.app, page, { method: 'GET', path: '/profile/data' });
    expect(text).toContain('Confirm that it is you');
    expect(text).not.toContain('/profile/data/copies');
  });

  it('is read in pieces: ten thousand rows come out whole', async () => {
    const many = await test.newcomer('Mara Many');
    await test.app.owner.query(
      `insert into practice_entry (id, person_id, kind, worked_on, minutes, method, setting, activity, supervisor_name,
         supervisor_email, state, recorded_at, created_at)
       select gen_random_uuid(), $1, 'paid', date '2001-01-01' + n % 5000, 30, 'one_to_one', 'recovery_community',
         'support_conversation', 'S', 's@x.example', 'recorded', now(), now() from generate_series(1, 10000) n`,
      [many.personId],
    );
    expect((await rowsOf(many))['practice_entry']!.rows).toHaveLength(10_000);
  }, 30_000);
});
