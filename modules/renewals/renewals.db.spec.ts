import supertest from 'supertest';
import { useApp } from '../../test/support/app.js';
import { renewalCase, type Holder } from './testing/renewal-case.js';

describe('a term', () => {
  const test = useApp();
  const { on, holder, study, enough, retract, submit, confirm, settle, letters } = renewalCase(test);
  /** What anybody is told at the address of the QR code. */
  const publicly = async ({ number }: Holder, onDate?: string) => {
    const address = `/v/${number}${onDate ? `?on=${onDate}` : ''}`;
    return (await supertest(test.app.getHttpServer()).get(address)).body as { status: string; expiresOn?: string };
  };

  it('is renewed by a registrar after the holder sent it, and ends by the anchor', async () => {
    const held = await holder();
    await enough(held);
    on('2028-10-01');
    const { id } = await submit(held);
    expect(await letters(held, 'renewal-received')).toHaveLength(1);
    expect(await publicly(held)).toMatchObject({ status: 'active', expiresOn: '2028-11-21' });

    expect(await confirm(id, held.arranged.registrar)).toEqual({ id, expiresOn: '2030-11-21' });
    expect(await publicly(held)).toMatchObject({ status: 'active' });
    expect(await publicly(held, '2030-11-21')).toMatchObject({ status: 'active' });
    expect(await publicly(held, '2030-11-22')).toMatchObject({ status: 'expired' });
    expect((await letters(held, 'renewal-granted'))[0].words).toMatchObject({
      startsOn: '2028-11-22',
      expiresOn: '2030-11-21',
    });
  });

  it('without a renewal reads expired on the day after, and not on the last valid day', async () => {
    const held = await holder();
    on('2028-11-21');
    expect(await publicly(held)).toMatchObject({ status: 'active' });
    on('2028-11-22');
    expect(await publicly(held)).toMatchObject({ status: 'expired' });
  });

  it('cannot be renewed before the window opens, and the answer names the day', async () => {
    const held = await holder();
    await enough(held);
    on('2028-08-22');
    await expect(submit(held)).rejects.toMatchObject({
      code: 'renewals.too_early',
      message: 'You can renew from 23 August 2028.',
    });
    on('2028-08-23');
    await expect(submit(held)).resolves.toMatchObject({ state: 'submitted' });
  });

  it.each([
    ['nothing', {}],
    ['too little in all', { ethics: 6 * 60, peer_recovery: 14 * 60 - 1 }],
    ['too little ethics', { ethics: 6 * 60 - 1, peer_recovery: 30 * 60 }],
  ])('is not renewed with %s of continuing education', async (_, topics) => {
    const held = await holder();
    if (Object.keys(topics).length > 0) await study(held, topics);
    on('2028-10-01');
    await expect(submit(held)).rejects.toMatchObject({ code: 'renewals.still_needed' });
    expect(await letters(held, 'renewal-received')).toEqual([]);
  });

  it('is not renewed with continuing education from before it began', async () => {
    const held = await holder();
    await study(held, { ethics: 6 * 60, peer_recovery: 14 * 60 }, '2026-10-01');
    on('2028-10-01');
    await expect(submit(held)).rejects.toMatchObject({ code: 'renewals.still_needed' });
  });

  it('can be renewed late as the scheme allows, and the days between stay expired', async () => {
    const held = await holder();
    await enough(held);
    on('2029-01-15');
    const { id } = await submit(held);
    await settle(id, held.arranged.registrar);
    await confirm(id, held.arranged.registrar);
    expect(await publicly(held, '2029-01-14')).toMatchObject({ status: 'expired' });
    expect(await publicly(held, '2029-01-15')).toMatchObject({ status: 'active', expiresOn: '2030-11-21' });
  });

  it('after the last tier asks for a new application', async () => {
    const held = await holder();
    await enough(held);
    on('2029-05-21');
    await expect(submit(held)).resolves.toBeDefined();
    const other = await holder();
    await enough(other);
    on('2029-05-22');
    await expect(submit(other)).rejects.toMatchObject({ code: 'renewals.reapply' });
  });

  it('sent in two tabs at once is one renewal', async () => {
    const held = await holder();
    await enough(held);
    on('2028-10-01');
    const answers = await Promise.allSettled([submit(held), submit(held), submit(held)]);
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(
      answers.filter((one) => one.status === 'rejected' && one.reason.code === 'renewals.already_sent'),
    ).toHaveLength(2);
    expect(await letters(held, 'renewal-received')).toHaveLength(1);
  });

  it('confirmed twice at once is extended once', async () => {
    const held = await holder();
    await enough(held);
    on('2028-10-01');
    const { id } = await submit(held);
    const twice = await Promise.allSettled([
      confirm(id, held.arranged.registrar),
      confirm(id, held.arranged.registrar),
    ]);
    expect(twice.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await publicly(held, '2030-11-22')).toMatchObject({ status: 'expired' });
  });

  it('is not confirmed when its evidence was taken back meanwhile', async () => {
    const held = await holder();
    const fact = await enough(held);
    on('2028-10-01');
    const { id } = await submit(held);
    await retract(fact);
    await expect(confirm(id, held.arranged.registrar)).rejects.toMatchObject({ code: 'renewals.still_needed' });
  });
});
