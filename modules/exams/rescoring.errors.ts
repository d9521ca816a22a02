import type { Temporal } from 'temporal-polyfill';
import { DomainError } from '../../src/kernel/domain-error.js';

const conflict = (code: string, message: string, next: string): DomainError =>
  new DomainError({ code: `exams.${code}`, kind: 'conflict', message, next });
const forbidden = (code: string, message: string, next: string): DomainError =>
  new DomainError({ code: `exams.${code}`, kind: 'forbidden', message, next });
const field = (code: string, name: string, message: string, next: string): DomainError =>
  new DomainError({ code: `exams.${code}`, kind: 'invalid', message, next, fields: [{ field: name, message: next }] });

export const noSuchPlace = (places: number): DomainError =>
  field(
    'no_such_place',
    'place',
    'This exam has no question of that number.',
    `Enter the number of the question, from 1 to ${places}.`,
  );

export const challengedAlready = (): DomainError =>
  conflict(
    'challenged_already',
    'You have challenged this question already.',
    'What you wrote is with your certifying body. You get a letter when it is decided.',
  );

export const remarkTooLate = (): DomainError =>
  conflict(
    'remark_too_late',
    'The days for challenges and comments of this sitting are over.',
    'Your certifying body can tell you what else is open to you.',
  );

export const enoughComments = (most: number): DomainError =>
  conflict(
    'enough_comments',
    `This sitting has ${most} comments of yours already.`,
    'They are all with your certifying body.',
  );

export const noPassLookedAt = (): DomainError =>
  conflict(
    'no_pass_looked_at',
    'Nothing is being decided about your pass.',
    'Load the page again to see how it stands.',
  );

export const hadPart = (): DomainError =>
  forbidden(
    'had_part',
    'Somebody who wrote, reviewed or judged this item, or who sat, does not decide about it.',
    'Ask a colleague who had no part in it.',
  );

export const decidedAlready = (): DomainError =>
  conflict('challenge_decided', 'This challenge is decided already.', 'Load the page again to see how.');

export const notAChallenge = (): DomainError =>
  conflict('not_a_challenge', 'A comment is read and not decided.', 'If it is about an item, propose a rescore of it.');

export const rulingDoesNotFit = (problem: string): DomainError =>
  field('ruling_does_not_fit', 'sealedKeys', 'This key cannot be ruled for the item.', `${problem}.`);

export const reasonNeeded = (): DomainError =>
  field('reason_needed', 'reason', 'A challenge that is not upheld is answered with a reason.', 'Choose the reason.');

export const proposedAlready = (): DomainError =>
  conflict(
    'rescore_proposed_already',
    'A rescore of this item waits for a second person already.',
    'Settle that one first.',
  );

export const notUpheld = (): DomainError =>
  conflict('not_upheld', 'This challenge was not upheld with that ruling.', 'Propose what was decided of it.');

export const rescoreSecondPerson = (): DomainError =>
  forbidden(
    'rescore_second_person',
    'A rescore is approved by somebody else than who proposed it.',
    'Ask a colleague with the role of psychometrician or administrator.',
  );

export const rescoreSettled = (): DomainError =>
  conflict(
    'rescore_settled',
    'This rescore is approved or declined already.',
    'Load the page again to see how it stands.',
  );

export const inNoForm = (): DomainError =>
  conflict('in_no_form', 'No form holds this item, so there is nothing to score anew.', 'Edit the item in the bank.');

export const nothingLeft = (): DomainError =>
  conflict(
    'nothing_left',
    'Without this item a form would have nothing to score, or no cut score.',
    'Rule another key, or withdraw the form.',
  );

export const passLookedAt = (): DomainError =>
  conflict(
    'pass_looked_at',
    'This pass is being looked at, or was already.',
    'Load the page again to see how it stands.',
  );

export const noPassToDecide = (): DomainError =>
  conflict(
    'no_pass_to_decide',
    'By the key that holds now this person passes, so there is nothing to decide.',
    'Load the page again to see how it stands.',
  );

export const passDecided = (): DomainError =>
  conflict('pass_decided', 'This is decided already.', 'Load the page again to see how.');

export const passSecondPerson = (): DomainError =>
  forbidden(
    'pass_second_person',
    'A pass is taken back by two persons, neither of them who sat.',
    'Ask a colleague with the role of psychometrician or administrator.',
  );

/** @param until the end of the notice, in the body's zone */
export const noticeRuns = (until: Temporal.PlainDate): DomainError =>
  conflict(
    'notice_runs',
    `The person can answer until ${until.toString()}, so nothing is decided against them yet.`,
    'Come back after that day. That the pass stays can be decided at any time.',
  );
