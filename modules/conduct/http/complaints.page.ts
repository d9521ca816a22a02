import { say, sayWord } from '../../../src/platform/translation/say.js';
import type { ComplaintMove } from '../domain/moves.js';
import { allegations, decisionReasons, outcomeWords } from '../domain/words.js';
import type { OwnNotice } from '../use-cases/read-complaints.js';
import { deadlineText, items, noticeStates, saidOf, sanctionStates } from './words.page.js';

/** The form that anybody fills in. */
export function newComplaintPage(number: string | undefined) {
  return { number, allegations: items(allegations) };
}

const stepWords: Partial<Record<ComplaintMove, string>> = {
  give_notice: 'You were given notice',
  answer: 'Your answer went into the sealed file',
  close_answers: 'The time to answer was over',
  extend: 'More time was needed to decide',
  dismiss: 'It was closed without a consequence',
  sanction: 'It was decided',
  reopen: 'Your appeal sent it back to be decided anew',
};

/** One notice, for the holder: kinds and days, never who told us or in which words. */
export function noticePage(notice: OwnNotice) {
  const { id, state, body, schemeTitle, answerBy, mayAnswer, decide, decision, sanctions, steps } = notice;
  const outcome = decision?.outcome ?? null;
  return {
    id,
    state,
    stateWords: sayWord(noticeStates[state]),
    body,
    schemeTitle,
    allegations: saidOf(allegations, notice.allegations),
    answerBy: answerBy?.toString(),
    mayAnswer,
    decideBy: outcome ? undefined : deadlineText(decide),
    outcome: outcome && sayWord(outcomeWords[outcome]),
    reasons: outcome ? saidOf(decisionReasons[outcome], decision?.codes ?? []) : [],
    sanctions: sanctions.map((sanction) => ({
      what: sanction.emergency ? say`A suspension at once` : sayWord(outcomeWords[sanction.kind]),
      state: sayWord(sanctionStates[sanction.state]),
      effectiveOn: sanction.effectiveOn.toString(),
      isPending: sanction.state === 'pending',
      confirmBy: sanction.state === 'provisional' ? sanction.confirmBy?.toString() : undefined,
    })),
    history: steps.toReversed().map(({ move, at }) => {
      return { title: sayWord(stepWords[move] ?? ''), when: at.toString(), timeZone: body.timeZone };
    }),
  };
}

export function noticesPage(notices: readonly OwnNotice[]) {
  return {
    notices: notices.map(({ id, schemeTitle, body, state, noticeOn }) => ({
      href: `/notices/${id}`,
      title: schemeTitle,
      bodyName: body.name,
      stateWords: sayWord(noticeStates[state]),
      noticeOn: noticeOn?.toString(),
    })),
  };
}

/** The same as JSON. */
export function noticeDocument({ decision, sanctions, steps: _steps, ...notice }: OwnNotice) {
  return {
    ...notice,
    decision: decision && { outcome: decision.outcome, reasons: decision.codes, decidedOn: decision.happenedOn },
    sanctions: sanctions.map(({ kind, emergency, state, effectiveOn, confirmBy }) => {
      return { kind, emergency, state, effectiveOn, confirmBy };
    }),
  };
}
