import type { Temporal } from 'temporal-polyfill';
import { DomainError } from '../../src/kernel/domain-error.js';
import { formatDate } from '../../src/platform/views/helpers/format.js';
import type { ApplicationMove, ApplicationState } from './domain/application-state.js';
import type { InvoiceState } from './domain/invoice-state.js';
import { rules, type Conflict } from './domain/separation-of-duties.js';

/** Where an application stands, as the rest of a sentence that begins with "This application". */
const standings: Record<ApplicationState, string> = {
  draft: 'has not been sent yet',
  submitted: 'was sent and waits for a reviewer',
  returned: 'was returned for more information',
  under_review: 'is under review',
  admitted: 'is admitted',
  granted: 'is granted',
  denied: 'was decided: not granted',
  withdrawn: 'was withdrawn',
  timed_out: 'was closed because its time ran out',
};

const acts: Record<ApplicationMove, string> = {
  submit: 'sent',
  claim: 'taken on for review',
  release: 'handed back to the queue',
  return: 'returned',
  admit: 'admitted',
  grant: 'granted',
  deny: 'decided',
  withdraw: 'withdrawn',
  time_out: 'closed',
  reopen: 'opened again',
};

export const notPossibleNow = (state: ApplicationState, move: ApplicationMove): DomainError =>
  new DomainError({
    code: 'certification.not_possible_now',
    kind: 'conflict',
    message: `This application ${standings[state]}, so it cannot be ${acts[move]} now.`,
    next: 'Open it again to see where it stands and what can be done next.',
  });

export const claimedBySomeoneElse = (): DomainError =>
  new DomainError({
    code: 'certification.claimed',
    kind: 'conflict',
    message: 'Another reviewer is working on this application.',
    next: 'Choose another one from the queue, or ask your colleague to hand it back.',
  });

export const ownApplication = (): DomainError =>
  new DomainError({
    code: 'certification.own_application',
    kind: 'forbidden',
    message: 'This application is your own.',
    next: 'A colleague works on it. You see it under Your applications.',
  });

/** Names the rule that keeps this person from deciding, so that a colleague can be asked at once. */
export const conflictOfInterest = (found: readonly Conflict[]): DomainError => {
  const words = found.map(({ rule, on }) => (on ? `${rules[rule]} (Last: ${formatDate(on)}.)` : rules[rule]));
  return new DomainError({
    code: `certification.conflict.${found[0]?.rule ?? 'unknown'}`,
    kind: 'forbidden',
    message: words.join(' '),
    next: 'Ask a colleague who had no part in it. Nothing was changed.',
  });
};

export const declarationMissing = (): DomainError =>
  new DomainError({
    code: 'certification.declaration_missing',
    kind: 'invalid',
    message: 'The application needs your statement before it can be sent.',
    next: 'Tick the statement below your answers, then send it.',
    fields: [{ field: 'declaration', message: 'Tick the box to say that what you send is true and complete' }],
  });

/** @param missing titles of the requirements that are still needed */
export const stillNeededToAdmit = (missing: readonly string[]): DomainError =>
  new DomainError({
    code: 'certification.still_needed_to_admit',
    kind: 'conflict',
    message: `Still needed before admission: ${missing.join('; ')}.`,
    next: 'Return the application with a note on what is still needed, or wait until it is there.',
  });

/** @param missing titles of the requirements that are still needed */
export const stillNeededToGrant = (missing: readonly string[]): DomainError =>
  new DomainError({
    code: 'certification.still_needed_to_grant',
    kind: 'conflict',
    message: `A certification is granted when every requirement is met. Still needed today: ${missing.join('; ')}.`,
    next: 'Wait for what is still needed, or decide otherwise with reasons.',
  });

export const schemeNotConfirmed = (): DomainError =>
  new DomainError({
    code: 'certification.scheme_not_confirmed',
    kind: 'conflict',
    message: 'The rules of this scheme are sample data that the certifying body has not confirmed.',
    next: 'Have the body confirm the scheme. Until then it can grant in a demonstration only.',
  });

export const schemeNotOffered = (code: string): DomainError =>
  new DomainError({
    code: 'certification.scheme_not_offered',
    kind: 'invalid',
    message: `There is no certification "${code}" that can be applied for today.`,
    next: 'Choose one from the list of certifications.',
    fields: [{ field: 'schemeCode', message: 'Choose a certification from the list' }],
  });

export const scopeNotOffered = (field: 'stage' | 'route' | 'endorsements'): DomainError => {
  const message = {
    stage: 'This certification has no such stage.',
    route: 'This certification takes in nobody by a certification from elsewhere.',
    endorsements: 'This certification has no such endorsement.',
  }[field];
  const next = 'Choose from what the list of certifications offers.';
  return new DomainError({
    code: 'certification.scope_not_offered',
    kind: 'invalid',
    message,
    next,
    fields: [{ field, message: next }],
  });
};

export const alreadyDecided = (state: ApplicationState): DomainError =>
  new DomainError({
    code: 'certification.already_decided',
    kind: 'conflict',
    message: `A colleague has just decided: this application ${standings[state]}.`,
    next: 'Open it again to read the decision. Yours was not recorded.',
  });

export const reasonsNeeded = (): DomainError =>
  new DomainError({
    code: 'certification.reasons_needed',
    kind: 'invalid',
    message: 'A decision needs at least one reason from its list.',
    next: 'Choose the reason, then record the decision.',
    fields: [{ field: 'reasons', message: 'Choose at least one reason' }],
  });

export const noteNeeded = (): DomainError =>
  new DomainError({
    code: 'certification.note_needed',
    kind: 'invalid',
    message: 'The person needs to know what is asked of them, or why.',
    next: 'Write a few plain sentences to the person.',
    fields: [{ field: 'note', message: 'Write what the person should know, in plain words' }],
  });

export const noExamHere = (): DomainError =>
  new DomainError({
    code: 'certification.no_exam',
    kind: 'conflict',
    message: 'An exam result belongs to an admitted application of a scheme with an exam.',
    next: 'Admit the application first, or look at what its scheme asks for.',
  });

export const reportRecorded = (): DomainError =>
  new DomainError({
    code: 'certification.report_recorded',
    kind: 'conflict',
    message: 'A score report with this number is recorded already.',
    next: 'Compare the number with the report. If the recorded result is wrong, record a correction of it.',
    fields: [{ field: 'reference', message: 'This report number is recorded already' }],
  });

export const clockNotRunning = (): DomainError =>
  new DomainError({
    code: 'certification.clock_not_running',
    kind: 'conflict',
    message: 'The time of this application does not run at the moment.',
    next: 'It can be paused while it was sent, is under review, or is admitted.',
  });

export const pausedForThis = (): DomainError =>
  new DomainError({
    code: 'certification.paused_for_this',
    kind: 'conflict',
    message: 'It is paused for this reason already.',
    next: 'Nothing needs to be done.',
  });

export const notPausedForThis = (): DomainError =>
  new DomainError({
    code: 'certification.not_paused_for_this',
    kind: 'conflict',
    message: 'It is not paused for this reason.',
    next: 'Open the application again to see whether its time runs.',
  });

export const alreadyWaived = (): DomainError =>
  new DomainError({
    code: 'certification.already_waived',
    kind: 'conflict',
    message: 'This requirement is set aside for this application already.',
    next: 'Nothing needs to be done.',
  });

export const waiverTakenBack = (): DomainError =>
  new DomainError({
    code: 'certification.waiver_taken_back',
    kind: 'conflict',
    message: 'This waiver was taken back already.',
    next: 'Open the application again: the requirement is asked there.',
  });

export const notWaivable = (): DomainError =>
  new DomainError({
    code: 'certification.not_waivable',
    kind: 'invalid',
    message: 'A waiver is for a requirement that is still needed.',
    next: 'Choose one from the list.',
    fields: [{ field: 'clauseId', message: 'Choose a requirement from the list' }],
  });

export const notPossibleToWaive = (): DomainError =>
  new DomainError({
    code: 'certification.closed_to_waivers',
    kind: 'conflict',
    message: 'A requirement is set aside only between sending and decision.',
    next: 'Open the application again to see where it stands.',
  });

/** @param number of the invoice */
export const feeStillOpen = (number: string): DomainError =>
  new DomainError({
    code: 'certification.fee_open',
    kind: 'conflict',
    message: `The fee for this application is still open: invoice ${number}. Your body begins a review when it is paid or waived.`,
    next: 'Ask the registrar to record the payment, or to waive the fee.',
  });

export const invoiceSettled = (state: InvoiceState): DomainError =>
  new DomainError({
    code: 'certification.invoice_settled',
    kind: 'conflict',
    message: `This invoice is ${state} already.`,
    next: 'Open it again to see what was recorded. Yours was not.',
  });

/** @param from the first day without new applications */
export const schemeWithdrawn = (title: string, from: Temporal.PlainDate): DomainError =>
  new DomainError({
    code: 'certification.scheme_withdrawn',
    kind: 'gone',
    message: `${title} takes no new applications since ${formatDate(from)}.`,
    next: 'Everything you recorded is kept and counts for other certifications. Look at the list of what can be applied for.',
  });

export const schemeWithdrawnBefore = (): DomainError =>
  new DomainError({
    code: 'certification.scheme_withdrawn_before',
    kind: 'conflict',
    message: 'This certification takes no new applications already, or from a day that is set.',
    next: 'Nothing needs to be done.',
  });
