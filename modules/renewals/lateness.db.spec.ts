import { useApp } from '../../test/support/app.js';
import { sampleScheme } from '../../test/scenarios/support/sample-scheme.js';
import type { SchemeDefinition } from '../schemes/schemes.public.js';
import { renewalCase, type Holder } from './testing/renewal-case.js';
import { ReadRenewals } from './use-cases/read-renewals.js';

const scheme = sampleScheme();
const texas: SchemeDefinition['lapse'] = {
  grace: 'P6M',
  tiers: [
    { from: 'P0D', to: 'P6M', public_status: null, action: 'renew_late', fee: 0 },
    { from: 'P6M', to: 'P12M', public_status: null, action: 'renew_late', fee: 50 },
    { from: 'P12M', to: null, public_status: null, action: 'reinstate', fee: 150 },
  ],
};

describe('a renewal that is late', () => {
  const test = useApp();
  const { on, holder, study, submit, confirm: atDesk, settle } = renewalCase(test);

  const studied = async (change: Partial<SchemeDefinition>) => {
    const held = await holder(change);
    await study(held, { ethics: 6 * 60, peer_recovery: 14 * 60 });
    return held;
  };
  const windowOf = (held: Holder) =>
    test.run(async (tx) => (await test.get(ReadRenewals).own(tx, held.number)).window, held.arranged.applicant);
  const lastLine = async ({ credentialId }: Holder) => {
    const { rows } = await test.owner.query(
      `select reason_code, starts_on::text, expires_on::text, anchor_on::text from credential_event
       where credential_id = $1 order by recorded_at desc limit 1`,
      [credentialId],
    );
    return rows[0];
  };
  const confirm = async (id: string, actor: Holder['arranged']['registrar']) => {
    if (actor.memberships.length > 0) await settle(id, actor);
    return atDesk(id, actor);
  };
  const renew = async (held: Holder) => confirm((await submit(held)).id, held.arranged.registrar);

  it('is asked the fee of a renewal when it is sent, and what its tier adds, once however often it is sent', async () => {
    const held = await studied({ lapse: texas, fees: { ...scheme.fees, renewal: 60 } });
    on('2029-06-01');
    const { id } = await submit(held);
    await expect(submit(held)).rejects.toMatchObject({ code: 'renewals.already_sent' });
    const { rows } = await test.owner.query(
      `select fee, amount_cents as cents, state from invoice where subject_id = $1 order by fee`,
      [id],
    );
    expect(rows).toEqual([
      { fee: 'late_renewal', cents: 5000, state: 'open' },
      { fee: 'renewal', cents: 6000, state: 'open' },
    ]);
  });

  it('is not late in the period of grace, then costs what the tier of the day says', async () => {
    const held = await studied({ lapse: texas });
    on('2029-05-21');
    expect(await windowOf(held)).toMatchObject({ state: 'open' });
    on('2029-05-22');
    expect(await windowOf(held)).toMatchObject({ state: 'late', tier: { fee: 50, publicStatus: null } });
    on('2029-11-21');
    expect(await windowOf(held)).toMatchObject({ state: 'late', tier: { fee: 50 } });
    on('2029-11-22');
    expect(await windowOf(held)).toMatchObject({ state: 'reinstate', tier: { fee: 150 } });
  });

  it('is reinstated by a registrar, with terms counted anew from that day', async () => {
    const held = await studied({ lapse: texas });
    on('2029-12-10');
    const { id } = await submit(held);
    on('2029-12-20');
    await expect(confirm(id, held.arranged.applicant)).rejects.toMatchObject({ kind: 'not_found' });
    await confirm(id, held.arranged.registrar);
    expect(await lastLine(held)).toEqual({
      reason_code: 'reinstated_after_expiry',
      starts_on: '2029-12-20',
      expires_on: '2031-12-20',
      anchor_on: '2029-12-20',
    });
  });

  it('is reinstated by the old anchor where the scheme names other events for a new one', async () => {
    const credential = { ...scheme.credential, new_anchor_on: ['reapplication' as const] };
    const held = await studied({ lapse: texas, credential });
    on('2029-12-10');
    await renew(held);
    expect(await lastLine(held)).toMatchObject({
      starts_on: '2029-12-10',
      expires_on: '2030-11-21',
      anchor_on: '2026-11-21',
    });
  });

  it('that was sent late in time to renew is a renewal, even when it is confirmed in the tier of reinstatement', async () => {
    const held = await studied({ lapse: texas });
    on('2029-11-20');
    const { id } = await submit(held);
    on('2029-12-10');
    await confirm(id, held.arranged.registrar);
    expect(await lastLine(held)).toMatchObject({ reason_code: 'renewed_late', anchor_on: '2026-11-21' });
  });

  describe('when the rules change', () => {
    /** A second version, which begins on 1 January 2028 and asks to apply anew at once. */
    async function changed(existing: boolean | undefined, more: Partial<SchemeDefinition> = {}): Promise<Holder> {
      const held = await studied({ lapse: texas });
      const { bodyId, schemeCode } = held.arranged;
      const lapse = { grace: 'P0D', tiers: [{ from: 'P0D', to: null, public_status: 'expired', action: 'reapply' }] };
      const definition = { ...scheme, version: '2028', lapse, applies_to_existing_holders: existing, ...more };
      await test.owner.query(
        `insert into scheme_version (id, body_id, code, version, title, definition, effective_from, created_at)
         values (encode(sha256(convert_to($1 || '2028', 'UTF8')), 'hex'), $1::uuid, $2, '2028', $3, $4, '2028-01-01', now())`,
        [bodyId, schemeCode, scheme.title, JSON.stringify(definition)],
      );
      on('2028-12-10');
      return held;
    }

    it('keeps who was certified before under the rules of their grant', async () => {
      for (const existing of [undefined, false]) {
        const held = await changed(existing);
        expect(await windowOf(held)).toMatchObject({ state: 'open' });
        await renew(held);
      }
    });

    it('asks the fee of the rules that hold for them', async () => {
      const held = await changed(true, { lapse: texas, fees: { ...scheme.fees, renewal: 40 } });
      const { id } = await submit(held);
      const { rows } = await test.owner.query('select amount_cents as cents from invoice where subject_id = $1', [id]);
      expect(rows).toEqual([{ cents: 4000 }]);
    });

    it('holds for them too where the new version says so', async () => {
      const held = await changed(true);
      expect(await windowOf(held)).toMatchObject({ state: 'over', tier: { action: 'reapply' } });
      await expect(submit(held)).rejects.toMatchObject({ code: 'renewals.reapply' });
    });
  });

  it('of a first stage is not taken: the next stage follows', async () => {
    const [first] = scheme.credential.stages;
    const stages: SchemeDefinition['credential']['stages'] = [
      { code: 'initial', validity: 'P6M' },
      { ...first, code: 'full' },
    ];
    const held = await studied({ credential: { stages } });
    on('2027-05-01');
    expect(await windowOf(held)).toEqual({ state: 'next_stage', stage: 'full' });
    await expect(submit(held)).rejects.toMatchObject({ code: 'renewals.next_stage' });
  });

  it('at any time of the last cycle where the scheme names no window', async () => {
    const held = await studied({ renewal: { ...scheme.renewal, opens_before_expiry: null } });
    on('2026-11-22');
    expect(await windowOf(held)).toMatchObject({ state: 'open' });
  });

  it('asks nothing of who was certified shortly before the term ends', async () => {
    const [first] = scheme.credential.stages;
    const ce = { ...scheme.renewal.ce, waived_when_certified_less_than: 'P12M' };
    const nebraska: Partial<SchemeDefinition> = {
      credential: { stages: [{ ...first, starts: { fixed_day: '09-01', years: 'odd' } }] },
      renewal: { ...scheme.renewal, ce },
    };
    const held = await holder(nebraska);
    on('2027-08-20');
    await renew(held);
    expect(await lastLine(held)).toMatchObject({ starts_on: '2027-09-02', expires_on: '2029-09-01' });
  });

  it('takes hours over from the term before, where the scheme lets so many go on', async () => {
    const carrying = { ...scheme.renewal.ce, carry_over: { max_hours: 4 } };
    const held = await holder({ renewal: { ...scheme.renewal, ce: carrying } });
    await study(held, { ethics: 6 * 60, peer_recovery: 20 * 60 }, '2028-06-01');
    on('2028-10-15');
    await renew(held);
    await study(held, { ethics: 6 * 60, peer_recovery: 10 * 60 }, '2030-06-01');
    on('2030-10-15');
    await renew(held);
    expect(await lastLine(held)).toMatchObject({ expires_on: '2032-11-21' });
  });
});
