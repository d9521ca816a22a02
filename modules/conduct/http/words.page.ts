import type { AppealState, ComplaintState, SanctionState } from '../domain/moves.js';
import { wordsOf } from '../domain/words.js';
import type { Deadline } from '../use-cases/describe-case.js';
import { formatDate } from '../../../src/platform/views/helpers/format.js';
import { pageLanguage } from '../../../src/platform/translation/page-language.js';
import { say, sayCount, sayWord } from '../../../src/platform/translation/say.js';

/** Codes with their words, as a field lists them. */
export const items = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label: sayWord(label) }));

export const complaintStates: Record<ComplaintState, string> = {
  received: 'Waits for somebody to handle it',
  in_review: 'Being looked into',
  notice_given: 'The holder may answer',
  ready: 'Waits for the finding',
  found: 'Waits for a proposal',
  proposed: 'Waits for a second person',
  dismissed: 'Closed without a consequence',
  sanctioned: 'Decided',
  not_taken_up: 'Not taken up',
};

/** The same, told to the holder. */
export const noticeStates: Record<ComplaintState, string> = {
  ...complaintStates,
  notice_given: 'You may answer',
  ready: 'Being looked into',
  found: 'Being decided',
  proposed: 'Being decided',
};

export const sanctionStates: Record<SanctionState, string> = {
  pending: 'not in effect: notice and appeal come first',
  provisional: 'in effect, to be confirmed by another person',
  in_effect: 'in effect',
  cancelled: 'cancelled before it took effect',
  ended: 'ended',
  reversed: 'taken back from its first day',
};

export const appealStates: Record<AppealState, string> = {
  filed: 'We have it',
  in_review: 'Being looked into',
  found: 'Being decided',
  proposed: 'Being decided',
  upheld: 'Decided: the decision stands',
  overturned: 'Decided: the decision does not stand',
  sent_back: 'Decided: it is to be decided anew',
  withdrawn: 'Taken back',
};

/** What codes of a list are called on the page. */
export const saidOf = (list: Readonly<Record<string, string>>, codes: readonly string[]): string[] =>
  wordsOf(list, codes).map(sayWord);

/** "by 1 December 2026 (5 business days left)". */
export function deadlineText({ by, businessDaysLeft, isOver }: Deadline): string {
  const day = formatDate(by, pageLanguage());
  if (isOver) return say`by ${day} (the day is over)`;
  if (businessDaysLeft === 0) return say`by ${day} (today)`;
  return say`by ${day} (${sayCount(businessDaysLeft, 'business day left', 'business days left')})`;
}

/** Words of the middle of a sentence where they stand for themselves: "By 1 December 2026". */
export function standingAlone(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
