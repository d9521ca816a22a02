import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { businessOf, personActor } from '../../test/support/by-person-id.js';
import { useApp } from '../../test/support/app.js';
import { insertPerson } from '../../test/support/factories/person.js';
import { Organizations } from '../organizations/organizations.public.js';
import type { EntryContent } from './domain/entry.js';
import { PracticeModule } from './practice.module.js';
import { exampleEntry } from './testing/example-entry.js';
import { ReadPractice } from './use-cases/read-practice.js';
import { RequestSignOff } from './use-cases/request-sign-off.js';
import { WriteEntries } from './use-cases/write-entries.js';

describe('a record of practice', () => {
  const test = useApp({ business: businessOf([PracticeModule]) });
  let person: string;

  beforeEach(async () => {
    test.clock.set('2026-11-21T15:00:00Z');
    person = await insertPerson(test.owner, 'Ana Invented', `ana-${Math.random()}@trainee.example`);
  });

  const record = (changes: Partial<EntryContent> = {}, who = person) =>
    test.run((tx) => test.get(WriteEntries).record(tx, exampleEntry(changes)), personActor(who));
  const change = (id: string, changes: Partial<EntryContent>, who = person) =>
    test.run((tx) => test.get(WriteEntries).change(tx, id, exampleEntry(changes)), personActor(who));
  const remove = (id: string, who = person) =>
    test.run((tx) => test.get(WriteEntries).remove(tx, id), personActor(who));
  const overview = (who = person) => test.run((tx) => test.get(ReadPractice).overview(tx), personActor(who));

  const hours = (n: number) => [{ domain: 'advocacy', minutes: n * 60 }];
  const time = (text: string) => Temporal.PlainTime.from(text);

  it('keeps what is recorded, in whole minutes by domain', async () => {
    const { entryId } = await record({ startsAt: time('09:30') });
    const { entries, totals } = await overview();
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({ id: entryId, minutes: 120, state: 'recorded', kind: 'paid' });
    expect(entries[0]?.startsAt?.toString()).toBe('09:30:00');
    expect(totals.domains.find((one) => one.domain === 'advocacy')).toEqual({
      domain: 'advocacy',
      recorded: 90,
      signed: 0,
    });
  });

  it('refuses a 25th hour of a day, and takes the 24th', async () => {
    await record({ domains: hours(20) });
    await record({ domains: hours(4), kind: 'volunteer' });
    await expect(record({ domains: [{ domain: 'advocacy', minutes: 1 }] })).rejects.toMatchObject({
      code: 'practice.over_24_hours',
    });
    await record({ domains: hours(20), workedOn: Temporal.PlainDate.from('2026-11-19') });
  });

  it('gives the time back when an entry is moved to another day, made shorter or removed', async () => {
    const { entryId } = await record({ domains: hours(20) });
    await change(entryId, { domains: hours(20), workedOn: Temporal.PlainDate.from('2026-11-19') });
    const { entryId: second } = await record({ domains: hours(24) });
    await change(second, { domains: hours(1) });
    const { entryId: third } = await record({ domains: hours(23) });
    await remove(third);
    await record({ domains: hours(23) });
  });

  it('lets exactly one of two entries through when both would fill the day at the same moment', async () => {
    await test.owner.query('begin');
    await test.owner.query('insert into practice_day values ($1, $2, 0)', [person, '2026-11-20']);
    const both = Promise.allSettled([record({ domains: hours(13) }), record({ domains: hours(13) })]);
    // Both have passed every check of ours and wait for the day's row: the database alone decides.
    await waitUntilBlocked(2);
    await test.owner.query('commit');
    expect((await both).map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected']);
    const { rows } = await test.owner.query('select minutes from practice_day where person_id = $1', [person]);
    expect(rows).toEqual([{ minutes: 13 * 60 }]);
  });

  it('refuses an overlap, also over midnight, and takes entries that touch', async () => {
    await record({ startsAt: time('22:00'), domains: hours(4) });
    await expect(record({ startsAt: time('23:59'), domains: hours(1) })).rejects.toMatchObject({
      code: 'practice.overlap',
    });
    const nextDay = Temporal.PlainDate.from('2026-11-21');
    await expect(record({ workedOn: nextDay, startsAt: time('01:59'), domains: hours(1) })).rejects.toMatchObject({
      code: 'practice.overlap',
    });
    await record({ workedOn: nextDay, startsAt: time('02:00'), domains: hours(1) });
    await record({ startsAt: time('21:00'), domains: hours(1) });
    await record({ startsAt: time('22:30'), domains: hours(1) }, await insertPerson(test.owner));
  });

  it('never holds two entries that overlap nor a day over 24 hours, whatever is sent', async () => {
    const anyEntry = fc.record({
      day: fc.integer({ min: 1, max: 3 }),
      start: fc.option(fc.integer({ min: 0, max: 23 })),
      minutes: fc.integer({ min: 1, max: 900 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(anyEntry, { minLength: 2, maxLength: 8 }), async (entries) => {
        const who = await insertPerson(test.owner);
        for (const { day, start, minutes } of entries) {
          const content = {
            workedOn: Temporal.PlainDate.from({ year: 2026, month: 11, day }),
            startsAt: start === null ? null : new Temporal.PlainTime(start),
            domains: [{ domain: 'advocacy', minutes }],
          };
          await record(content, who).catch((error: { code: string }) =>
            expect(error.code).toMatch(/^practice\.(overlap|over_24_hours)$/),
          );
        }
        const { entries: kept } = await overview(who);
        for (const day of [1, 2, 3]) {
          const ofDay = kept.filter((entry) => entry.workedOn.day === day);
          expect(ofDay.reduce((sum, entry) => sum + entry.minutes, 0)).toBeLessThanOrEqual(1440);
        }
        const spans = kept.flatMap(({ workedOn, startsAt, minutes }) => {
          const from = startsAt && workedOn.toZonedDateTime({ timeZone: 'UTC', plainTime: startsAt });
          return from ? [[from.epochMilliseconds, from.add({ minutes }).epochMilliseconds] as const] : [];
        });
        spans.sort(([a], [b]) => a - b);
        spans.forEach(([from], at) => {
          if (at > 0) expect(from).toBeGreaterThanOrEqual(spans[at - 1]?.[1] ?? 0);
        });
      }),
      { numRuns: 15 },
    );
  });

  it('counts today where the certifying bodies are: their evening is not yet tomorrow', async () => {
    const tomorrowInUtc = { workedOn: Temporal.PlainDate.from('2026-11-22') };
    test.clock.set('2026-11-22T01:00:00Z');
    await record(tomorrowInUtc);
    await test.run((tx) =>
      test.get(Organizations).found(tx, {
        kind: 'certifying-body',
        name: 'Invented Board',
        slug: 'invented-board',
        timeZone: 'America/New_York',
        address: '1 Invented Street',
        contactEmail: 'office@board.example',
        scopeStatement: null,
      }),
    );
    await expect(record(tomorrowInUtc)).rejects.toMatchObject({ fields: [{ field: 'workedOn' }] });
    test.clock.set('2026-11-22T05:00:00Z');
    await record(tomorrowInUtc);
    const untilOneMinutePastTen = { ...tomorrowInUtc, startsAt: time('08:01') };
    test.clock.set('2026-11-22T15:00:00Z'); // ten in the morning there
    await expect(record(untilOneMinutePastTen)).rejects.toMatchObject({ fields: [{ field: 'startsAt' }] });
    test.clock.set('2026-11-22T15:01:00Z');
    await record(untilOneMinutePastTen);
  });

  it.each(['ines@supervisor..example', '"ines<x>"@supervisor.example', 'ines;bo@supervisor.example'])(
    'asks for an address that a letter can go to instead of %s',
    async (email) => {
      await expect(record({ supervisor: { name: 'Ines', email } })).rejects.toMatchObject({
        fields: [{ field: 'supervisorEmail', message: 'Enter an e-mail address, such as name@example.org.' }],
      });
    },
  );

  it('refuses the own address as supervisor, however it is written', async () => {
    const me = await insertPerson(test.owner, 'Bo Invented', 'bo@trainee.example');
    const supervisor = { name: 'Somebody', email: ' BO@Trainee.example ' };
    await expect(record({ supervisor: { ...supervisor, email: 'BO@Trainee.example' } }, me)).rejects.toMatchObject({
      code: 'practice.own_supervisor',
    });
    await record({ supervisor: { name: 'Bo', email: 'bo@trainee.example' } });
  });

  it('does not exist for a stranger', async () => {
    const { entryId } = await record();
    const stranger = await insertPerson(test.owner);
    const notFound = { kind: 'not_found' };
    await expect(change(entryId, {}, stranger)).rejects.toMatchObject(notFound);
    await expect(remove(entryId, stranger)).rejects.toMatchObject(notFound);
    await expect(
      test.run((tx) => test.get(ReadPractice).entry(tx, entryId), personActor(stranger)),
    ).rejects.toMatchObject(notFound);
    await expect(
      test.run((tx) => test.get(RequestSignOff).execute(tx, { entryIds: [entryId] }), personActor(stranger)),
    ).rejects.toMatchObject(notFound);
    expect((await overview(stranger)).entries).toEqual([]);
  });

  async function waitUntilBlocked(sessions: number): Promise<void> {
    for (;;) {
      const { rows } = await test.owner.query(
        `select count(*)::int as n from pg_locks where not granted and locktype = 'transactionid'`,
      );
      if (rows[0].n >= sessions) return;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
});
