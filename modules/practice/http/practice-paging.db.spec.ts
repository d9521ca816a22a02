import supertest from 'supertest';
import { Temporal } from 'temporal-polyfill';
import { businessOf, personActor } from '../../../test/support/by-person-id.js';
import { useApp } from '../../../test/support/app.js';
import { insertPerson } from '../../../test/support/factories/person.js';
import { visitor } from '../../../test/support/visitor.js';
import type { EntryContent } from '../domain/entry.js';
import { PracticeModule } from '../practice.module.js';
import { exampleEntry } from '../testing/example-entry.js';
import { WriteEntries } from '../use-cases/write-entries.js';

describe('a long record of practice', () => {
  const test = useApp({ business: businessOf([PracticeModule]) });
  let person: string;

  beforeEach(async () => {
    test.clock.set('2026-11-21T15:00:00Z');
    person = await insertPerson(test.owner, 'Ana Invented', `ana-${Math.random()}@trainee.example`);
  });

  const record = (changes: Partial<EntryContent>) =>
    test.run((tx) => test.get(WriteEntries).record(tx, exampleEntry(changes)), personActor(person));
  /** Three entries a day: at nine, at noon, and one without a start time. */
  const recordDays = async (days: number) => {
    for (let day = 0; day < days; day += 1) {
      const workedOn = Temporal.PlainDate.from('2026-11-20').subtract({ days: day });
      const domains = [{ domain: 'advocacy', minutes: 30 }];
      for (const at of ['09:00', '12:00', null]) {
        await record({ workedOn, startsAt: at === null ? null : Temporal.PlainTime.from(at), domains });
      }
    }
  };
  const read = async (query = '', who = person) => {
    const request = supertest(test.app.getHttpServer()).get(`/api/v1/practice/entries${query}`);
    return (await request.set('authorization', `Bearer ${who}`)).body as {
      entries: { id: string; workedOn: string; startsAt: string | null }[];
      next: string | null;
      totals: { practice: object; supervision: object };
    };
  };
  const after = (key: string | null) => `?after=${encodeURIComponent(key ?? '')}`;

  it('is read page by page, newest first, with the sums of the whole on each', async () => {
    await recordDays(20);
    await record({
      kind: 'supervision',
      method: 'individual_supervision',
      workedOn: Temporal.PlainDate.from('2026-09-01'),
    });
    const seen = [];
    for (let page = await read(); ; page = await read(after(page.next))) {
      expect(page.entries.length).toBeLessThanOrEqual(25);
      expect(page.totals.practice).toEqual({ recorded: 20 * 90, signed: 0 });
      expect(page.totals.supervision).toEqual({ recorded: 120, signed: 0 });
      seen.push(...page.entries);
      if (page.next === null) break;
    }
    expect(new Set(seen.map(({ id }) => id)).size).toBe(61);
    const places = seen.map(({ workedOn, startsAt }) => `${workedOn} ${startsAt ?? ''}`);
    expect(places).toEqual(places.toSorted().toReversed());
  });

  it('goes on where it was when an entry that was shown last is removed meanwhile', async () => {
    await recordDays(9);
    const first = await read();
    const last = first.entries.at(-1)?.id ?? '';
    await test.run((tx) => test.get(WriteEntries).remove(tx, last), personActor(person));
    expect((await read(after(first.next))).entries).toHaveLength(2);
  });

  it('begins at the front for a key that no page gave', async () => {
    await recordDays(1);
    for (const key of ['x', '2026-02-30__1', `2026-11-20_25:00:00_${person}`, `' or true_09:00:00_${person}`])
      expect((await read(after(key))).entries).toHaveLength(3);
  });

  it('has its sums from what counts: signed apart, corrections in place of what they correct, parts by domain', async () => {
    const domains = [
      { domain: 'advocacy', minutes: 40 },
      { domain: 'ethical_responsibility', minutes: 20 },
    ];
    const { entryId } = await record({ domains });
    await record({ domains, kind: 'volunteer' });
    await test.owner.query('update practice_entry set occupies = false where id = $1', [entryId]);
    await record({ domains: [{ domain: 'advocacy', minutes: 10 }], workedOn: Temporal.PlainDate.from('2026-10-31') });
    const { totals } = await read();
    expect(totals).toMatchObject({
      practice: { recorded: 70, signed: 0 },
      domains: expect.arrayContaining([
        { domain: 'advocacy', recorded: 50, signed: 0 },
        { domain: 'ethical_responsibility', recorded: 20, signed: 0 },
      ]),
    });
    const browser = visitor(test, person);
    expect((await browser.get('/practice/months/2026-10')).text).toContain('10 min');
    expect((await browser.get('/practice/months/2026-11')).text).toContain('1 h');
  });

  it('works by the page, without scripts', async () => {
    await recordDays(10);
    const browser = visitor(test, person);
    const first = await browser.get('/practice');
    const next = /href="([^"]*)" rel="next"/.exec(first.text)?.[1]?.replaceAll('&#x3D;', '=') ?? '';
    const second = await browser.get(next);
    expect(second.text.match(/href="\/practice\/entries\/[0-9a-f-]{36}"/g)).toHaveLength(5);
    for (const page of [first, second]) {
      expect(page.text).toContain('15 h');
      expect(page.text).toContain('Send 30 entries to be signed');
    }
    expect(second.text).toContain('Newest entries');
  });

  it('is nobody else’s, whatever key they bring', async () => {
    await recordDays(10);
    const stranger = await insertPerson(test.owner);
    const { next } = await read();
    for (const query of ['', after(next)])
      expect(await read(query, stranger)).toMatchObject({
        entries: [],
        next: null,
        totals: { practice: { recorded: 0, signed: 0 } },
      });
  });
});
