import supertest from 'supertest';
import { Temporal } from 'temporal-polyfill';
import { useApp } from '../../test/support/app.js';
import { admitted, arrangeCase, decide, everything, type Case } from '../certification/testing/certification-case.js';
import { Register } from '../credentials/credentials.public.js';
import { Evidence } from '../evidence/evidence.public.js';
import { ConfirmRenewal } from './use-cases/confirm-renewal.js';
import { ReadRenewals } from './use-cases/read-renewals.js';
import { ReconcileReminders } from './use-cases/reconcile-reminders.js';
import { SendReminders } from './use-cases/send-reminders.js';
import { SubmitRenewal } from './use-cases/submit-renewal.js';

interface Holder {
  arranged: Case;
  number: string;
  credentialId: string;
}

describe('renewing', () => {
  const test = useApp();

  /** Granted on 21 November 2026 (the clock of the tests), valid through 21 November 2028. */
  async function holder(): Promise<Holder> {
    test.clock.set('2026-11-21T15:00:00Z');
    const arranged = await arrangeCase(test);
    const applicationId = await admitted(test, arranged, everything);
    await decide(test, arranged.decider, applicationId);
    const { rows } = await test.owner.query('select id, number from credential where application_id = $1', [
      applicationId,
    ]);
    return { arranged, number: rows[0].number, credentialId: rows[0].id };
  }

  /** At noon in the body's zone. */
  const on = (day: string) => test.clock.set(`${day}T18:00:00Z`);
  const study = ({ arranged }: Holder, topics: Record<string, number>, occurredOn = '2028-06-01') =>
    test.run((tx) =>
      test.get(Evidence).record(tx, {
        personId: arranged.applicant.personId,
        bodyId: arranged.bodyId,
        kind: 'continuing_education',
        topics: Object.entries(topics).map(([topic, minutes]) => ({ topic, minutes })),
        value: { provider: 'Invented School', title: 'Ethics again' },
        occurredOn: Temporal.PlainDate.from(occurredOn),
        vouchedBy: { method: 'reviewer', personId: arranged.reviewer.personId },
        source: { module: 'test', id: `ce-${Math.random()}` },
      }),
    );
  const enough = (held: Holder) => study(held, { ethics: 6 * 60, peer_recovery: 14 * 60 });
  const submit = ({ arranged, number }: Holder, actor = arranged.applicant) =>
    test.run((tx) => test.get(SubmitRenewal).execute(tx, { number }), actor);
  const confirm = (renewalId: string, actor: Case['applicant']) =>
    test.run((tx) => test.get(ConfirmRenewal).execute(tx, { renewalId }), actor);
  const letters = async ({ arranged }: Holder, kind: string) =>
    (
      await test.owner.query(
        'select identity, words from letter where person_id = $1 and kind = $2 order by created_at',
        [arranged.applicant.personId, kind],
      )
    ).rows;
  /** What anybody is told at the address of the QR code. */
  const publicly = async ({ number }: Holder, onDate?: string) => {
    const address = `/v/${number}${onDate ? `?on=${onDate}` : ''}`;
    return (await supertest(test.app.getHttpServer()).get(address)).body as { status: string; expiresOn?: string };
  };

  describe('a term', () => {
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
      await test.run((tx) =>
        test.get(Evidence).record(tx, {
          personId: fact.personId,
          kind: 'retraction',
          corrects: fact.id,
          occurredOn: fact.occurredOn,
          source: { module: 'test', id: `retraction-${fact.id}` },
        }),
      );
      await expect(confirm(id, held.arranged.registrar)).rejects.toMatchObject({ code: 'renewals.still_needed' });
    });
  });

  describe('strangers', () => {
    it('find no renewal: another person, a reviewer, another body, a registrar without the second factor', async () => {
      const held = await holder();
      await enough(held);
      const elsewhere = await arrangeCase(test);
      on('2028-10-01');
      await expect(submit(held, held.arranged.stranger)).rejects.toMatchObject({ kind: 'not_found' });
      const { id } = await submit(held);
      const weak = { ...held.arranged.registrar, assurance: 'password' as const };
      for (const actor of [held.arranged.reviewer, held.arranged.stranger, elsewhere.registrar, weak]) {
        await expect(confirm(id, actor)).rejects.toMatchObject({ kind: 'not_found' });
      }
      const queue = (actor: Case['applicant']) => test.run((tx) => test.get(ReadRenewals).waiting(tx), actor);
      expect((await queue(elsewhere.registrar)).renewals).toEqual([]);
      expect((await queue(held.arranged.registrar)).renewals).toMatchObject([{ id, number: held.number }]);
    });

    it('a registrar does not confirm their own', async () => {
      const held = await holder();
      await enough(held);
      on('2028-10-01');
      const { id } = await submit(held);
      const own = { ...held.arranged.registrar, personId: held.arranged.applicant.personId };
      await expect(confirm(id, own)).rejects.toMatchObject({ code: 'renewals.own' });
    });

    it('the queue is read page by page, the term that ends first first, nobody twice', async () => {
      const held = await holder();
      const { bodyId } = held.arranged;
      await test.owner.query(
        `insert into renewal (id, body_id, person_id, credential_id, number, title, scheme_version_id, term_ends_on,
                              submitted_on, submitted_at, late)
         select gen_random_uuid(), $1, $2, $3, $4, 'Peer Recovery', $5, date '2030-01-01' + (n / 2), '2028-10-01', now(), false
         from generate_series(0, 118, 2) n`,
        [bodyId, held.arranged.applicant.personId, held.credentialId, held.number, held.arranged.schemeVersionId],
      );
      const seen: string[] = [];
      let after: string | undefined;
      do {
        const page = await test.run((tx) => test.get(ReadRenewals).waiting(tx, after), held.arranged.registrar);
        seen.push(...page.renewals.map(({ termEndsOn }) => termEndsOn));
        after = page.next ?? undefined;
      } while (after);
      expect(seen).toHaveLength(60);
      expect(new Set(seen).size).toBe(60);
      expect(seen).toEqual(seen.toSorted());
    });
  });

  describe('reminders', () => {
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
});
