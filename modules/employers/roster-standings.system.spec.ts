import { getDataSourceToken } from '@nestjs/typeorm';
import { Temporal } from 'temporal-polyfill';
import type { DataSource } from 'typeorm';
import { useApp } from '../../test/support/app.js';
import { Register } from '../credentials/credentials.public.js';
import { RosterScene } from './testing/roster-scene.js';

describe('a roster tells standings', () => {
  const test = useApp();
  const scene = new RosterScene(test);

  it('as the register has them, with the day and the moment', async () => {
    const [employer, person] = [await scene.manager(), await scene.certified()];
    await scene.add(employer, person);
    const { body } = await scene.api(employer, 'get', '/roster');
    expect(body).toMatchObject({
      asOf: '2026-11-21T15:00:00Z',
      counts: { people: 1, active: 1, unmatched: 0 },
      next: null,
    });
    expect(body.entries).toMatchObject([
      {
        name: 'Rosie Okonkwo',
        credentialNumber: person.number,
        match: 'matched',
        standing: { status: 'active', expiresOn: '2028-11-21', concurrent: [], onDate: '2026-11-21' },
        shares: false,
      },
    ]);
    const list = await (await scene.page(employer)).get('/roster');
    expect(list.text).toContain('Rosie Okonkwo');
    expect(list.text).toContain('Not shared with you');
  });

  it('and a suspension not before it is public', async () => {
    const [employer, person] = [await scene.manager(), await scene.certified()];
    await scene.add(employer, person);
    const { registrar } = person.arranged;
    const change = {
      credentialId: person.credentialId,
      decidedBy: registrar.personId,
      reason: 'concern_looked_into',
      effectiveOn: Temporal.PlainDate.from('2026-11-22'),
      publicFrom: Temporal.PlainDate.from('2026-11-25'),
    };
    await test.run((tx) => test.get(Register).suspend(tx, change), registrar);
    const told = async (day: string) => {
      test.clock.set(`${day}T18:00:00Z`);
      const { entries, counts } = (await scene.api(employer, 'get', '/roster')).body;
      return [entries[0].standing.status, counts.active, counts.notActive];
    };
    expect(await told('2026-11-24')).toEqual(['active', 1, 0]);
    expect(await told('2026-11-25')).toEqual(['suspended', 0, 1]);
  });

  it('of nobody whose number and surname do not go together, or whose number is on no register', async () => {
    const [employer, person] = [await scene.manager(), await scene.certified()];
    await scene.add(employer, person, 'Somebody Else');
    const unknown = await scene.api(employer, 'post', '/roster', {
      name: 'Ana Ruiz',
      from: '2026-11-01',
      credentialNumber: 'GS-2222-2222-2222-2',
    });
    expect(unknown.body.matched).toBe(false);
    await scene.api(employer, 'post', '/roster', { name: 'Ben Ode', from: '2026-11-01' });
    const { body } = await scene.api(employer, 'get', '/roster');
    expect(body.entries.map(({ name, match, standing }: Record<string, unknown>) => [name, match, standing])).toEqual([
      ['Ana Ruiz', 'not_matched', null],
      ['Ben Ode', 'no_number', null],
      ['Somebody Else', 'not_matched', null],
    ]);
    expect(body.counts).toMatchObject({ people: 3, active: 0, unmatched: 3 });
  });

  it('and who expires within 30, 60 and 90 days', async () => {
    const [employer, person] = [await scene.manager(), await scene.certified()];
    await scene.add(employer, person);
    test.clock.set('2028-10-15T18:00:00Z');
    const within = async (band: number) =>
      (await scene.api(employer, 'get', `/roster?expiring=${band}`)).body.entries.length;
    expect([await within(30), await within(60), await within(90)]).toEqual([0, 1, 1]);
    test.clock.set('2028-11-22T18:00:00Z');
    expect(await within(90)).toBe(0);
    expect((await scene.api(employer, 'get', '/roster')).body.counts).toMatchObject({ active: 0, notActive: 1 });
  });

  it('and who expires, while a decision about them is not public yet', async () => {
    const [employer, person] = [await scene.manager(), await scene.certified()];
    await scene.add(employer, person);
    test.clock.set('2028-11-01T18:00:00Z');
    const change = {
      credentialId: person.credentialId,
      decidedBy: person.arranged.registrar.personId,
      reason: 'concern_looked_into',
      effectiveOn: Temporal.PlainDate.from('2028-11-02'),
      publicFrom: Temporal.PlainDate.from('2028-11-10'),
    };
    await test.run((tx) => test.get(Register).suspend(tx, change), person.arranged.registrar);
    const expiring = async (day: string) => {
      test.clock.set(`${day}T18:00:00Z`);
      const { entries, counts } = (await scene.api(employer, 'get', '/roster?expiring=30')).body;
      return [entries.length, counts.within[30], counts.active];
    };
    expect(await expiring('2028-11-09')).toEqual([1, 1, 1]);
    expect(await expiring('2028-11-10')).toEqual([0, 0, 0]);
  });

  it('until the later day of who renewed early', async () => {
    const [employer, person] = [await scene.manager(), await scene.certified()];
    await scene.add(employer, person);
    test.clock.set('2028-11-01T18:00:00Z');
    const { registrar } = person.arranged;
    const renewal = {
      credentialId: person.credentialId,
      decidedBy: registrar.personId,
      reason: 'renewal_complete',
      onDate: Temporal.PlainDate.from('2028-11-01'),
    };
    expect((await scene.api(employer, 'get', '/roster')).body.counts.within[30]).toBe(1);
    await test.run((tx) => test.get(Register).renew(tx, renewal), registrar);
    const { body } = await scene.api(employer, 'get', '/roster?expiring=90');
    expect([body.entries, body.counts.within[90], body.counts.active]).toEqual([[], 0, 1]);
  });

  it('not of who left, and asks again for what cannot be', async () => {
    const [employer, person] = [await scene.manager(), await scene.certified()];
    const id = await scene.add(employer, person);
    const ended = { name: 'Rosie Okonkwo', credentialNumber: person.number, from: '2026-11-01', until: '2026-11-20' };
    expect((await scene.api(employer, 'post', '/roster', ended)).body.id).toBe(id);
    expect((await scene.api(employer, 'get', '/roster')).body.entries).toEqual([]);
    const slip = await scene.api(employer, 'post', '/roster', {
      ...ended,
      credentialNumber: `${person.number.slice(0, -1)}0`,
    });
    expect([slip.status, slip.body.code]).toEqual([422, 'employers.number_slip']);
    const turned = await scene.api(employer, 'post', '/roster', { ...ended, until: '2026-10-01' });
    expect(turned.body.code).toBe('employers.until_before_from');
  });

  it('page by page, everybody once', async () => {
    const employer = await scene.manager();
    const rows = Array.from({ length: 60 }, (_, n) => `Person ${String(n).padStart(2, '0')},2026-01-01`);
    const { body: list } = await scene.upload(employer, ['Name,From', ...rows].join('\n'));
    await scene.api(employer, 'post', `/roster-lists/${list.id}/applications`);
    const seen: string[] = [];
    let after = '';
    do {
      const { body } = await scene.api(employer, 'get', `/roster?after=${after}`);
      seen.push(...body.entries.map(({ name }: { name: string }) => name));
      after = body.next ?? '';
    } while (after);
    expect(seen).toEqual(rows.map((row) => row.split(',')[0]));
  });

  it('of a page with as many questions to the database as of one person, however long the roster', async () => {
    const [employer, person] = [await scene.manager(), await scene.certified()];
    await scene.add(employer, person);
    const source = test.get<DataSource>(getDataSourceToken() as never);
    const { logger } = source;
    let asked = 0;
    const count = async (path: string) => {
      asked = 0;
      source.logger = Object.assign(Object.create(logger), { logQuery: () => (asked += 1) });
      expect((await scene.api(employer, 'get', path)).status).toBe(200);
      source.logger = logger;
      return asked;
    };
    const [one, oneExpiring] = [await count('/roster'), await count('/roster?expiring=90')];
    const rows = Array.from({ length: 200 }, (_, n) => `Zoe ${n},2026-01-01`);
    const { body: list } = await scene.upload(employer, ['Name,From', ...rows].join('\n'));
    await scene.api(employer, 'post', `/roster-lists/${list.id}/applications`);
    expect([await count('/roster'), await count('/roster?expiring=90')]).toEqual([one, oneExpiring]);
    expect(one).toBeGreaterThan(5);
  });
});
