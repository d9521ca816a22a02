import { Temporal } from 'temporal-polyfill';
import { useApp } from '../../test/support/app.js';
import { businessOf } from '../../test/support/by-person-id.js';
import { insertPerson } from '../../test/support/factories/person.js';
import { EvidenceModule } from './evidence.module.js';
import { Evidence, type NewFact } from './evidence.public.js';

describe('the ledger', () => {
  const test = useApp({ business: businessOf([EvidenceModule]) });
  let personId: string;
  const training = (changes: Partial<NewFact> = {}): NewFact => ({
    personId,
    kind: 'training',
    topics: [{ topic: 'advocacy', minutes: 600 }],
    occurredOn: Temporal.PlainDate.from('2026-02-28'),
    vouchedBy: { method: 'course', name: 'A course' },
    source: { module: 'courses', id: 'enrolment-1' },
    ...changes,
  });
  const record = (fact: NewFact) => test.run((tx) => test.get(Evidence).record(tx, fact));
  const factsOf = (knownAt?: Temporal.Instant) =>
    test.run((tx) => test.get(Evidence).factsOf(tx, personId, { knownAt }));

  beforeAll(async () => {
    personId = await insertPerson(test.owner);
  });

  it('gives back what was recorded, with its dates', async () => {
    const recorded = await record(training());
    const [read] = await factsOf();
    expect(JSON.stringify(read)).toBe(JSON.stringify({ ...read, ...recorded }));
    expect(read).toMatchObject({ minutes: 600, vouchedBy: { method: 'course', name: 'A course' }, value: {} });
    expect(String(read!.occurredOn)).toBe('2026-02-28');
  });

  it('records once what is told twice, even at the same moment, and refuses other content from the same source', async () => {
    const again = await Promise.all(Array.from({ length: 8 }, () => record(training())));
    expect(new Set(again.map(({ id }) => id)).size).toBe(1);
    expect(await factsOf()).toHaveLength(1);
    await expect(record(training({ minutes: 700 }))).rejects.toMatchObject({ code: 'evidence.already_recorded' });
  });

  it('refuses parts above the whole, half minutes, a topic twice, and a retraction of nothing', async () => {
    const source = { module: 'courses', id: 'enrolment-2' };
    for (const changes of [
      { minutes: 599 },
      { topics: [{ topic: 'advocacy', minutes: 0.5 }] },
      {
        topics: [
          { topic: 'advocacy', minutes: 1 },
          { topic: 'advocacy', minutes: 1 },
        ],
      },
      { kind: 'retraction' as const },
    ]) {
      await expect(record(training({ source, ...changes }))).rejects.toMatchObject({
        code: 'evidence.impossible_fact',
      });
    }
  });

  it('corrects by a new fact, once, and remembers what was known before', async () => {
    const [original] = await factsOf();
    const before = await test.clock.now();
    test.clock.forward({ hours: 1 });
    const correction = { corrects: original!.id, topics: [{ topic: 'advocacy', minutes: 480 }] };
    await record(training(correction));
    expect((await factsOf()).map(({ minutes }) => minutes)).toEqual([480]);
    expect((await factsOf(before)).map(({ minutes }) => minutes)).toEqual([600]);
    const second = training({ ...correction, source: { module: 'courses', id: 'another' } });
    await expect(record(second)).rejects.toMatchObject({ code: 'evidence.already_corrected' });
  });

  it('never lets a fact correct one of somebody else', async () => {
    const [fact] = await factsOf();
    const stranger = await insertPerson(test.owner);
    await expect(record(training({ personId: stranger, corrects: fact!.id }))).rejects.toThrow(/foreign key/);
  });

  it('refuses every change', async () => {
    for (const sql of ['update fact set minutes = 1', 'delete from fact', 'truncate fact cascade']) {
      await expect(test.owner.query(sql)).rejects.toThrow(/never changed/);
    }
    await expect(test.run((tx) => tx.manager.query('update fact set minutes = 1'))).rejects.toThrow(
      /permission denied/,
    );
  });
});
