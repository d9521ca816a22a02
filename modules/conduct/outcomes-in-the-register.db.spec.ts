import { Temporal } from 'temporal-polyfill';
import { useApp } from '../../test/support/app.js';
import { sampleScheme } from '../../test/scenarios/support/sample-scheme.js';
import { Register } from '../credentials/credentials.public.js';
import type { SchemeDefinition } from '../schemes/schemes.public.js';
import { agree, arrangeConduct, complain, found, propose, type ConductCase } from './testing/conduct-case.js';
import { DecideComplaint } from './use-cases/decide-complaint.js';
import { EnterOutcome } from './use-cases/enter-outcome.js';
import { KeepClocks } from './use-cases/keep-clocks.js';
import { ReadComplaints } from './use-cases/read-complaints.js';

const { discipline } = sampleScheme();
const complaint = { limit: 'P3Y', acknowledge: 'P5BD', decide: 'P90D', registry_update: 'P2BD' };

describe('an outcome whose day has come', () => {
  const test = useApp();
  beforeEach(() => test.clock.set('2026-11-21T15:00:00Z'));

  const clocks = () => test.run((tx) => test.get(KeepClocks).execute(tx));
  const statusOf = async ({ credentialId }: ConductCase, on: string) =>
    (await test.run((tx) => test.get(Register).standing(tx, { credentialId }, Temporal.PlainDate.from(on)))).status;
  const sanctionOf = async (id: string) =>
    (
      await test.owner.query(
        'select state, register_by::text as by, effective_on::text as day from sanction where complaint_id = $1 order by created_at desc limit 1',
        [id],
      )
    ).rows[0];
  const isEmergency = async ({ credentialId }: ConductCase) =>
    (
      await test.owner.query(`select emergency from credential_event where credential_id = $1 and kind = 'suspended'`, [
        credentialId,
      ])
    ).rows[0].emergency;
  const open = (arranged: ConductCase) =>
    test.run((tx) => test.get(ReadComplaints).desk(tx, false), arranged.administrator);
  const enter = (id: string, by: ConductCase['registrar']) =>
    test.run((tx) => test.get(EnterOutcome).execute(tx, id), by);

  async function decided(change: Partial<SchemeDefinition> = { discipline: { ...discipline, complaint } }) {
    const arranged = await arrangeConduct(test, change);
    const id = await found(test, arranged);
    await propose(test, arranged.third, id);
    await agree(test, arranged.fourth, id);
    return { arranged, id };
  }

  it('is in the register at once when nothing stands in the way', async () => {
    const { arranged, id } = await decided();
    test.clock.set('2026-12-22T15:00:00Z');
    await clocks();
    await test.runEffects();
    expect(await sanctionOf(id)).toMatchObject({ state: 'in_effect', day: '2026-12-22' });
    expect(await statusOf(arranged, '2026-12-22')).toBe('suspended');
    expect(await open(arranged)).toEqual([]);
    expect(await isEmergency(arranged)).toBe(false); // the holder had notice
  });

  it('has a last day that begins with its own day, however late the clock is looked at', async () => {
    const { arranged, id } = await decided();
    test.clock.set('2026-12-23T15:00:00Z');
    await clocks();
    await clocks();
    expect(await sanctionOf(id)).toEqual({ state: 'pending', day: '2026-12-22', by: '2026-12-24' });
    expect(await open(arranged)).toMatchObject([{ id, register: { by: Temporal.PlainDate.from('2026-12-24') } }]);
    await test.runEffects();
    const { rows } = await test.owner.query(
      `select 1 from credential_event where credential_id = $1 and kind = 'suspended'`,
      [arranged.credentialId],
    );
    expect(rows).toHaveLength(1);
  });

  it('is told to the administrators before its last day, once', async () => {
    const { arranged, id } = await decided();
    test.clock.set('2026-12-22T15:00:00Z');
    await clocks();
    const warned = async () =>
      (
        await test.owner.query(`select due_on::text from conduct_warning where case_id = $1 and clock = 'register'`, [
          id,
        ])
      ).rows;
    expect(await warned()).toEqual([]);
    test.clock.set('2026-12-23T15:00:00Z');
    await clocks();
    await clocks();
    expect(await warned()).toEqual([{ due_on: '2026-12-24' }]);
    const { rows } = await test.owner.query(
      `select l.words ->> 'what' as what from letter l where l.person_id = $1 and kind = 'complaint-deadline'`,
      [arranged.administrator.personId],
    );
    expect(rows.map(({ what }) => what)).toContain('The register does not show yet what a complaint led to');
  });

  it('holds up no other, and is entered at the desk once what stood in its way is gone', async () => {
    const { arranged, id } = await decided();
    const other = await decided();
    const today = Temporal.PlainDate.from('2026-12-21');
    const { credentialId } = arranged;
    const change = { credentialId, effectiveOn: today, publicFrom: today, decidedBy: arranged.registrar.personId };
    test.clock.set('2026-12-21T18:00:00Z');
    await test.run((tx) =>
      test.get(Register).suspend(tx, {
        ...change,
        emergency: true,
        reason: 'concern_looked_into',
        explanation: 'Another matter, looked into by the board',
      }),
    );
    test.clock.set('2026-12-22T15:00:00Z');
    await clocks();
    await test.runEffects();
    expect(await sanctionOf(other.id)).toMatchObject({ state: 'in_effect' });
    expect(await sanctionOf(id)).toMatchObject({ state: 'pending', by: '2026-12-24' });
    await expect(enter(id, arranged.registrar)).rejects.toMatchObject({ kind: 'conflict' });
    await test.run((tx) =>
      test.get(Register).reinstate(tx, { ...change, reason: 'concern_closed', effectiveOn: today.add({ days: 1 }) }),
    );
    for (const by of [arranged.third, arranged.stranger, other.arranged.registrar]) {
      await expect(enter(id, by)).rejects.toMatchObject({ kind: 'not_found' });
    }
    await enter(id, arranged.registrar);
    expect(await sanctionOf(id)).toMatchObject({ state: 'in_effect' });
    await expect(enter(id, arranged.registrar)).rejects.toMatchObject({ code: 'conduct.not_possible_now' });
  });

  it('of a suspension at once waits as long for its confirmation as the scheme says', async () => {
    const arranged = await arrangeConduct(test, {
      discipline: { ...discipline, emergency: { confirm_within: 'P3BD' } },
    });
    const id = await complain(test, arranged);
    const { confirmBy } = await test.run(
      (tx) => test.get(DecideComplaint).suspendAtOnce(tx, id, 'immediate_risk'),
      arranged.third,
    );
    expect(confirmBy).toBe('2026-11-25');
    expect(await isEmergency(arranged)).toBe(true);
    test.clock.set('2026-11-26T15:00:00Z');
    await clocks();
    expect(await statusOf(arranged, '2026-11-26')).toBe('active');
  });
});
