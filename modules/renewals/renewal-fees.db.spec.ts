import { useApp } from '../../test/support/app.js';
import { sampleScheme } from '../../test/scenarios/support/sample-scheme.js';
import type { SchemeDefinition } from '../schemes/schemes.public.js';
import { renewalCase, type Holder } from './testing/renewal-case.js';
import { ReadRenewalDesk } from './use-cases/read-renewal-desk.js';
import { ReadRenewals } from './use-cases/read-renewals.js';

const scheme = sampleScheme();
const sixty: Partial<SchemeDefinition> = { fees: { ...scheme.fees, renewal: 60 } };
const trusting = { ...sixty, renewal: { ...scheme.renewal, fee_before_confirmation: false } };

describe('the fee of a renewal', () => {
  const test = useApp();
  const { on, holder, enough, submit, confirm, settle } = renewalCase(test);

  async function sent(change: Partial<SchemeDefinition>) {
    const held = await holder(change);
    await enough(held);
    on('2028-10-01');
    return { held, id: (await submit(held)).id, registrar: held.arranged.registrar };
  }
  const own = ({ arranged, number }: Holder) =>
    test.run((tx) => test.get(ReadRenewals).own(tx, number), arranged.applicant);
  const queue = async (actor: Holder['arranged']['registrar']) =>
    (await test.run((tx) => test.get(ReadRenewalDesk).waiting(tx), actor)).renewals;

  it('stands between the renewal and its confirmation until it is paid, where the scheme says nothing', async () => {
    const { held, id, registrar } = await sent(sixty);
    expect((await own(held)).sent?.fees).toMatchObject({ waits: true, open: [{ amount: '$60.00' }] });
    expect(await queue(registrar)).toMatchObject([{ waitsFor: [{ what: 'Renewal fee' }] }]);
    await expect(confirm(id, registrar)).rejects.toMatchObject({
      code: 'renewals.fees_open',
      message: expect.stringContaining('renewal fee, $60.00'),
    });
    await settle(id, registrar);
    expect((await own(held)).sent?.fees).toMatchObject({ waits: false, open: [] });
    expect(await queue(registrar)).toMatchObject([{ waitsFor: [] }]);
    await expect(confirm(id, registrar)).resolves.toMatchObject({ expiresOn: '2030-11-21' });
  });

  it('stands between them no more once it is waived', async () => {
    const { id, registrar } = await sent(sixty);
    await settle(id, registrar, 'waive');
    await expect(confirm(id, registrar)).resolves.toMatchObject({ expiresOn: '2030-11-21' });
  });

  it('is asked and holds nothing up where the scheme says so', async () => {
    const { held, id, registrar } = await sent(trusting);
    expect((await own(held)).sent?.fees).toMatchObject({ waits: false, open: [{ amount: '$60.00' }] });
    expect(await queue(registrar)).toMatchObject([{ waitsFor: [] }]);
    await confirm(id, registrar);
  });

  it('that is paid after the last day takes no day away: the renewal was sent in time', async () => {
    const { held, id, registrar } = await sent(sixty);
    on('2028-12-10');
    await settle(id, registrar);
    await confirm(id, registrar);
    const { rows } = await test.owner.query(
      `select reason_code from credential_event where credential_id = $1 order by recorded_at desc limit 1`,
      [held.credentialId],
    );
    expect(rows[0].reason_code).toBe('renewed');
  });

  it('of another body’s renewal is seen at no desk', async () => {
    const { id } = await sent(sixty);
    const elsewhere = await holder(sixty);
    const { registrar } = elsewhere.arranged;
    expect(await queue(registrar)).toEqual([]);
    await expect(test.run((tx) => test.get(ReadRenewalDesk).one(tx, id), registrar)).rejects.toMatchObject({
      kind: 'not_found',
    });
  });
});
