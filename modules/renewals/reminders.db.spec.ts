import { Temporal } from 'temporal-polyfill';
import { useApp } from '../../test/support/app.js';
import { Register } from '../credentials/credentials.public.js';
import { renewalCase, type Holder } from './testing/renewal-case.js';
import { ReconcileReminders } from './use-cases/reconcile-reminders.js';
import { SendReminders } from './use-cases/send-reminders.js';

describe('reminders', () => {
  const test = useApp();
  const { on, holder, study, enough, submit, confirm, giveBack, letters } = renewalCase(test);

  const remind = () => test.run((tx) => test.get(SendReminders).execute(tx));
  const ledger = async ({ credentialId }: Holder) =>
    (
      await test.owner.query(
        `select kind, outcome, excuse from renewal_reminder where credential_id = $1 order by term_ends_on, due_on`,
        [credentialId],
      )
    ).rows.map(({ kind, outcome, excuse }) => `${kind} ${excuse ?? outcome}`);
  const sent = async (held: Holder) => (await letters(held, 'renewal-reminder')).length;

  it('go out 90, 60, 30 and 7 days before, once each however often the scheduler runs', async () => {
    const held = await holder();
    on('2028-08-22');
    await remind();
    expect(await sent(held)).toBe(0);
    for (const [at, day] of ['2028-08-23', '2028-09-22', '2028-10-22', '2028-11-14'].entries()) {
      on(day);
      await remind();
      await remind();
      expect(await sent(held)).toBe(at + 1);
    }
    expect(await ledger(held)).toEqual(['90-days sent', '60-days sent', '30-days sent', '7-days sent']);
  });

  it('tell what is done, what is still needed and from when it can be renewed', async () => {
    const held = await holder();
    await study(held, { ethics: 6 * 60, peer_recovery: 90 });
    on('2028-08-23');
    await remind();
    const [{ words }] = await letters(held, 'renewal-reminder');
    expect(words).toMatchObject({
      expiresOn: '2028-11-21',
      opensOn: '2028-08-23',
      isOpen: true,
      number: held.number,
    });
    expect(words.done).toContain('Continuing education: 7 h 30 min of 20 h');
    expect(words.needed.join()).toContain('12');
  });

  it('of three schedulers at once are one letter: one wins the line of the ledger, the others find it', async () => {
    const held = await holder();
    on('2028-08-23');
    // Every insert waits at this gate until all three have come, so that the three really meet.
    await test.owner.query(`
      create function gate() returns trigger language plpgsql as $$ begin
        perform pg_advisory_xact_lock_shared(4711); return new; end $$;
      create trigger gate before insert on renewal_reminder for each row execute function gate();`);
    try {
      await test.owner.query('select pg_advisory_lock(4711)');
      const runs = [remind(), remind(), remind()];
      const atGate = async () =>
        (
          await test.owner.query(
            `select count(*)::int as n from pg_locks where locktype = 'advisory' and objid = 4711 and not granted`,
          )
        ).rows[0].n;
      for (let tries = 0; (await atGate()) < 3; tries += 1) {
        if (tries > 500) throw new Error('the three schedulers never met');
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      await test.owner.query('select pg_advisory_unlock(4711)');
      await Promise.all(runs);
    } finally {
      await test.owner.query('drop trigger gate on renewal_reminder; drop function gate()');
    }
    expect(await sent(held)).toBe(1);
    expect(await ledger(held)).toEqual(['90-days sent']);
  });

  it('with the clock set back are not sent a second time', async () => {
    const held = await holder();
    on('2028-09-22');
    await remind();
    on('2028-08-25');
    await remind();
    on('2028-09-22');
    await remind();
    expect(await sent(held)).toBe(1);
  });

  it('after an outage send the nearest one still due and excuse those it overtook', async () => {
    const held = await holder();
    on('2028-11-01');
    await remind();
    expect(await ledger(held)).toEqual(['90-days overtaken', '60-days overtaken', '30-days sent']);
    expect(await sent(held)).toBe(1);
  });

  it('after an outage beyond the term are all excused, none is sent', async () => {
    const held = await holder();
    on('2028-12-24');
    await remind();
    expect(await sent(held)).toBe(0);
    expect(await ledger(held)).toEqual([
      '90-days term_over',
      '60-days term_over',
      '30-days term_over',
      '7-days term_over',
    ]);
  });

  it('stop when the renewal is sent, and say so when it is confirmed', async () => {
    const held = await holder();
    await enough(held);
    on('2028-08-23');
    await remind();
    const { id } = await submit(held);
    on('2028-09-22');
    await remind();
    await confirm(id, held.arranged.registrar);
    on('2028-10-22');
    await remind();
    expect(await sent(held)).toBe(1);
    expect(await ledger(held)).toEqual(['90-days sent', '60-days renewal_sent', '30-days renewed', '7-days renewed']);
  });

  it('go on while a returned renewal waits for its holder, and ask for the answer', async () => {
    const held = await holder();
    await enough(held);
    on('2028-08-23');
    const { id } = await submit(held);
    await remind();
    await giveBack(id, held.arranged.registrar);
    on('2028-09-22');
    await remind();
    expect(await ledger(held)).toEqual(['90-days renewal_sent', '60-days sent']);
    const [{ words }] = await letters(held, 'renewal-reminder');
    expect(words.needed).toEqual([expect.stringContaining('Your answer to the note')]);
  });

  it('begin anew with the renewed term', async () => {
    const held = await holder();
    await enough(held);
    on('2028-08-23');
    await remind();
    await confirm((await submit(held)).id, held.arranged.registrar);
    on('2030-08-23');
    await remind();
    expect(await sent(held)).toBe(2);
  });

  it('are not sent for what a decision ended', async () => {
    const held = await holder();
    on('2028-08-23');
    await remind();
    const today = Temporal.PlainDate.from('2028-08-24');
    on('2028-08-24');
    const change = { reason: 'ethics_decision', effectiveOn: today, publicFrom: today };
    const { registrar } = held.arranged;
    await test.run(
      (tx) =>
        test.get(Register).revoke(tx, { ...change, credentialId: held.credentialId, decidedBy: registrar.personId }),
      registrar,
    );
    on('2028-09-22');
    await remind();
    expect(await sent(held)).toBe(1);
    expect(await ledger(held)).toEqual(['90-days sent', '60-days ended', '30-days ended', '7-days ended']);
  });

  it('follow the day of the body, not of Greenwich', async () => {
    const held = await holder();
    test.clock.set('2028-08-23T03:00:00Z'); // still the evening before in Chicago
    await remind();
    expect(await sent(held)).toBe(0);
  });

  it('to somebody without an address are noted as such', async () => {
    const held = await holder();
    await test.owner.query('delete from contact where person_id = $1', [held.arranged.applicant.personId]);
    on('2028-08-23');
    await remind();
    expect(await ledger(held)).toEqual(['90-days unaddressed']);
  });

  it('that never went out are found by the daily comparison', async () => {
    await remind();
    const held = await holder();
    on('2028-08-24');
    const before = await test.run((tx) => test.get(ReconcileReminders).execute(tx));
    expect(before.missing).toBeGreaterThan(0);
    await remind();
    const after = await test.run((tx) => test.get(ReconcileReminders).execute(tx));
    expect(after).toEqual({ due: before.due, settled: before.due, missing: 0 });
    expect(await ledger(held)).toEqual(['90-days sent']);
  });

  it('run from the schedule to the letter in batches', async () => {
    const held = await holder();
    on('2028-08-23');
    const worker = await test.worker();
    const { Timetable } = await import('../../src/platform/jobs/timetable.js');
    await worker.get(Timetable).runTask('renewals.remind');
    await test.runEffects();
    expect(await sent(held)).toBe(1);
    const { rows } = await test.owner.query(
      `select subject, body_text from letter where person_id = $1 and kind = 'renewal-reminder'`,
      [held.arranged.applicant.personId],
    );
    expect(rows[0].subject).toContain('Renew your certification: valid through 21 November 2028');
    expect(rows[0].body_text).toMatch(/You can renew it now[^]*Still needed[^]*20 h more/);
  });
});
