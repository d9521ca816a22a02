import { Temporal } from 'temporal-polyfill';
import { dateIn } from '../../../../src/kernel/dates.js';

/** What somebody who sat can say: about one item, about the exam, and as an answer while their pass is looked at. */
export const remarkKinds = {
  challenge: 'Challenge of a question',
  comment: 'Comment on the exam',
  answer: 'Answer about a pass',
} as const;
export type RemarkKind = keyof typeof remarkKinds;

/** Days in which an item can be challenged, where an exam says nothing else; the same in the database. */
export const CHALLENGE_DAYS = 30;
/** How many comments one sitting takes. */
export const MOST_COMMENTS = 5;
/** Days in which a person can answer before anything is decided about their pass; the same in the database. */
export const NOTICE_DAYS = 14;

/** Why a challenge is not upheld: for the person, without a word of the item. */
export const notUpheldReasons = {
  key_confirmed: 'The answer that counts as right was looked at again with its references, and it is right.',
  wording_confirmed: 'The wording was looked at again, and it asks one thing that has one answer.',
  shown_right: 'The question was shown to you as it was meant to be shown.',
  not_about_item:
    'It is about something else than the question itself. Your certifying body can tell you where it belongs.',
} as const;
export type NotUpheldReason = keyof typeof notUpheldReasons;

/** What an upheld challenge means, in words for the person. */
export const upheldWords = {
  key_changed: 'Another answer counts as right from now on.',
  keys_accepted: 'More than one answer earns full credit from now on.',
  not_counted: 'This question is not counted for anybody.',
} as const;

/** The last day on which a sitting that ended then can be challenged, in the body's zone. */
export function challengeUntil(
  closedAt: Temporal.Instant,
  { timeZone, challengeDays }: { timeZone: string; challengeDays: number },
): Temporal.PlainDate {
  return dateIn(timeZone, closedAt).add({ days: challengeDays });
}

/** The end of the last day of notice: whole days, in the body's zone, the day of the notice not counted. */
export function answerUntil(now: Temporal.Instant, timeZone: string): Temporal.Instant {
  return dateIn(timeZone, now)
    .add({ days: NOTICE_DAYS + 1 })
    .toZonedDateTime(timeZone)
    .toInstant();
}
