import type { Temporal } from 'temporal-polyfill';
import { DomainError } from '../../src/kernel/domain-error.js';
import { formatDate, formatInstant } from '../../src/platform/views/helpers/format.js';
import type { DrawnForm } from './domain/draw-form.js';

const conflict = (code: string, message: string, next: string): DomainError =>
  new DomainError({ code: `exams.${code}`, kind: 'conflict', message, next });

export const timeIsUp = (): DomainError =>
  conflict(
    'time_is_up',
    'The time for this exam has ended, so this answer could not be added.',
    'Everything saved before the end counts. Open the result to see it.',
  );

export const sittingOver = (): DomainError =>
  conflict(
    'sitting_over',
    'This exam was already handed in, so answers can no longer change.',
    'Open the result to see it.',
  );

export const stillOpen = (): DomainError =>
  conflict('still_open', 'This exam is still open.', 'Save your answers as usual: they count.');

export const tooLate = (): DomainError =>
  conflict(
    'too_late',
    'The 72 hours in which answers can be handed over after the end are over.',
    'They stay on this device. Tell your certifying body what happened.',
  );

export const voidWaits = (): DomainError =>
  conflict('void_waits', 'It is proposed already that this sitting does not count.', 'A second person settles it.');

export const voidSettled = (): DomainError =>
  conflict('void_settled', 'No proposal waits for this sitting.', 'Load the page again to see how it stands.');

export const voidNotPossible = (): DomainError =>
  conflict(
    'void_not_possible',
    'Only a sitting that is over and did not pass can be taken out of the count here.',
    'While it is under way, it can be let not count at once. A pass is never taken back here.',
  );

export const voidSecondPerson = (): DomainError =>
  new DomainError({
    code: 'exams.void_second_person',
    kind: 'forbidden',
    message: 'Somebody else than who proposed it agrees.',
    next: 'Ask a colleague who watches over rooms: a proctor, a registrar or an administrator.',
  });

export const notCheckedIn = (): DomainError =>
  conflict(
    'not_checked_in',
    'This exam is sat in a room, and you are not checked in yet.',
    'Show photo identification to whoever watches over the room. They check you in, and this page goes on by itself.',
  );

/** @param place of the room where they were checked in */
export const roomNotOpen = (place: string): DomainError =>
  conflict(
    'room_not_open',
    `You are checked in (${place}). The exam begins when the room is opened.`,
    'Stay where you are: whoever watches over the room opens it, and this page goes on by itself.',
  );

/** @param place of the room where they were checked in */
export const roomIsClosed = (place: string): DomainError =>
  conflict(
    'room_closed',
    `The room where you were checked in (${place}) is closed, so nobody begins there any more.`,
    'Talk to whoever watches over the room, or to your certifying body. No attempt is used.',
  );

export const roomTurned = (): DomainError =>
  conflict('room_turned', 'Somebody opened or closed this room meanwhile.', 'Look at the room as it is now.');

export const roomClosed = (): DomainError =>
  conflict('room_takes_nobody', 'This room is closed, so nobody is checked in here.', 'Prepare another room.');

/** @param place of the room; of this one too */
export const checkedInAlready = (place: string): DomainError =>
  conflict(
    'checked_in_already',
    `This person is checked in already: ${place}.`,
    'There they can be taken off the list again.',
  );

export const cannotSitToday = (): DomainError =>
  conflict(
    'cannot_sit_today',
    'This person cannot begin this exam today.',
    'Their page “Your exams” tells them why, and a registrar can see it.',
  );

export const sitsAlready = (): DomainError =>
  conflict('sits_already', 'This person has begun the exam.', 'The room shows how far they are.');

/** @param least whole minutes that reach to now */
export const minutesTooFew = (least: number): DomainError =>
  new DomainError({
    code: 'exams.minutes_too_few',
    kind: 'invalid',
    message: 'The time of this sitting has ended, and these minutes would be over already.',
    next: `Give back ${least} minutes or more, or let the sitting not count.`,
    fields: [{ field: 'minutes', message: `Enter ${least} or more` }],
  });

/** @param until when the break ends by itself */
export const onBreak = (until: Temporal.Instant): DomainError =>
  conflict(
    'on_break',
    `You are on a break until ${formatInstant(until)} at the latest, so no answer is taken now.`,
    'Go on with the exam, then give the answer again. On this device it is kept meanwhile.',
  );

export const noBreakLeft = (): DomainError =>
  conflict('no_break_left', 'There is no time for breaks left in this exam.', 'The clock goes on; so can you.');

/** @param savedAt when the newer answer was saved */
export const olderAnswer = (savedAt: Temporal.Instant): DomainError =>
  conflict(
    'older_answer',
    `A newer answer is already saved (${formatInstant(savedAt)}), perhaps from another tab or device. We kept the newer one.`,
    'Load this page again to see what is saved, then change it there if you like.',
  );

export const answerDoesNotFit = (fields: string[]): DomainError =>
  new DomainError({
    code: 'exams.answer_does_not_fit',
    kind: 'invalid',
    message: 'This answer does not fit its question.',
    next: 'Choose from the options of the question; one option where one answer is asked.',
    fields: fields.map((field) => ({ field, message: 'Choose from the options shown with this question.' })),
  });

export const notAuthorised = (): DomainError =>
  new DomainError({
    code: 'exams.not_authorised',
    kind: 'forbidden',
    message: 'You have no authorization to test for this exam that holds today.',
    next: 'Your certifying body gives it when your application is admitted. Your application shows where you stand.',
  });

export const opensLater = (on: Temporal.PlainDate): DomainError =>
  conflict(
    'opens_later',
    `Your next attempt counts from ${formatDate(on)} on.`,
    'Come back on that day. What you know stays with you; your last result shows which domains to look at again.',
  );

export const attemptsUsed = (): DomainError =>
  conflict(
    'attempts_used',
    'All attempts that the scheme allows are used.',
    'Your certifying body can tell you how to go on.',
  );

export const alreadyPassed = (): DomainError =>
  conflict(
    'already_passed',
    'You have passed this exam. There is nothing more to do here.',
    'Your result stays open to you.',
  );

export const workedInBank = (): DomainError =>
  new DomainError({
    code: 'exams.worked_in_bank',
    kind: 'forbidden',
    message: 'You saw questions of this item bank at work, so this exam cannot be yours to sit.',
    next: 'Ask the certifying body: another way to be examined is found together.',
  });

export const textsChanged = (): DomainError =>
  conflict(
    'texts_changed',
    'The statements have changed since this page was opened.',
    'Read them once more and confirm them again.',
  );

export const textsNotAccepted = (fields: string[]): DomainError =>
  new DomainError({
    code: 'exams.texts_not_accepted',
    kind: 'invalid',
    message: 'Both statements need your word before the time starts.',
    next: 'Read them and confirm each. If you cannot, talk to the proctor or your certifying body.',
    fields: fields.map((field) => ({ field, message: 'Confirm this statement' })),
  });

export const noFormYet = (): DomainError =>
  conflict('no_form', 'This exam has no approved form at the moment.', 'Please tell the certifying body.');

export const otherFormNeeded = (): DomainError =>
  conflict(
    'other_form_needed',
    'You have seen every form of this exam that is ready, so it asks you another one.',
    'Your certifying body sees that another form is needed. Until it is ready no attempt is used.',
  );

export const otherScale = (): DomainError =>
  conflict(
    'other_scale',
    'This exam is scored on another scale than the scheme of your application.',
    'Please tell the certifying body: it sets up an exam on that scale.',
  );

export const noExamInScheme = (): DomainError =>
  conflict('no_exam_in_scheme', 'This scheme of yours has no exam today.', 'Choose a scheme that asks for one.');

export const blueprintDoesNotFit = (problems: string[]): DomainError =>
  new DomainError({
    code: 'exams.blueprint_does_not_fit',
    kind: 'invalid',
    message: 'This blueprint cannot be used as it is.',
    next: problems.join('. '),
    fields: problems.map((message) => ({ field: 'blueprint', message })),
  });

/** @param differences in words */
export const differsFromRules = (differences: string[]): DomainError =>
  new DomainError({
    code: 'exams.differs_from_rules',
    kind: 'invalid',
    message: `This exam is not as the rules of its certification say. ${differences.join(' ')}`,
    next: 'Make it as the rules say, or write why it differs: who approves its forms reads that.',
    fields: [{ field: 'rulesNote', message: `Write why it differs. ${differences.join(' ')}` }],
  });

const WHAT = {
  domain: 'scored items of the domain',
  difficulty: 'scored items of the difficulty',
  pretest: 'items to try out',
};

export const bankLacks = ({ what, code, has, needs }: Extract<DrawnForm, { lacks: unknown }>['lacks']): DomainError =>
  conflict(
    `bank_lacks_${what}`,
    `The bank has too few ${WHAT[what]}${what === 'pretest' ? '' : ` ${code}`}: ${has} can be drawn, ${needs} are asked for.`,
    'Items count once they are in use and judged in the study, and enemies never stand together.',
  );

export const formSettled = (): DomainError =>
  conflict('form_settled', 'This form is approved or withdrawn already.', 'Load the page again to see how it stands.');

export const secondPerson = (): DomainError =>
  new DomainError({
    code: 'exams.second_person',
    kind: 'forbidden',
    message: 'A form is approved by somebody else than who made it.',
    next: 'Ask a colleague with the role of psychometrician or administrator.',
  });
