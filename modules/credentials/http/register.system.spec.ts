import pg from 'pg';
import supertest from 'supertest';
import type { PersonActor } from '../../../src/kernel/actor.js';
import { useApp } from '../../../test/support/app.js';
import { visitor } from '../../../test/support/visitor.js';
import { admitted, arrangeCase, decide, tokenOf, type Case } from '../../certification/testing/certification-case.js';
import { raceBehindALock } from '../../certification/testing/race-behind-a-lock.js';
import { credentialMoves, EVENT_KINDS } from '../domain/credential-event.js';
import { Register, publicCredential, type PublicCredentialRow } from '../credentials.public.js';
import { Temporal } from 'temporal-polyfill';

describe('the register, on pages and by the API', () => {
  const test = useApp();
  const as = (actor: PersonActor) => visitor(test, tokenOf(actor, 'page'));
  const post = (actor: PersonActor, path: string, body: object) =>
    supertest(test.app.getHttpServer())
      .post(path)
      .set({ authorization: `Bearer ${tokenOf(actor, 'api')}` })
      .send(body);
  const get = (actor: PersonActor, path: string) =>
    supertest(test.app.getHttpServer())
      .get(path)
      .set({ authorization: `Bearer ${tokenOf(actor, 'api')}` });

  async function granted(): Promise<Case & { number: string; token: string; credentialId: string }> {
    const arranged = await arrangeCase(test);
    const id = await admitted(test, arranged);
    await decide(test, arranged.decider, id);
    const { rows } = await test.owner.query(
      'select id, number, verification_token as token from credential where application_id = $1',
      [id],
    );
    return { ...arranged, number: rows[0].number, token: rows[0].token, credentialId: rows[0].id };
  }

  const suspension = { reason: 'concern_looked_into', effectiveOn: '2026-11-25', publicFrom: '2026-12-01' };

  it('shows holders what they hold, and the certificate when it is ready', async () => {
    const held = await granted();
    const holder = as(held.applicant);
    expect((await holder.get('/credentials')).text).toContain('is being prepared');
    await test.runEffects();
    const page = await holder.get('/credentials');
    expect(page.text).toContain(held.number);
    expect(page.text).toContain('Active');
    const pdf = await holder.get(`/credentials/${held.number}/certificate`);
    expect([pdf.status, pdf.headers['content-type']]).toEqual([200, 'application/pdf']);
    expect((await as(held.stranger).get(`/credentials/${held.number}/certificate`)).status).toBe(404);
    const { body } = await get(held.applicant, '/api/v1/credentials');
    expect(body.credentials).toMatchObject([
      {
        number: held.number,
        termNumber: 1,
        startsOn: '2026-11-21',
        expiresOn: '2028-11-21',
        standing: { status: 'active' },
      },
    ]);
  });

  it('takes a suspension with reason, effective and public date; page, answer and letter follow', async () => {
    const held = await granted();
    const registrar = as(held.registrar);
    const address = `/desk/credentials/${held.number}`;
    expect((await registrar.get(address)).text).toContain('/suspensions/new');
    await registrar.get(`${address}/suspensions/new`);
    const reasonless = await registrar.post(`${address}/suspensions`, { ...suspension, reason: 'because' });
    expect(reasonless.status).toBe(422);
    expect(reasonless.text).toContain('2026-12-01');
    await registrar.get(`${address}/suspensions/new`);
    expect(
      (await registrar.post(`${address}/suspensions`, { ...suspension, explanation: 'We call you.' })).status,
    ).toBe(303);
    const page = await registrar.get(address);
    expect(page.text).toContain('Counts from 25 November 2026, public from 1 December 2026');
    expect(page.text).toContain('/reinstatements/new');
    const letter = await test.owner.query(
      `select words from letter where person_id = $1 and kind = 'credential-suspended'`,
      [held.applicant.personId],
    );
    expect(letter.rows).toMatchObject([{ words: { explanation: 'We call you.', effectiveOn: '2026-11-25' } }]);

    const register = test.get(Register);
    const on = (day: string) =>
      test.run(
        async (tx) => (await register.standing(tx, { number: held.number }, Temporal.PlainDate.from(day))).status,
      );
    expect([await on('2026-11-24'), await on('2026-11-25')]).toEqual(['active', 'suspended']);
    const facts = await test.owner.query(
      `select code, occurred_on::text from fact where person_id = $1 and kind = 'credential_event' order by recorded_at, id`,
      [held.applicant.personId],
    );
    expect(facts.rows).toEqual([
      { code: 'issued', occurred_on: '2026-11-21' },
      { code: 'suspended', occurred_on: '2026-11-25' },
    ]);
  });

  it('takes reinstatement, revocation and nothing after it; lines rise though the clock stands still', async () => {
    const held = await granted();
    const path = `/api/v1/credentials/${held.number}`;
    const day = { effectiveOn: '2026-11-21', publicFrom: '2026-11-21' };
    expect((await post(held.registrar, `${path}/suspensions`, { reason: 'holder_asked', ...day })).status).toBe(201);
    const told = 'reinstates it when what it asked of you is there';
    expect((await as(held.applicant).get('/credentials')).text).toContain(told);
    expect((await post(held.registrar, `${path}/reinstatements`, { reason: 'holder_asked', ...day })).status).toBe(201);
    expect((await as(held.applicant).get('/credentials')).text).not.toContain(told);
    expect((await post(held.registrar, `${path}/revocations`, { reason: 'ethics_decision', ...day })).status).toBe(201);
    for (const [noun, reason] of [
      ['reinstatements', 'requirement_met'],
      ['suspensions', 'holder_asked'],
      ['surrenders', 'holder_asked'],
      ['revocations', 'ethics_decision'],
    ]) {
      const refused = await post(held.registrar, `${path}/${noun}`, { reason, ...day });
      expect([refused.status, refused.body.code]).toEqual([409, 'credentials.change.move']);
    }
    const { rows } = await test.owner.query(
      `select kind, recorded_at > lag(recorded_at) over (order by recorded_at) as rises from credential_event
       where credential_id = $1 order by recorded_at`,
      [held.credentialId],
    );
    expect(rows.map(({ kind }) => kind)).toEqual(['issued', 'suspended', 'reinstated', 'revoked']);
    expect(rows.slice(1).every(({ rises }) => rises)).toBe(true);
  });

  it('takes one of five changes sent at once, and tells the others', async () => {
    const held = await granted();
    const path = `/api/v1/credentials/${held.number}/suspensions`;
    const lock = { sql: 'select 1 from credential_state where credential_id = $1 for update', id: held.credentialId };
    const outcomes = await raceBehindALock(
      test,
      lock,
      Array.from({ length: 5 }, () => async () => (await post(held.registrar, path, suspension)).status),
    );
    const statuses = outcomes.map((outcome) => (outcome.status === 'fulfilled' ? outcome.value : outcome.reason));
    expect(statuses.map(String).toSorted()).toEqual(['201', '409', '409', '409', '409']);
  });

  it('is changed by registrars of the body only, and never about themselves', async () => {
    const held = await granted();
    const elsewhere = await arrangeCase(test);
    const path = `/api/v1/credentials/${held.number}/suspensions`;
    for (const [actor, status] of [
      [held.applicant, 403],
      [held.reviewer, 403],
      [held.decider, 403],
      [elsewhere.registrar, 404],
    ] as const) {
      expect((await post(actor, path, suspension)).status).toBe(status);
    }
    expect((await as(elsewhere.registrar).get(`/desk/credentials/${held.number}`)).status).toBe(404);
    await test.owner.query('update membership set person_id = $1 where person_id = $2', [
      held.applicant.personId,
      held.registrar.personId,
    ]);
    expect((await post(held.applicant, path, suspension)).body.code).toBe('credentials.own_credential');
  });

  it('finds by number as typed, and says so kindly when a symbol is wrong', async () => {
    const held = await granted();
    const registrar = as(held.registrar);
    const typed = held.number.toLowerCase().replaceAll('-', ' ');
    const found = await registrar.get(`/desk/credentials?number=${encodeURIComponent(typed)}`);
    expect([found.status, found.headers['location']]).toEqual([303, `/desk/credentials/${held.number}`]);
    const slip = await registrar.get(`/desk/credentials?number=${held.number.slice(0, -1)}0`);
    expect(slip.text).toContain('compare it once more');
    expect((await registrar.get('/desk/credentials')).text).toContain(held.number);
  });

  it('renews by the anchor, keeps a late gap expired, and prints the new term', async () => {
    const held = await granted();
    const register = test.get(Register);
    const renew = (day: string) =>
      test.run(async (tx) => {
        const renewal = { credentialId: held.credentialId, decidedBy: held.registrar.personId, reason: 'renewal' };
        const { term } = await register.renew(tx, { ...renewal, onDate: Temporal.PlainDate.from(day) });
        return [term.number, term.startsOn.toString(), term.expiresOn.toString()];
      });
    expect(await renew('2028-10-01')).toEqual([2, '2028-11-22', '2030-11-21']);
    expect(await renew('2031-01-15')).toEqual([3, '2031-01-15', '2032-11-21']);
    const on = (day: string) =>
      test.run(
        async (tx) => (await register.standing(tx, { number: held.number }, Temporal.PlainDate.from(day))).status,
      );
    expect([await on('2028-11-22'), await on('2030-11-22'), await on('2031-01-15')]).toEqual([
      'active',
      'expired',
      'active',
    ]);
    const { rows } = await test.owner.query(
      'select payload from credential_issuance where credential_id = $1 order by id',
      [held.credentialId],
    );
    expect(rows.map(({ payload }) => JSON.parse(payload).data.expiresOn)).toEqual([
      '21 November 2028',
      '21 November 2030',
      '21 November 2032',
    ]);
  });

  it('grants anew after expiry and replaces the old one, but not before', async () => {
    const held = await granted();
    const again = async () => {
      const { rows } = await test.owner.query(
        `insert into application (id, body_id, person_id, scheme_code, scheme_version_id, state, state_since, begun_on, submitted_at, created_at)
         values (gen_random_uuid(), $1, $2, $3, $4, 'admitted', now(), '2026-11-21', now(), now()) returning id`,
        [held.bodyId, held.applicant.personId, held.schemeCode, held.schemeVersionId],
      );
      const id: string = rows[0].id;
      return decide(test, held.decider, id).finally(() =>
        test.owner.query(`update application set state = 'withdrawn' where id = $1 and state = 'admitted'`, [id]),
      );
    };
    await expect(again()).rejects.toMatchObject({ code: 'credentials.already_held' });
    const before = await test.clock.now();
    test.clock.set('2028-12-01T15:00:00Z');
    try {
      await again();
      const { rows } = await test.owner.query(
        'select status from credential_state where person_id = $1 order by credential_id',
        [held.applicant.personId],
      );
      expect(rows.map(({ status }) => status)).toEqual(['superseded', 'active']);
    } finally {
      test.clock.set(before.toString());
    }
  });

  it('tells the verifier what is public, and the name only with token or surname', async () => {
    const held = await granted();
    await post(held.registrar, `/api/v1/credentials/${held.number}/suspensions`, suspension);
    const verifier = new pg.Client({ connectionString: test.database.verifierUrl });
    await verifier.connect();
    try {
      const { rows } = await verifier.query<PublicCredentialRow>('select * from public_credential where number = $1', [
        held.number,
      ]);
      const row = rows[0]!;
      const ask = (now: string, rest: object = {}) =>
        publicCredential(row, { now: Temporal.Instant.from(now), ...rest });
      expect(ask('2026-11-30T12:00:00Z')?.standing.status).toBe('active');
      expect(ask('2026-12-01T12:00:00Z')?.standing.status).toBe('suspended');
      expect(ask('2026-12-01T12:00:00Z', { onDate: Temporal.PlainDate.from('2026-11-25') })?.standing.status).toBe(
        'suspended',
      );
      expect(ask('2026-12-01T12:00:00Z')?.holder).toBeNull();
      expect(ask('2026-12-01T12:00:00Z', { token: `${held.token}x` })?.holder).toBeNull();
      expect(ask('2026-12-01T12:00:00Z', { surname: 'Rosalind' })?.holder).toBeNull();
      expect(ask('2026-12-01T12:00:00Z', { token: held.token })?.holder?.name).toBe('Rosalind Okonkwo');
      expect(ask('2026-12-01T12:00:00Z', { surname: ' okonkwo ' })?.holder?.name).toBe('Rosalind Okonkwo');
      await expect(verifier.query('select 1 from credential')).rejects.toThrow('permission denied');
      await expect(verifier.query('select 1 from person')).rejects.toThrow('permission denied');
    } finally {
      await verifier.end();
    }
  });

  it('has the moves of the domain in the database, and no others', async () => {
    const { rows } = await test.owner.query('select kind, from_status, to_status from credential_move');
    const inCode = EVENT_KINDS.flatMap((kind) => credentialMoves[kind].map(([from, to]) => `${kind} ${from} ${to}`));
    expect(rows.map((row) => `${row.kind} ${row.from_status} ${row.to_status}`).toSorted()).toEqual(inCode.toSorted());
  });
});
