import { long, STRANGE, type Wrong } from './wrong.js';

const entering = { by: 'registrar', to: '/desk/approved-trainings', shown: '/desk/approved-trainings/new' } as const;
const course = {
  schemeCode: 'icrc-pr',
  provider: 'Kept provider',
  title: STRANGE,
  delivery: 'self_paced',
  live: 'no',
  validFrom: '2028-01-01',
};
const withdrawing = {
  by: 'registrar',
  about: 'approvedCourse',
  to: '/desk/approved-trainings/:id/withdrawals',
  shown: '/desk/approved-trainings/:id/withdrawals/new',
} as const;
const reviewing = {
  by: 'reviewer',
  about: 'submission',
  to: '/desk/evidence/:id/reviews',
  shown: '/desk/evidence/:id',
} as const;

/** About training from elsewhere: the register of approved courses, and what people handed in. */
export const evidence: Wrong[] = [
  {
    ...entering,
    form: 'a course with nothing in it',
    typed: { title: '', provider: 'Kept provider' },
    words: 'Enter the code of the scheme',
    kept: ['provider'],
  },
  {
    ...entering,
    form: 'a course with a day that is not there',
    typed: { ...course, validFrom: '2028-02-30' },
    words: 'date',
    kept: ['provider', 'title', 'validFrom'],
  },
  {
    ...entering,
    form: 'a course with a last day in other words',
    typed: { ...course, validTo: 'soon', time_advocacyHours: '2' },
    words: 'last day',
    kept: ['title', 'time_advocacyHours'],
  },
  {
    ...entering,
    form: 'a course with a title too long',
    typed: { ...course, title: long(300), time_advocacyHours: '2' },
    words: 'at most 300 characters',
    kept: ['title'],
  },
  {
    ...entering,
    form: 'a course with an address for its code',
    typed: { ...course, courseCode: '/courses/first', time_advocacyHours: '2' },
    words: 'Enter the code at the end of the course',
    kept: ['courseCode', 'title'],
  },
  {
    ...entering,
    form: 'a course without time',
    typed: course,
    words: 'Enter the time for at least one topic',
    kept: ['title'],
  },
  {
    ...entering,
    form: 'a course with half minutes',
    typed: { ...course, time_advocacyHours: '1.5' },
    words: 'Enter whole hours and minutes',
    kept: ['time_advocacyHours'],
  },
  {
    ...withdrawing,
    form: 'an approval withdrawn without a reason',
    typed: { effectiveOn: '2028-06-01', reason: ' ' },
    words: 'Write why the approval ends',
    kept: ['effectiveOn'],
  },
  {
    ...withdrawing,
    form: 'an approval withdrawn for a reason too long',
    typed: { effectiveOn: '2028-06-01', reason: long(1000) },
    words: 'at most 1000 characters',
    kept: ['effectiveOn', 'reason'],
  },
  {
    ...withdrawing,
    form: 'an approval withdrawn before it began',
    typed: { effectiveOn: '1999-06-01', reason: STRANGE },
    words: 'on or after the first day',
    kept: ['effectiveOn', 'reason'],
  },
  {
    ...reviewing,
    form: 'evidence returned without a note',
    typed: { revision: '1', outcome: 'returned', note: '' },
    words: 'Write what is needed',
    kept: [],
  },
  {
    ...reviewing,
    form: 'evidence answered with a note too long',
    typed: { revision: '1', outcome: 'returned', note: long(2000) },
    words: 'at most 2000 characters',
    kept: ['note'],
  },
  {
    ...reviewing,
    form: 'evidence of a category that nobody knows',
    typed: { revision: '1', outcome: 'accepted', category: 'astrology', note: STRANGE },
    words: 'Choose what kind of training it was',
    kept: ['note'],
  },
  {
    ...reviewing,
    form: 'evidence under an approval that is none',
    typed: { revision: '1', outcome: 'accepted', approvedCourseId: 'x', note: STRANGE },
    words: 'Choose a course of the register',
    kept: ['note'],
  },
  {
    ...reviewing,
    form: 'evidence with a figure in words',
    typed: { revision: '1', outcome: 'accepted', number: 'thirty', note: STRANGE },
    words: 'Enter a whole number',
    kept: ['note'],
  },
];
