import { DomainError, notFound } from '../../src/kernel/domain-error.js';

export const cohortNotFound = (): DomainError => notFound('this group');

export const sessionNotFound = (): DomainError => notFound('this session');

export const invitationNotFound = (): DomainError => notFound('this invitation');

/** For who holds none of the roles that teach or invite. */
export const notForYou = (): DomainError =>
  new DomainError({
    code: 'cohorts.not_for_you',
    kind: 'forbidden',
    message: 'This page is for people who teach courses or invite to them.',
    next: 'If you do, ask your organization to give you the role of an instructor.',
  });

export const unknownCourse = (): DomainError => field('cohorts.unknown_course', 'courseCode', 'Choose a course.');

export const datesReversed = (): DomainError =>
  field('cohorts.dates_reversed', 'endsOn', 'Choose a last day that is not before the first.');

export const noInstructor = (): DomainError =>
  field('cohorts.no_instructor', 'instructors', 'Choose who teaches, among the people of your organization.');

export const noSuchPlan = (): DomainError =>
  field('cohorts.no_such_plan', 'sessionCode', 'Choose one of the session plans of this course.');

export const noSuchTime = (): DomainError =>
  field('cohorts.no_such_time', 'startsAt', 'Enter a day and a time, such as 2026-12-05 and 18:00.');

export const nobodyWithCode = (): DomainError =>
  field(
    'cohorts.unknown_code',
    'code',
    'No group has this code. Check it letter by letter, or ask who gave it to you.',
  );

export const teachesHere = (): DomainError =>
  new DomainError({
    code: 'cohorts.teaches_here',
    kind: 'conflict',
    message: 'You teach this group, so you cannot also learn in it.',
    next: 'You can take the course by yourself, or with another group.',
  });

export const noOffer = (): DomainError =>
  new DomainError({
    code: 'cohorts.no_offer',
    kind: 'conflict',
    message: 'There is no place waiting for your answer.',
    next: 'The page of the group tells how it stands. You can ask for a place again at any time.',
  });

export const invitationAnswered = (): DomainError =>
  new DomainError({
    code: 'cohorts.invitation_answered',
    kind: 'conflict',
    message: 'This invitation was answered or taken back already.',
    next: 'You can begin the course from its own page.',
  });

export const notInSession = (): DomainError =>
  new DomainError({
    code: 'cohorts.not_in_session',
    kind: 'conflict',
    message: 'You have no place in this group.',
    next: 'Tell the one who holds the session: they can write down that you were there.',
  });

export const notThisCode = (): DomainError =>
  new DomainError({
    code: 'cohorts.not_this_code',
    kind: 'invalid',
    message: 'This is not the code of the moment.',
    next: 'The code changes every minute. Enter the one that is shown now.',
    fields: [{ field: 'code', message: 'Enter the code that is shown now.' }],
  });

export const sessionClosed = (): DomainError =>
  new DomainError({
    code: 'cohorts.session_closed',
    kind: 'conflict',
    message: 'Checking in is open from half an hour before the session to half an hour after it.',
    next: 'If you were there, tell the one who held the session: they can write it down.',
  });

export const notYetHeld = (): DomainError =>
  new DomainError({
    code: 'cohorts.not_yet_held',
    kind: 'conflict',
    message: 'This session has not begun, or it was cancelled.',
    next: 'Write down who was there once it has begun.',
  });

export const alreadyBegun = (): DomainError =>
  new DomainError({
    code: 'cohorts.already_begun',
    kind: 'conflict',
    message: 'This session has begun already, so it cannot be taken off the calendar.',
    next: 'If it was not held, write 0 minutes for everybody.',
  });

export const rests = (): DomainError =>
  new DomainError({
    code: 'cohorts.rests',
    kind: 'conflict',
    message: 'This person rests from the course or has finished it, so no letter goes out.',
    next: 'They go on when it suits them. You will see it here.',
  });

function field(code: string, name: string, message: string): DomainError {
  return new DomainError({
    code,
    kind: 'invalid',
    message: 'One answer needs attention before we can save this.',
    next: 'See the note beside it. Nothing you typed is lost.',
    fields: [{ field: name, message }],
  });
}
