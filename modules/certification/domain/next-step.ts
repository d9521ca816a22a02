import type { ApplicationState } from './application-state.js';

export interface NextStep {
  /** Whose turn it is. */
  turn: 'yours' | 'ours' | 'nobody';
  title: string;
  text: string;
}

/** What happens next with an application, told to its person. */
export const nextSteps: Record<ApplicationState, NextStep> = {
  draft: {
    turn: 'yours',
    title: 'Check your record, then send your application',
    text: 'Look through what is recorded below. You can send it now and go on adding what is still needed.',
  },
  submitted: {
    turn: 'ours',
    title: 'A reviewer will look at your application',
    text: 'You need to do nothing now. You get a letter when it is admitted, or when something more is needed.',
  },
  returned: {
    turn: 'yours',
    title: 'Add what the reviewer asks for, then send it again',
    text: 'Everything you entered is kept. There is no limit to how often you may send it.',
  },
  under_review: {
    turn: 'ours',
    title: 'A reviewer is looking at your application',
    text: 'You need to do nothing now. You get a letter with the outcome of the review.',
  },
  admitted: {
    turn: 'ours',
    title: 'You are a candidate',
    text: 'Add what is still needed below. When everything is there, a second person, who had no part in your training, supervision or review, decides.',
  },
  granted: {
    turn: 'nobody',
    title: 'Your certification is granted',
    text: 'Find your certificate under Your certifications. It can take a few minutes to be ready.',
  },
  denied: {
    turn: 'nobody',
    title: 'The certification was not granted this time',
    text: 'Everything you recorded is kept and counts when you apply again. You may ask for the decision to be looked at by people who had no part in it.',
  },
  withdrawn: {
    turn: 'nobody',
    title: 'You took this application back',
    text: 'Everything you recorded is kept. You may apply again whenever you like.',
  },
  timed_out: {
    turn: 'nobody',
    title: 'This application was closed because its time ran out',
    text: 'Everything you recorded is kept. You may apply again whenever you like.',
  },
};

/** The same of a candidate to whom nothing is left to do. */
export const everythingThere: NextStep = {
  turn: 'ours',
  title: 'The decision comes next',
  text: 'Everything that is asked for is there. A second person, who had no part in your training, supervision or review, decides. You get a letter with the outcome.',
};

/** What happened, told to the person, by the move that was made. */
export const stepWords = {
  submit: 'You sent your application',
  claim: 'A reviewer began to look at it',
  release: 'It went back to the queue for a reviewer',
  return: 'It was returned to you for more information',
  admit: 'You were admitted as a candidate',
  grant: 'The certification was granted',
  deny: 'The certification was not granted',
  withdraw: 'You took the application back',
  time_out: 'It was closed because its time ran out',
  reopen: 'Your appeal opened it again',
} as const;

/** The same, told to staff. */
export const stepWordsForStaff = {
  submit: 'Sent by the applicant',
  claim: 'Taken on for review',
  release: 'Handed back to the queue',
  return: 'Returned for more information',
  admit: 'Admitted as a candidate',
  grant: 'Granted',
  deny: 'Not granted',
  withdraw: 'Taken back by the applicant',
  time_out: 'Closed because its time ran out',
  reopen: 'Opened again by an appeal',
} as const;

/** What happened besides the moves, told to the person. */
export const happeningWords = {
  waived: 'A requirement was set aside for you',
  waiver_taken_back: 'A requirement is asked of you again',
  background_asked: 'You were asked about the result of your background check',
  background_answered: 'You answered about the result of your background check',
} as const;

/** The same, told to staff: that there was a question and an answer, never what was said. */
export const happeningWordsForStaff = {
  waived: 'A requirement was set aside',
  waiver_taken_back: 'A waiver was taken back',
  background_asked: 'The applicant was asked about a background result',
  background_answered: 'The applicant answered about a background result',
} as const;
