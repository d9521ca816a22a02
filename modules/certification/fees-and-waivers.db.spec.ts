import { randomUUID } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import type { PersonActor } from '../../src/kernel/actor.js';
import { useApp } from '../../test/support/app.js';
import { Evidence } from '../evidence/evidence.public.js';
import { ChangeSetting } from '../organizations/use-cases/change-setting.js';
import { sampleScheme } from '../../test/scenarios/support/sample-scheme.js';
import {
  admitted,
  apply,
  arrangeCase,
  decide,
  everything,
  giveEvidence,
  signedIn,
  type Case,
} from './testing/certification-case.js';
import { raceBehindALock } from './testing/race-behind-a-lock.js';
import { BeginApplication } from './use-cases/begin-application.js';
import { ClaimApplication } from './use-cases/claim-application.js';
import { DeclareConflict } from './use-cases/declare-conflict.js';
import { ReadApplications } from './use-cases/read-applications.js';
import { ReviewApplication } from './use-cases/review-application.js';
import { SettleInvoice, type Settlement } from './use-cases/settle-invoice.js';
import { SubmitApplication } from './use-cases/submit-application.js';
import { WaiveRequirement } from './use-cases/waive-requirement.js';
import { WithdrawScheme } from './use-cases/withdraw-scheme.js';

describe('around an application', () => {
  const test = useApp();
  const withFee = { fees: { ...sampleScheme().fees, application: 60 } };
  const own = ({ applicant }: Case, id: string) => test.run((tx) => test.get(ReadApplications).own(tx, id), applicant);
  const claim = (by: PersonActor, applicationId: string) =>
    test.run((tx) => test.get(ClaimApplication).execute(tx, { applicationId }), by);
  const settle = (by: PersonActor, invoiceId: string, settlement: Settlement) =>
    test.run((tx) => test.get(SettleInvoice).execute(tx, { invoiceId, settlement }), by);
  const administratorOf = ({ bodyId }: Case) => signedIn(test, 'Ada Administrator', bodyId, 'administrator');
  const both = (one: PersonActor, other: PersonActor): PersonActor => ({
    ...one,
    memberships: [...one.memberships, ...other.memberships],
  });

  describe('a fee', () => {
    const pay = { move: 'pay', reference: 'Statement 7', note: null } as const;
    const waive = { move: 'waive', reasonCode: 'hardship', note: 'As you wrote' } as const;

    it('is asked for once by an invoice and a letter, and holds nothing up unless the body says so', async () => {
      const arranged = await arrangeCase(test, withFee);
      const id = await apply(test, arranged);
      const { invoices } = await own(arranged, id);
      expect(invoices).toMatchObject([{ what: 'Application fee', amount: '$60.00', state: 'open' }]);
      const letters = await test.owner.query(`select 1 from letter where kind = 'invoice-issued' and person_id = $1`, [
        arranged.applicant.personId,
      ]);
      expect(letters.rowCount).toBe(1);
      await claim(arranged.reviewer, id);
    });

    it('is paid or waived before the review where the body says so', async () => {
      const arranged = await arrangeCase(test, withFee);
      const administrator = await administratorOf(arranged);
      const setting = { bodyId: arranged.bodyId, code: 'fee_before_review', value: 1, reason: 'Our rule 7' } as const;
      await test.run((tx) => test.get(ChangeSetting).execute(tx, setting), administrator);
      const id = await apply(test, arranged);
      await expect(claim(arranged.reviewer, id)).rejects.toMatchObject({ code: 'certification.fee_open' });
      const [invoice] = (await own(arranged, id)).invoices;
      await settle(arranged.registrar, invoice!.id, waive);
      await claim(arranged.reviewer, id);
    });

    it('is settled once: of two registrars one is told, and strangers find nothing', async () => {
      const arranged = await arrangeCase(test, withFee);
      const elsewhere = await arrangeCase(test);
      const second = await signedIn(test, 'Rita Registrar', arranged.bodyId, 'registrar');
      const id = await apply(test, arranged);
      const [{ id: invoiceId } = { id: '' }] = (await own(arranged, id)).invoices;
      for (const stranger of [arranged.stranger, arranged.applicant, arranged.reviewer, elsewhere.registrar]) {
        await expect(settle(stranger, invoiceId, pay)).rejects.toMatchObject({ kind: 'not_found' });
      }
      const outcomes = await raceBehindALock(
        test,
        { sql: 'select 1 from invoice where id = $1 for update', id: invoiceId },
        [() => settle(arranged.registrar, invoiceId, pay), () => settle(second, invoiceId, waive)],
      );
      const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
      expect(refused).toEqual([expect.objectContaining({ code: 'certification.invoice_settled' })]);
    });

    it('moves in the database as in the domain, and by nobody who owes it', async () => {
      const { rows } = await test.owner.query('select from_state, move, to_state from invoice_move order by move');
      expect(rows.map((row) => Object.values(row).join(' '))).toEqual([
        'open cancel cancelled',
        'open pay paid',
        'open waive waived',
      ]);
      const arranged = await arrangeCase(test, withFee);
      const [invoice] = (await own(arranged, await apply(test, arranged))).invoices;
      const event = (move: string, from: string, to: string, actor: string) =>
        test.run((tx) =>
          tx.manager.query(
            `insert into invoice_event (id, invoice_id, body_id, person_id, move, from_state, to_state, actor_person_id,
               reference, recorded_at) values ($1, $2, $3, $4, $5, $6, $7, $8, 'S7', now())`,
            [randomUUID(), invoice!.id, arranged.bodyId, arranged.applicant.personId, move, from, to, actor],
          ),
        );
      const { registrar, applicant } = arranged;
      await expect(event('pay', 'open', 'waived', registrar.personId)).rejects.toThrow('foreign key');
      await expect(event('pay', 'open', 'paid', applicant.personId)).rejects.toThrow('check');
      await event('pay', 'open', 'paid', registrar.personId);
      await expect(event('pay', 'open', 'paid', registrar.personId)).rejects.toThrow('is paid of');
      const cheat = () => test.run((tx) => tx.manager.query(`update invoice set state = 'waived'`));
      await expect(cheat()).rejects.toThrow('permission denied');
    });
  });

  describe('a waiver', () => {
    const withoutDocument = everything.filter(({ kind }) => kind !== 'document');
    const waive = (by: PersonActor, applicationId: string, clauseId: string) =>
      test.run(
        (tx) =>
          test
            .get(WaiveRequirement)
            .execute(tx, { applicationId, clauseId, reasonCode: 'equivalent_shown', reason: 'Your letters show it.' }),
        by,
      );
    const confirmed = async (actor: PersonActor): Promise<PersonActor> => {
      const { rows } = await test.owner.query(`select id from session where person_id = $1 limit 1`, [actor.personId]);
      return { ...actor, sessionId: rows[0].id };
    };

    it('meets a requirement, tells the applicant why, and keeps who waived from deciding', async () => {
      const arranged = await arrangeCase(test);
      await giveEvidence(test, arranged, withoutDocument);
      const id = await apply(test, arranged);
      const before = await own(arranged, id);
      const missing = before.eligibility?.clauses.find(({ state }) => state === 'still_needed');
      expect(missing).toBeDefined();
      await expect(waive(arranged.registrar, id, missing!.id)).rejects.toMatchObject({ code: 'people.confirm_first' });
      const registrar = await confirmed(arranged.registrar);
      await expect(waive(registrar, id, 'no-such-clause')).rejects.toMatchObject({
        code: 'certification.not_waivable',
      });
      for (const stranger of [arranged.reviewer, arranged.applicant, arranged.stranger]) {
        await expect(waive(stranger, id, missing!.id)).rejects.toMatchObject({ kind: 'not_found' });
      }
      await waive(registrar, id, missing!.id);
      const after = await own(arranged, id);
      expect(after.eligibility).toMatchObject({ met: true });
      expect(after.waivers).toMatchObject([{ reasons: [expect.any(String), 'Your letters show it.'] }]);
      const audited = await test.owner.query(
        `select details from audit where action = 'certification.requirement.waived'`,
      );
      expect(JSON.stringify(audited.rows)).not.toContain('Your letters');

      const review = { applicationId: id, outcome: 'admitted', note: null } as const;
      await test.run((tx) => test.get(ReviewApplication).execute(tx, review), arranged.reviewer);
      await expect(decide(test, both(registrar, arranged.decider), id)).rejects.toMatchObject({
        code: 'certification.conflict.waived',
      });
      await decide(test, arranged.decider, id);
      expect((await own(arranged, id)).state).toBe('granted');
    });
  });

  describe('a decision is kept from', () => {
    const step = ({ bodyId, applicant }: Case, id: string, actor: PersonActor) =>
      test.run((tx) =>
        tx.manager.query(
          `insert into application_event (id, application_id, body_id, person_id, move, from_state, to_state, actor_person_id,
             reason_codes, note, eligibility, eligibility_hash, happened_on, recorded_at)
           values ($1, $2, $3, $4, 'grant', 'admitted', 'granted', $5, '{all_requirements_met}', null, '{"met": true}',
             repeat('a', 64), '2026-11-21', now())`,
          [randomUUID(), id, bodyId, applicant.personId, actor.personId],
        ),
      );
    const declare = (by: PersonActor, personNumber: string) =>
      test.run((tx) => test.get(DeclareConflict).declare(tx, { personNumber, kind: 'relative' }), by);
    const numberOf = async ({ personId }: PersonActor): Promise<string> =>
      (await test.owner.query('select number from person where id = $1', [personId])).rows[0].number;

    it('who declared a conflict, also after ending it, by the product and by the database', async () => {
      const arranged = await arrangeCase(test);
      const id = await admitted(test, arranged);
      const { conflictIds } = await declare(arranged.decider, await numberOf(arranged.applicant));
      const refused = { code: 'certification.conflict.declared' };
      await expect(decide(test, arranged.decider, id)).rejects.toMatchObject(refused);
      await expect(step(arranged, id, arranged.decider)).rejects.toThrow('is kept from this person: declared');
      const end = (by: PersonActor) =>
        test.run((tx) => test.get(DeclareConflict).end(tx, { conflictId: conflictIds[0] ?? '' }), by);
      await expect(end(arranged.secondDecider)).rejects.toMatchObject({ kind: 'not_found' });
      await end(arranged.decider);
      await expect(decide(test, arranged.decider, id)).rejects.toMatchObject(refused);
      await decide(test, arranged.secondDecider, id);
    });

    it('who trained the person, even when that fact was taken back, for as long as the body says', async () => {
      const arranged = await arrangeCase(test);
      const id = await admitted(test, arranged);
      await test.run(async (tx) => {
        const taught = await test.get(Evidence).record(tx, {
          personId: arranged.applicant.personId,
          kind: 'training',
          minutes: 60,
          occurredOn: Temporal.PlainDate.from('2026-03-01'),
          vouchedBy: { method: 'course', personId: arranged.decider.personId },
          source: { module: 'test', id: randomUUID() },
        });
        await test.get(Evidence).record(tx, {
          personId: arranged.applicant.personId,
          kind: 'retraction',
          occurredOn: taught.occurredOn,
          corrects: taught.id,
          source: { module: 'test', id: randomUUID() },
        });
      });
      await expect(decide(test, arranged.decider, id)).rejects.toMatchObject({
        code: 'certification.conflict.trained',
      });
      await expect(step(arranged, id, arranged.decider)).rejects.toThrow('trained, supervised or examined');
    });
  });

  describe('a withdrawn scheme', () => {
    it('takes no new application and no draft, says since when, and lets go on what was sent', async () => {
      const [arranged, sent] = [await arrangeCase(test), await arrangeCase(test)];
      const administrator = await administratorOf(arranged);
      const { schemeCode, bodyId, applicant } = arranged;
      const begin = (by: PersonActor) =>
        test.run((tx) => test.get(BeginApplication).execute(tx, { schemeCode, bodyId }), by);
      const { applicationId } = await begin(applicant);
      const other = { ...arranged, applicant: sent.applicant };
      const running = await apply(test, other);
      const withdrawnFrom = Temporal.PlainDate.from('2026-11-21');
      const withdrawal = { bodyId, schemeCode, withdrawnFrom, reason: 'Another one follows it' };
      const withdraw = (by: PersonActor) => test.run((tx) => test.get(WithdrawScheme).execute(tx, withdrawal), by);
      await expect(withdraw(arranged.registrar)).rejects.toMatchObject({ kind: 'not_found' });
      await withdraw(administrator);
      const refusal = { code: 'certification.scheme_withdrawn', message: expect.stringContaining('21 November 2026') };
      await expect(begin(arranged.stranger)).rejects.toMatchObject(refusal);
      const send = () =>
        test.run((tx) => test.get(SubmitApplication).execute(tx, { applicationId, declaration: true }), applicant);
      await expect(send()).rejects.toMatchObject(refusal);
      await claim(arranged.reviewer, running);
    });
  });
});
