import { randomUUID } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import type { PersonActor, Role } from '../../src/kernel/actor.js';
import { useApp } from '../../test/support/app.js';
import { insertPerson } from '../../test/support/factories/person.js';
import { Evidence } from '../evidence/evidence.public.js';
import { Organizations } from '../organizations/organizations.public.js';
import { ItemBank } from './item-bank.public.js';
import { appoint, arrangeBank, employed, insertOrganization, written, type Bank } from './testing/bank-case.js';
import { ReadItem } from './use-cases/read-item.js';
import { ReadItemList } from './use-cases/read-item-list.js';

const BANK_ROLES = ['item-author', 'item-reviewer', 'psychometrician', 'item-judge'] as const satisfies Role[];

describe('whoever teaches', () => {
  const test = useApp();
  let bank: Bank;
  let provider: string;
  beforeAll(async () => {
    bank = await arrangeBank(test);
    provider = await insertOrganization(test, 'training-provider');
  });

  const give = (personId: string, organizationId: string, role: Role) =>
    test.run((tx) => test.get(Organizations).addMember(tx, { organizationId, personId, role }));
  const mayTeach = (personId: string) => test.run((tx) => test.get(ItemBank).requireMayTeach(tx, personId));
  const end = (personId: string, role: Role, at: string) =>
    test.owner.query(`update membership set from_at = '2020-01-01', until_at = $3 where person_id = $1 and role = $2`, [
      personId,
      role,
      at,
    ]);

  /** Training that somebody vouches for as its instructor. */
  async function train(instructorId: string, occurredOn = '2026-10-01'): Promise<void> {
    const personId = await insertPerson(test.owner);
    await test.run((tx) =>
      test.get(Evidence).record(tx, {
        personId,
        bodyId: bank.bodyId,
        kind: 'training',
        topics: [{ topic: 'advocacy', minutes: 60 }],
        occurredOn: Temporal.PlainDate.from(occurredOn),
        vouchedBy: { method: 'course', personId: instructorId },
        source: { module: 'test', id: randomUUID() },
      }),
    );
  }

  /** A group that somebody teaches. */
  async function teach(personId: string, endsOn = '2026-12-31'): Promise<void> {
    const id = randomUUID();
    const code = [...id.replaceAll('-', '')].map((hex) => '23456789ABCDEFGH'[parseInt(hex, 16)]).slice(0, 8);
    await test.owner.query(
      `insert into quiz_version (id, quiz_code, definition, created_at)
       values (repeat('c', 64), 'kept-quiz', '{}', now()) on conflict do nothing`,
    );
    await test.owner.query(
      `insert into quiz (code, current_version_id, created_at) values ('kept-quiz', repeat('c', 64), now()) on conflict do nothing`,
    );
    await test.owner.query(
      `insert into course_version (id, course_code, origin, definition, created_at)
       values (repeat('d', 64), 'kept-course', 'content', '{}', now()) on conflict do nothing`,
    );
    await test.owner.query(
      `insert into course (code, current_version_id, quiz_code, created_at)
       values ('kept-course', repeat('d', 64), 'kept-quiz', now()) on conflict do nothing`,
    );
    await test.owner.query(
      `insert into cohort (id, organization_id, course_code, title, places, starts_on, ends_on, join_code, is_open, created_by, created_at)
       values ($1, $2, 'kept-course', 'Invented group', 9, '2024-01-01', $3, $4, false, $5, now())`,
      [id, provider, endsOn, code.join(''), personId],
    );
    await test.owner.query(`insert into cohort_instructor (cohort_id, person_id, created_at) values ($1, $2, $3)`, [
      id,
      personId,
      (await test.clock.now()).toString(),
    ]);
  }

  it.each(BANK_ROLES)('as an instructor is given no role of the bank: not %s', async (role) => {
    const personId = await insertPerson(test.owner);
    await give(personId, provider, 'instructor');
    await expect(give(personId, bank.bodyId, role)).rejects.toMatchObject({
      code: 'organizations.kept_from_items',
      message: expect.stringContaining('Whoever instructs'),
    });
    await expect(give(personId, bank.bodyId, 'reviewer')).resolves.toBeUndefined();
  });

  it.each(['content-author', 'content-reviewer'] as const)(
    'writes what is taught as %s is given no role of the bank, and the other way round',
    async (content) => {
      const [writer, inBank] = [await insertPerson(test.owner), await insertPerson(test.owner)];
      await give(writer, provider, content);
      for (const role of BANK_ROLES) {
        await expect(give(writer, bank.bodyId, role)).rejects.toMatchObject({
          code: 'organizations.kept_from_items',
          message: expect.stringContaining('Whoever writes or reviews courses'),
        });
      }
      await end(writer, content, '2025-06-01T00:00:00Z');
      await expect(appoint(test, writer, bank.bodyId, 'item-author')).rejects.toThrow('item bank: writes');
      await give(inBank, bank.bodyId, 'item-judge');
      await expect(give(inBank, bank.bodyId, content)).rejects.toMatchObject({
        code: 'organizations.kept_from_items',
        message: expect.stringContaining('neither writes nor reviews'),
      });
      await end(inBank, 'item-judge', '2024-01-01T00:00:00Z');
      await expect(give(inBank, provider, content)).resolves.toBeUndefined();
    },
  );

  it('and trained somebody within two years is given none; before that, yes', async () => {
    const [lately, long] = [await insertPerson(test.owner), await insertPerson(test.owner)];
    await train(lately);
    await expect(give(lately, bank.bodyId, 'item-author')).rejects.toMatchObject({
      message: expect.stringContaining('Whoever trained somebody'),
    });
    const now = await test.clock.now();
    test.clock.set('2024-01-10T12:00:00Z');
    await train(long, '2024-01-10');
    test.clock.set(now.toString());
    await expect(give(long, bank.bodyId, 'item-author')).resolves.toBeUndefined();
  });

  it('stays apart for the time the body sets, after the teaching has ended', async () => {
    const personId = await insertPerson(test.owner);
    await give(personId, provider, 'instructor');
    await end(personId, 'instructor', '2025-06-01T00:00:00Z');
    await expect(give(personId, bank.bodyId, 'psychometrician')).rejects.toMatchObject({ kind: 'conflict' });
    const quick = await arrangeBank(test);
    await test.owner.query(
      `insert into body_setting (id, body_id, code, value, reason, set_by, recorded_at)
       values ($1, $2, 'kept_apart_months', 6, 'invented', $3, $4)`,
      [randomUUID(), quick.bodyId, quick.administrator.personId, (await test.clock.now()).toString()],
    );
    await expect(give(personId, quick.bodyId, 'psychometrician')).resolves.toBeUndefined();
  });

  it('in the bank becomes no instructor, and is told before a course makes them one', async () => {
    const { personId } = await employed(test, 'Bea Bank', bank.bodyId, 'item-judge');
    const outsider = await insertPerson(test.owner);
    await expect(give(personId, provider, 'instructor')).rejects.toMatchObject({
      code: 'organizations.kept_from_items',
      message: expect.stringContaining('does not instruct'),
    });
    await expect(mayTeach(personId)).rejects.toMatchObject({ code: 'item_bank.kept_apart', kind: 'conflict' });
    await expect(mayTeach(outsider)).resolves.toBeUndefined();
    await end(personId, 'item-judge', '2026-10-01T00:00:00Z');
    await expect(mayTeach(personId)).rejects.toMatchObject({ code: 'item_bank.kept_apart' });
    await end(personId, 'item-judge', '2024-01-01T00:00:00Z');
    await expect(mayTeach(personId)).resolves.toBeUndefined();
    await expect(give(personId, provider, 'instructor')).resolves.toBeUndefined();
  });

  it('a group is kept from items while it goes on and for the time after; and who works with items is given none', async () => {
    const { personId: inBank } = await employed(test, 'Ida Items', bank.bodyId, 'item-author');
    const teacher = await insertPerson(test.owner);
    await expect(teach(inBank)).rejects.toThrow('teaches no group');
    await teach(teacher);
    await expect(give(teacher, bank.bodyId, 'item-judge')).rejects.toMatchObject({
      message: expect.stringContaining('Whoever instructs'),
    });
    const formerly = await insertPerson(test.owner);
    await teach(formerly, '2024-02-01');
    await expect(give(formerly, bank.bodyId, 'item-judge')).resolves.toBeUndefined();
  });

  it('becomes both of two that are given at the same moment only once', async () => {
    const personId = await insertPerson(test.owner);
    const given = await Promise.allSettled([
      give(personId, provider, 'instructor'),
      give(personId, bank.bodyId, 'item-reviewer'),
    ]);
    expect(given.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  it('is refused by the database itself, whoever writes the row', async () => {
    const personId = await insertPerson(test.owner);
    await appoint(test, personId, provider, 'instructor');
    await expect(appoint(test, personId, bank.bodyId, 'item-author')).rejects.toThrow('does not work in an item bank');
  });

  it('after they were given a role sees no item any more, and is told by which rule', async () => {
    const { itemId } = await written(test, bank);
    const reviewer: PersonActor = await employed(test, 'Tilda Teaches', bank.bodyId, 'item-reviewer');
    const read = () => test.run((tx) => test.get(ReadItem).execute(tx, { itemId, purpose: 'page' }), reviewer);
    await read();
    await train(reviewer.personId);
    await expect(read()).rejects.toMatchObject({
      code: 'item_bank.kept_apart',
      kind: 'forbidden',
      message: expect.stringContaining('You trained somebody'),
    });
    await expect(test.run((tx) => test.get(ReadItemList).execute(tx, {}), reviewer)).rejects.toMatchObject({
      code: 'item_bank.kept_apart',
    });
  });
});
