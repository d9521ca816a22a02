import { formatDate } from '../../../src/platform/views/helpers/format.js';
import { sayWord } from '../../../src/platform/translation/say.js';
import type { AppealMove } from '../domain/moves.js';
import { appealGrounds, appealOutcomeWords, decisionKinds } from '../domain/words.js';
import type { AppealDetail, DecisionView, OwnAppeal } from '../use-cases/read-appeals.js';
import { appealStates, deadlineText, items, saidOf, standingAlone } from './words.page.js';

const stepWords: Record<AppealMove, string> = {
  assign: 'Somebody who had no part in the decision looks into it',
  find: 'The finding was made',
  propose: 'An outcome was proposed',
  object: 'The second person saw it otherwise',
  uphold: 'The decision stands',
  overturn: 'The decision does not stand',
  send_back: 'It is to be decided anew',
  withdraw: 'The appeal was taken back',
};

const decisionRow = ({ id, kind, schemeTitle, body, decidedOn, fileBy, mayAppeal }: DecisionView) => ({
  id,
  about: sayWord(decisionKinds[kind]),
  schemeTitle,
  body,
  decidedOn: decidedOn.toString(),
  fileBy: fileBy?.toString(),
  mayAppeal,
  href: `/appeals/new?decision=${id}`,
});

export function appealsPage({
  decisions,
  appeals,
}: {
  decisions: readonly DecisionView[];
  appeals: readonly OwnAppeal[];
}) {
  return {
    decisions: decisions.map(decisionRow),
    appeals: appeals.map(({ id, state, decision, decide, mayWithdraw }) => ({
      href: `/appeals/${id}`,
      stateWords: sayWord(appealStates[state]),
      decideBy: mayWithdraw ? deadlineText(decide) : undefined,
      decision: decisionRow(decision),
    })),
  };
}

export function newAppealPage(decision: DecisionView) {
  return { decision: decisionRow(decision), grounds: items(appealGrounds) };
}

/** One appeal, for the person. */
export function appealPage({ id, state, decision, grounds, decide, mayWithdraw, steps }: OwnAppeal) {
  return {
    id,
    stateWords: sayWord(appealStates[state]),
    decision: decisionRow(decision),
    grounds: saidOf(appealGrounds, grounds),
    decideBy: mayWithdraw ? deadlineText(decide) : undefined,
    mayWithdraw,
    history: steps.toReversed().map(({ move, at }) => {
      return { title: sayWord(stepWords[move]), when: at.toString(), timeZone: decision.body.timeZone };
    }),
  };
}

export function deskAppealsPage(found: readonly AppealDetail[], closed: boolean) {
  return {
    closed,
    columns: [{ label: 'Appeal of' }, { label: 'About' }, { label: 'Where it stands' }, { label: 'Due' }],
    rows: found.map(({ id, person, decision, state, handler, decide }) => ({
      cells: [
        { text: person, href: `/desk/appeals/${id}` },
        { text: standingAlone(decisionKinds[decision.kind]) },
        { text: handler ? `${appealStates[state]} · with ${handler}` : appealStates[state] },
        { text: closed ? '' : `To decide ${deadlineText(decide)}` },
      ],
    })),
  };
}

/** One appeal at the desk. */
export function deskAppealPage(found: AppealDetail) {
  const { id, state, person, decision, grounds, finding, handler, decide, proposed, steps } = found;
  const outcomes = found.canBeSentBack ? ['upheld', 'overturned', 'sent_back'] : ['upheld', 'overturned'];
  return {
    id,
    person,
    applicationId: found.applicationId,
    fileId: found.fileId,
    conflicts: found.conflicts,
    may: found.may,
    facts: [
      { key: 'Where it stands', value: appealStates[state] },
      { key: 'It is about', value: `${standingAlone(decisionKinds[decision.kind])}, ${decision.schemeTitle}` },
      { key: 'Decided on', value: formatDate(decision.decidedOn) },
      { key: 'The person says', value: saidOf(appealGrounds, grounds) },
      { key: 'Handled by', value: handler ?? 'Nobody yet' },
      { key: 'To decide', value: standingAlone(deadlineText(decide)) },
      ...(finding
        ? [{ key: 'Borne out', value: finding.length > 0 ? saidOf(appealGrounds, finding) : ['Nothing of it'] }]
        : []),
      ...(proposed ? [{ key: 'Proposed', value: appealOutcomeWords[proposed] }] : []),
    ],
    candidates: found.candidates.map(({ id: value, name: label }) => ({ value, label })),
    grounds: items(appealGrounds),
    outcomes: items(appealOutcomeWords).filter(({ value }) => outcomes.includes(value)),
    history: steps.toReversed().map(({ move, at, by, outcome }) => ({
      title: by ? `${stepWords[move]}, ${by}` : stepWords[move],
      when: at.toString(),
      timeZone: decision.body.timeZone,
      text: outcome && move === 'propose' ? appealOutcomeWords[outcome] : '',
    })),
  };
}
