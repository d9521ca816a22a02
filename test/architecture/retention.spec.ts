import { randomUUID } from 'node:crypto';
import { Retention } from '../../modules/privacy/domain/retention.js';
import { Transaction } from '../../src/platform/database/transaction.js';
import { Timetable } from '../../src/platform/jobs/timetable.js';
import { PersonalData, type PersonalRow } from '../../src/platform/personal-data/personal-data.js';
import { useApp } from '../support/app.js';

/** Columns that open something, or belong to somebody else: in no copy, whoever asks. */
const NEVER_GIVEN =
  /: .*(_hash|token|secret|sealed|wrapped|signed_ip|actor|assignee|handler|person_id|(claimed|paused|ended|issued|recorded|decided|waived|answered|asked)_by)/;

describe('what is kept of persons', () => {
  const test = useApp();
  let tables: string[];
  let ofPersons: string[];

  beforeAll(async () => {
    const { rows } = await test.owner.query<{ name: string; person: boolean }>(
      `select t.table_name as name, bool_or(c.column_name = 'person_id') as person
       from information_schema.tables t join information_schema.columns c using (table_schema, table_name)
       where t.table_schema = 'public' and t.table_type = 'BASE TABLE' group by 1 order by 1`,
    );
    tables = rows.map(({ name }) => name);
    ofPersons = rows.filter(({ person }) => person).map(({ name }) => name);
  });

  const contributed = () => test.get(PersonalData).tables;

  it('has a class and a clock for every table, and for none that is not there', () => {
    const classed = test.get(Retention).classes.flatMap((one) => one.tables);
    expect(classed.toSorted()).toEqual(tables);
  });

  it('has one task for every clock: months by the disposing job, everything else by the task that is named', async () => {
    const { classes } = test.get(Retention);
    const tasks = classes.flatMap((one) => one.tasks ?? []);
    const known = (await test.worker())
      .get(Timetable)
      .entries()
      .map(({ id }) => id);
    expect(tasks.filter((id) => !known.includes(id))).toEqual([]);
    const counted = contributed().filter(({ keptFrom }) => keptFrom);
    const ofMonths = classes.filter(({ months, code }) => months !== undefined && code !== 'legal_file');
    expect(counted.map(({ table }) => table).toSorted()).toEqual(ofMonths.flatMap((one) => one.tables).toSorted());
  });

  it('is told by its module for every table with a person: how it reads, or why it is not given', () => {
    const told = contributed().map(({ table }) => table);
    expect(ofPersons.filter((table) => !told.includes(table))).toEqual([]);
    expect(told.toSorted()).toEqual([...new Set(told)].toSorted());
    expect(told.filter((table) => !tables.includes(table))).toEqual([]);
  });

  it('is read to the person with nothing that opens a door and nobody else’s id', () => {
    const given = contributed().flatMap(({ table, gives }) =>
      'withheld' in gives ? [] : gives.map((column) => `${table}: ${column}`),
    );
    expect(given.length).toBeGreaterThan(200);
    expect(given.filter((column) => NEVER_GIVEN.test(column))).toEqual([]);
  });

  it('can be read by the web process and erased by the jobs, every statement of it', async () => {
    const personId = randomUUID();
    const actor = { kind: 'system', name: 'test' } as const;
    const rows = await test.get(Transaction).read({ actor, requestId: 'test' }, async (tx) => {
      await test.get(PersonalData).count(tx, personId, tables);
      await test.get(PersonalData).bodiesIn(tx, personId, tables);
      const found: PersonalRow[] = [];
      for await (const row of test.get(PersonalData).rowsOf(tx, personId)) found.push(row);
      return found;
    });
    expect(rows).toEqual([]);
    const worker = await test.worker();
    await worker.get(Transaction, { strict: false }).run({ actor, requestId: 'test' }, async (tx) => {
      for (const last of [false, true]) await worker.get(PersonalData, { strict: false }).erase(tx, personId, { last });
    });
  });

  it('goes or stays as the words of its class say', () => {
    const erased = new Set(
      contributed()
        .filter(({ erase }) => erase)
        .map(({ table }) => table),
    );
    for (const { code, erasure, tables: ofClass } of test.get(Retention).classes) {
      const own = contributed().filter(({ table }) => ofClass.includes(table));
      if (erasure.startsWith('Kept') && code !== 'legal_file')
        expect(own.filter(({ table }) => erased.has(table))).toEqual([]);
      if (/^(Removed|Closed)/.test(erasure)) expect(own.filter(({ table }) => !erased.has(table))).toEqual([]);
    }
  });
});
