import { Timetable } from '../../src/platform/jobs/timetable.js';
import { useApp } from '../../test/support/app.js';
import { call } from '../../test/support/caller.js';
import { brokenPromises, settleEffects } from '../../test/support/broken-promises.js';
import { insertPerson } from '../../test/support/factories/person.js';
import { arrangeBank, broughtTo, type Bank } from '../item-bank/testing/bank-case.js';
import { formOf, manySat, sat, type SatForm } from './testing/sat-form.js';

describe('the statistics of forms each night', () => {
  const test = useApp();
  let bank: Bank;
  let form: SatForm;
  beforeEach(async () => {
    bank = await arrangeBank(test);
    form = await newForm();
  });

  const newForm = async () => {
    const items = [];
    for (const state of ['active', 'active', 'pretest'] as const) items.push(await broughtTo(test, bank, state));
    return formOf(test, bank, items);
  };

  const night = async () => {
    await (await test.worker()).get(Timetable).runTask('exams.statistics');
    await test.runEffects();
  };
  const told = async ({ formId } = form): Promise<number[]> => {
    const sql = 'select attempts from exam_form_statistic where form_id = $1 order by recorded_at, id';
    return (await test.owner.query(sql, [formId])).rows.map(({ attempts }) => attempts);
  };
  const person = (name: string) => insertPerson(test.owner, name, `${crypto.randomUUID()}@example.test`);
  const sits = async (name: string, personId?: string) =>
    sat(test, form, { personId: personId ?? (await person(name)), answers: [['a'], ['a'], ['a']] });

  it('are worked out for forms that somebody finished, and left alone where nobody did', async () => {
    const other = await newForm();
    await night();
    expect([await told(), await told(other)]).toEqual([[], []]);
    await sits('First Finisher');
    await night();
    expect([await told(), await told(other)]).toEqual([[1], []]);
  });

  it('are the same the next night, and follow when more people have finished; a second sitting is no other person', async () => {
    const again = await person('Ada Again');
    await sits('', again);
    await night();
    await night();
    expect(await told()).toEqual([1]);
    await sits('', again);
    await night();
    expect(await told()).toEqual([1]);
    await manySat(test, form, 4);
    await night();
    expect(await told()).toEqual([1, 5]);
  });

  it('are worked out once where two workers ask in the same night', async () => {
    await sits('Once Only');
    const worker = await test.worker();
    await worker.get(Timetable).runTask('exams.statistics');
    await worker.get(Timetable).runTask('exams.statistics');
    await test.runEffects();
    expect(await told()).toEqual([1]);
  });

  it('are told with when, and whether more people have finished since', async () => {
    await sits('Early Bird');
    await night();
    const reader = { personId: bank.psychometrician.personId, assurance: 'two-factor' as const };
    const page = async () =>
      (await call(test, reader, { method: 'GET', path: `/desk/exams/statistics/${form.formId}` })).text;
    expect(await page()).toMatch(/Worked out [^<]+ from 1 person\./);
    expect(await page()).not.toContain('More people have finished since');
    await sits('Late Riser');
    expect(await page()).toContain('More people have finished since');
  });

  it('stand out when nobody has worked them out for two days', async () => {
    await sits('Watched Over');
    await test.owner.query('begin');
    await test.owner.query('set local session_replication_role = replica');
    await test.owner.query(
      `insert into sitting_event (id, body_id, sitting_id, move, from_state, to_state, happened_at, recorded_at)
       select gen_random_uuid(), body_id, id, 'submit', 'open', 'submitted', closed_at, now() - interval '3 days'
       from sitting where form_id = $1`,
      [form.formId],
    );
    await test.owner.query('commit');
    await settleEffects(test);
    expect(await brokenPromises(test)).toContain('exam-statistics');
    await night();
    await settleEffects(test);
    expect(await brokenPromises(test)).not.toContain('exam-statistics');
  });
});
