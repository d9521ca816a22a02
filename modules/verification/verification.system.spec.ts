import { Temporal } from 'temporal-polyfill';
import supertest from 'supertest';
import { useApp } from '../../test/support/app.js';
import { admitted, arrangeCase, decide, type Case } from '../certification/testing/certification-case.js';
import { Register, type RegisterChange } from '../credentials/credentials.public.js';
import type { SchemeDefinition } from '../schemes/schemes.public.js';

type ChangeName = 'suspend' | 'revoke' | 'surrender';
type Held = Case & { number: string; token: string; credentialId: string };

describe('the public question', () => {
  const test = useApp();
  const ask = (path: string, accept = 'application/json') =>
    supertest(test.app.getHttpServer()).get(path).set('accept', accept);

  async function granted(rules: Partial<SchemeDefinition> = {}): Promise<Held> {
    const arranged = await arrangeCase(test, rules);
    const id = await admitted(test, arranged);
    await decide(test, arranged.decider, id);
    const { rows } = await test.owner.query(
      'select id, number, verification_token as token from credential where application_id = $1',
      [id],
    );
    return { ...arranged, number: rows[0].number, token: rows[0].token, credentialId: rows[0].id };
  }

  async function change(held: Held, name: ChangeName, more: Partial<RegisterChange> = {}): Promise<void> {
    const day = Temporal.PlainDate.from('2026-11-21');
    const reason = { suspend: 'concern_looked_into', revoke: 'ethics_decision', surrender: 'holder_asked' }[name];
    const decidedBy = held.registrar.personId;
    const input = { credentialId: held.credentialId, decidedBy, reason, effectiveOn: day, publicFrom: day, ...more };
    await test.run((tx) => test.get(Register)[name](tx, input), held.registrar);
  }

  it('is answered active, with body, scope, stage, dates and the moment of the answer', async () => {
    const held = await granted();
    const { status, body } = await ask(`/v/${held.number}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      number: held.number,
      status: 'active',
      inGoodStanding: true,
      body: { name: 'Juniper Valley Board' },
      credential: { stage: 'full' },
      validFrom: '2026-11-21',
      expiresOn: '2028-11-21',
      asOf: '2026-11-21T15:00:00Z',
    });
    const page = await ask(`/v/${held.number}`, 'text/html');
    expect(page.text).toContain('In good standing');
    expect(page.text).toContain('21 November 2028');
    expect(page.headers).toMatchObject({ 'x-robots-tag': 'noindex, nofollow', 'referrer-policy': 'same-origin' });
  });

  it('reads the number however it is written', async () => {
    const { number } = await granted();
    const typed = number.toLowerCase().replaceAll('-', ' ');
    expect((await ask(`/v/${encodeURIComponent(typed)}`)).body).toMatchObject({ number, status: 'active' });
  });

  it.each([
    ['suspend', 'suspended', 'Suspended'],
    ['revoke', 'revoked', 'Revoked'],
    ['surrender', 'surrendered', 'Surrendered'],
  ] as const)('after %s is answered %s', async (name, status, words) => {
    const held = await granted();
    await change(held, name);
    expect((await ask(`/v/${held.number}`)).body).toMatchObject({ status, inGoodStanding: false });
    expect((await ask(`/v/${held.number}`, 'text/html')).text).toContain(words);
  });

  it('says nothing of a suspension before the day on which it is public', async () => {
    const held = await granted();
    await change(held, 'suspend', { publicFrom: Temporal.PlainDate.from('2026-12-01') });
    expect((await ask(`/v/${held.number}`)).body.status).toBe('active');
  });

  it('about another day is answered for that day, and expired from the day after the last valid one', async () => {
    const { number } = await granted();
    const on = async (date: string) => (await ask(`/v/${number}?on=${date}`)).body.status;
    expect(await on('2028-11-21')).toBe('active');
    expect(await on('2028-11-22')).toBe('expired');
    expect(await on('2026-11-20')).toBe('not_yet_in_force');
    expect((await ask(`/v/${number}?on=tomorrow`)).status).toBe(422);
  });

  it('is answered not active, in plain words, where the board gives the time after the last valid day no name', async () => {
    const tiers: SchemeDefinition['lapse']['tiers'] = [
      { from: 'P0D', to: 'P1Y', public_status: null, action: 'renew_late' as const, fee: 50 },
      { from: 'P1Y', to: null, public_status: 'expired' as const, action: 'reapply' as const },
    ];
    const { number } = await granted({ lapse: { grace: 'P0D', tiers } });
    const on = async (date: string) => (await ask(`/v/${number}?on=${date}`)).body;
    expect((await on('2028-11-21')).status).toBe('active');
    expect(await on('2028-11-22')).toMatchObject({ status: 'not_active', inGoodStanding: false, since: '2028-11-22' });
    expect(await on('2029-11-22')).toMatchObject({ status: 'expired', since: '2029-11-22' });
    const page = await ask(`/v/${number}?on=2028-11-22`, 'text/html');
    expect(page.text).toContain('Not active');
    expect(page.text).not.toContain('Expired');
    const told = await test.run((tx) =>
      test.get(Register).standing(tx, { number }, Temporal.PlainDate.from('2029-01-01')),
    );
    expect(told.status).toBe('not_active');
  });

  it('tells the name only to who has the certificate or knows the surname on it', async () => {
    const { number, token } = await granted();
    const bySurname = (surname: string) =>
      supertest(test.app.getHttpServer()).post('/api/v1/standings').send({ number, surname });
    expect((await ask(`/v/${number}`)).body.holder).toBeUndefined();
    expect((await ask(`/v/${number}?t=guess`)).body.holder).toBeUndefined();
    expect((await ask(`/v/${number}?t=${token}`)).body.holder).toMatchObject({ name: 'Rosalind Okonkwo' });
    expect((await bySurname('OKONKWO')).body.holder).toMatchObject({ name: 'Rosalind Okonkwo' });
    expect((await bySurname('Reviewer')).body.holder).toBeUndefined();
  });

  it('tells a number with a slip in it from one that is not on the register', async () => {
    const { number } = await granted();
    const last = number.at(-1) === '2' ? '3' : '2';
    const slip = await ask(`/v/${number.slice(0, -1)}${last}`);
    expect([slip.status, slip.body.status]).toEqual([422, 'mistyped']);
    const unknown = await ask('/v/GS-2222-2222-2222-2');
    expect([unknown.status, unknown.body.status]).toEqual([404, 'unknown']);
    expect((await ask(`/v/${'x'.repeat(200)}`)).body.status).toBe('mistyped');
  });

  it('is answered "cannot confirm just now" when the register cannot be read', async () => {
    const { number } = await granted();
    await test.owner.query('revoke select on public_credential from goodstanding_verifier');
    try {
      const answer = await ask(`/v/${number}`);
      expect([answer.status, answer.body.code]).toEqual([503, 'verification.cannot_confirm']);
      expect(answer.headers['retry-after']).toBe('30');
    } finally {
      await test.owner.query('grant select on public_credential to goodstanding_verifier');
    }
    expect((await ask(`/v/${number}`)).body.status).toBe('active');
  });
});

describe('somebody who asks very often', () => {
  const test = useApp({ env: { VERIFICATION_LIMIT_PER_MINUTE: '3' } });

  it('is asked to wait, and told when to come back', async () => {
    const ask = () =>
      supertest(test.app.getHttpServer()).get('/v/GS-2222-2222-2222-2').set('accept', 'application/json');
    const statuses: number[] = [];
    // Twice three and two more: the minute may turn on the way, and then three more are let through.
    while (statuses.length < 8 && statuses.at(-1) !== 429) statuses.push((await ask()).status);
    expect(statuses.slice(0, 3)).toEqual([404, 404, 404]);
    expect(statuses.at(-1)).toBe(429);
  });
});
