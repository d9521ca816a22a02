import { formatDate } from '../../../src/platform/views/helpers/format.js';
import { isComplaintClosed, type ComplaintMove } from '../domain/moves.js';
import {
  allegations,
  decisionReasons,
  emergencyReasons,
  extensionReasons,
  notTakenUpReasons,
  outcomeWords,
  wordsOf,
  type ComplaintOutcome,
} from '../domain/words.js';
import type { ComplaintDetail, ComplaintOverview, ComplaintStepTaken } from '../use-cases/read-complaints.js';
import { complaintStates, deadlineText, items, sanctionStates, standingAlone } from './words.page.js';

const stepWords: Record<ComplaintMove, string> = {
  assign: 'Handed to somebody to handle',
  set_aside: 'Not taken up',
  give_notice: 'The holder was given notice',
  answer: 'The holder answered',
  close_answers: 'The time to answer was over',
  extend: 'More time to decide',
  find: 'The finding was made',
  propose: 'An outcome was proposed',
  object: 'The second person saw it otherwise',
  dismiss: 'Closed without a consequence',
  sanction: 'Decided',
  reopen: 'An appeal sent it back',
};

/** All complaints of the acting person's bodies. */
export function complaintsPage(found: readonly ComplaintOverview[], closed: boolean) {
  return {
    closed,
    columns: [{ label: 'Complaint' }, { label: 'About' }, { label: 'Where it stands' }, { label: 'Due' }],
    rows: found.map(({ id, reference, holder, state, handler, ...due }) => ({
      cells: [
        { text: reference, href: `/desk/complaints/${id}` },
        { text: holder },
        { text: handler ? `${complaintStates[state]} · with ${handler}` : complaintStates[state] },
        { text: closed ? '' : dueText(due) },
      ],
    })),
  };
}

function dueText({ register, acknowledge, decide }: Pick<ComplaintOverview, 'register' | 'acknowledge' | 'decide'>) {
  if (register) return `To show in the register ${deadlineText(register)}`;
  return acknowledge ? `To acknowledge ${deadlineText(acknowledge)}` : `To decide ${deadlineText(decide)}`;
}

/** One complaint at the desk: codes and days, and what the acting person may do. */
export function complaintPage(found: ComplaintDetail) {
  const { id, reference, state, holder, schemeTitle, handler, may, steps, timeZone } = found;
  const proposal = state === 'proposed' ? steps.findLast(({ move }) => move === 'propose') : undefined;
  const finding = steps.findLast(({ move }) => move === 'find');
  return {
    id,
    reference,
    state,
    holder,
    fileId: found.fileId,
    conflicts: found.conflicts,
    may: {
      ...may,
      setAside: may.handle && state === 'in_review',
      giveNotice: may.handle && state === 'in_review',
      extend: may.handle && !steps.some(({ move }) => move === 'extend') && state !== 'received',
      find: may.handle && state === 'ready',
    },
    facts: [
      { key: 'Where it stands', value: complaintStates[state] },
      { key: 'Certification', value: schemeTitle },
      { key: 'It is about', value: wordsOf(allegations, found.allegations) },
      { key: 'It happened on', value: formatDate(found.eventOn) },
      { key: 'Handled by', value: handler ?? 'Nobody yet' },
      ...(found.acknowledge ? [{ key: 'To acknowledge', value: standingAlone(deadlineText(found.acknowledge)) }] : []),
      ...(isComplaintClosed(state) ? [] : [{ key: 'To decide', value: standingAlone(deadlineText(found.decide)) }]),
      ...(found.register
        ? [{ key: 'To show in the register', value: standingAlone(deadlineText(found.register)) }]
        : []),
      ...(finding ? [{ key: 'Borne out', value: foundWords(finding) }] : []),
      ...(proposal?.outcome ? [{ key: 'Proposed', value: proposedWords(proposal.outcome, proposal.codes) }] : []),
    ],
    sanctions: found.sanctions.map(({ kind, emergency, state: now, effectiveOn, confirmBy }) => ({
      what: emergency ? 'A suspension at once' : outcomeWords[kind],
      state: sanctionStates[now],
      effectiveOn: effectiveOn.toString(),
      confirmBy: now === 'provisional' ? confirmBy?.toString() : undefined,
    })),
    candidates: found.candidates.map(({ id: value, name: label }) => ({ value, label })),
    allegations: items(allegations).filter(({ value }) => found.allegations.includes(value)),
    notTakenUp: items(notTakenUpReasons),
    extensions: items(extensionReasons),
    emergencies: items(emergencyReasons),
    outcomes: (['dismissed', ...found.outcomes] as ComplaintOutcome[]).map((outcome) => ({
      outcome,
      label: outcomeWords[outcome],
      reasons: items(decisionReasons[outcome]),
    })),
    history: steps.toReversed().map(({ move, at, by, codes, outcome }) => ({
      title: by ? `${stepWords[move]}, ${by}` : stepWords[move],
      when: at.toString(),
      timeZone,
      text: historyText(move, codes, outcome),
    })),
  };
}

/** The same as JSON. */
export function complaintDocument({ sanctions, ...found }: ComplaintDetail) {
  return {
    ...found,
    sanctions: sanctions.map(({ id, kind, emergency, reasonCode, state, decidedOn, effectiveOn, confirmBy }) => {
      return { id, kind, emergency, reasonCode, state, decidedOn, effectiveOn, confirmBy };
    }),
  };
}

function foundWords({ codes }: ComplaintStepTaken): string[] {
  return codes.length > 0 ? wordsOf(allegations, codes) : ['Nothing of it'];
}

function proposedWords(outcome: ComplaintOutcome, codes: readonly string[]): string[] {
  return [outcomeWords[outcome], ...wordsOf(decisionReasons[outcome], codes)];
}

function historyText(move: ComplaintMove, codes: readonly string[], outcome: ComplaintOutcome | null): string {
  if (outcome) return proposedWords(outcome, codes).join(' · ');
  const words = { set_aside: notTakenUpReasons, extend: extensionReasons, find: allegations }[move as string];
  return words ? wordsOf(words, codes).join(' · ') : '';
}
