import { Temporal } from 'temporal-polyfill';
import type { TestApp } from '../../../test/support/app.js';
import {
  admitted,
  arrangeCase,
  decide,
  everything,
  type Case,
} from '../../certification/testing/certification-case.js';
import { Invoices } from '../../certification/invoices.public.js';
import { SettleInvoice, type Settlement } from '../../certification/use-cases/settle-invoice.js';
import { Evidence, type Fact } from '../../evidence/evidence.public.js';
import type { SchemeDefinition } from '../../schemes/schemes.public.js';
import { ConfirmRenewal } from '../use-cases/confirm-renewal.js';
import { DenyRenewal } from '../use-cases/deny-renewal.js';
import { ReturnRenewal } from '../use-cases/return-renewal.js';
import { SubmitRenewal } from '../use-cases/submit-renewal.js';

/** To the holder of a renewal that is denied. */
export const NOTE = 'The provider does not know of the course. Send another certificate if you have one.';
const pay: Settlement = { move: 'pay', reference: 'Statement 7', note: null };
const waive: Settlement = { move: 'waive', reasonCode: 'hardship', note: 'As you wrote' };

export interface Holder {
  arranged: Case;
  number: string;
  credentialId: string;
}

/** What tests of renewals say and look at. */
export function renewalCase(test: TestApp) {
  /** At noon in the body's zone. */
  const on = (day: string) => test.clock.set(`${day}T18:00:00Z`);

  /** Granted on 21 November 2026 (the clock of the tests), valid through 21 November 2028. */
  async function holder(change: Partial<SchemeDefinition> = {}): Promise<Holder> {
    test.clock.set('2026-11-21T15:00:00Z');
    const arranged = await arrangeCase(test, change);
    const applicationId = await admitted(test, arranged, everything);
    await decide(test, arranged.decider, applicationId);
    const { rows } = await test.owner.query('select id, number from credential where application_id = $1', [
      applicationId,
    ]);
    return { arranged, number: rows[0].number, credentialId: rows[0].id };
  }

  /** Continuing education that was accepted, in minutes by topic. */
  const study = ({ arranged }: Holder, topics: Record<string, number>, occurredOn = '2028-06-01'): Promise<Fact> =>
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
  /** Takes a fact back, as its body would. */
  const retract = (fact: Fact): Promise<Fact> =>
    test.run((tx) =>
      test.get(Evidence).record(tx, {
        personId: fact.personId,
        kind: 'retraction',
        corrects: fact.id,
        occurredOn: fact.occurredOn,
        source: { module: 'test', id: `retraction-${fact.id}` },
      }),
    );

  const submit = ({ arranged, number }: Holder, actor = arranged.applicant, answer?: string) =>
    test.run((tx) => test.get(SubmitRenewal).execute(tx, { number, answer }), actor);
  const confirm = (renewalId: string, actor: Case['applicant']) =>
    test.run((tx) => test.get(ConfirmRenewal).execute(tx, { renewalId }), actor);
  /** Every open fee of a renewal is paid, or waived. */
  const settle = async (renewalId: string, actor: Case['applicant'], move: 'pay' | 'waive' = 'pay') => {
    const settlement = { pay, waive }[move];
    for (const { id, state } of await test.run((tx) => test.get(Invoices).of(tx, renewalId)))
      if (state === 'open')
        await test.run((tx) => test.get(SettleInvoice).execute(tx, { invoiceId: id, settlement }), actor);
  };
  const giveBack = (renewalId: string, actor: Case['applicant'], note = 'Which of the two trainings was it?') =>
    test.run((tx) => test.get(ReturnRenewal).execute(tx, { renewalId, note }), actor);
  const deny = (renewalId: string, actor: Case['applicant'], reasons = ['evidence_not_confirmed'], note = NOTE) =>
    test.run((tx) => test.get(DenyRenewal).execute(tx, { renewalId, reasons, note }), actor);
  const second = (renewalId: string, actor: Case['applicant'], word: 'agree' | 'object' = 'agree') =>
    test.run((tx) => test.get(DenyRenewal).second(tx, { renewalId, word }), actor);
  const letters = async ({ arranged }: Holder, kind: string) =>
    (
      await test.owner.query(
        'select identity, words from letter where person_id = $1 and kind = $2 order by created_at',
        [arranged.applicant.personId, kind],
      )
    ).rows;
  return { on, holder, study, enough, retract, submit, confirm, settle, giveBack, deny, second, letters };
}
