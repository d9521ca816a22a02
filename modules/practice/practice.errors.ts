import { DomainError } from '../../src/kernel/domain-error.js';
import { formatMinutes } from '../../src/kernel/minutes.js';

const problem = (
  code: string,
  kind: 'invalid' | 'conflict' | 'gone' | 'too_many',
  [message, next]: [string, string],
  field?: string,
): DomainError =>
  new DomainError({
    code: `practice.${code}`,
    kind,
    message,
    next,
    ...(field && { fields: [{ field, message: `${message} ${next}` }] }),
  });

/** @param workedOn as ISO text; @param minutes what the entry would add */
export const over24Hours = (workedOn: string, minutes: number) =>
  problem(
    'over_24_hours',
    'invalid',
    [
      `With ${formatMinutes(minutes)} more, your entries for ${workedOn} would come to over 24 hours.`,
      'Check the date, or the time of the other entries of that day.',
    ],
    'workedOn',
  );

export const overlap = () =>
  problem(
    'overlap',
    'invalid',
    ['This time overlaps with another of your entries.', 'Check when it began, or leave the start time out.'],
    'startsAt',
  );

export const locked = () =>
  problem('locked', 'conflict', [
    'This entry is signed, so it can no longer be changed.',
    'If something in it is not right, record a correction: it takes the place of this entry once it is signed.',
  ]);

export const notSigned = () =>
  problem('not_signed', 'conflict', [
    'Only a signed entry needs a correction.',
    'This one is not signed yet: change it directly.',
  ]);

export const alreadyCorrected = () =>
  problem('already_corrected', 'conflict', [
    'There is already a correction of this entry.',
    'Open the newest correction and change it, or correct it once it is signed.',
  ]);

export const ownSupervisor = () =>
  problem(
    'own_supervisor',
    'invalid',
    [
      'This is one of your own e-mail addresses.',
      'Practice is signed by somebody else: enter the address of your supervisor.',
    ],
    'supervisorEmail',
  );

export const nothingToSign = () =>
  problem(
    'nothing_to_sign',
    'invalid',
    ['Choose at least one entry to be signed.', 'Tick the entries, then send the request.'],
    'entryIds',
  );

export const notAllSignable = () =>
  problem(
    'not_all_signable',
    'conflict',
    [
      'Some of these entries are signed, or are with a supervisor already.',
      'Load the page again and choose from what is listed.',
    ],
    'entryIds',
  );

export const differentSupervisors = () =>
  problem(
    'different_supervisors',
    'invalid',
    ['These entries name different supervisors.', 'Send one request for each supervisor.'],
    'entryIds',
  );

export const requestClosed = () =>
  problem('request_closed', 'conflict', [
    'This request is already answered or taken back.',
    'Open your practice page to see where it stands.',
  ]);

export const withSupervisor = () =>
  problem('with_supervisor', 'conflict', [
    'This entry is in a request that your supervisor has not answered yet.',
    'Take the request back first, then remove the entry.',
  ]);

/** Why a link opens nothing any more, and what to do. */
export const linkEnded = (why: 'unknown' | 'expired' | 'newer_link' | 'revoked' | 'answered') =>
  problem(
    `link_${why}`,
    'gone',
    {
      unknown: [
        'This link does not open anything.',
        'Your mail program may have cut it: press it in our letter again. If that does not help, write to the person whom the letter names. They open “Your practice hours”, choose the request to you and press “Send a new link”. Then you get a new letter.',
      ],
      expired: [
        'This link is older than 14 days, so it no longer opens the page.',
        'Write to the person who asked you: our letter names them. They open “Your practice hours”, choose the request to you and press “Send a new link”. Then you get a new letter.',
      ],
      newer_link: [
        'A newer link was sent to you, so this one no longer opens the page.',
        'Look in your mail for the newest of our letters “Hours to sign”, also among unwanted mail, and press the link in it.',
      ],
      revoked: ['The person who asked took this request back.', 'There is nothing for you to do.'],
      answered: ['This request is already answered.', 'There is nothing more for you to do. Thank you.'],
    }[why] as [string, string],
  );

export const readAgain = () =>
  problem('read_again', 'conflict', [
    'What you are asked to sign has changed since you opened the page. Please read it again.',
    'The page below shows it as it is now. Ask for a new code and sign if it is right.',
  ]);

export const codeInOtherLanguage = () =>
  problem(
    'code_in_other_language',
    'conflict',
    [
      'The code is for this page in the language in which you read it before.',
      'Ask for a new code in step 1 to sign in this language, or go back to the other one.',
    ],
    'code',
  );

/** @param triesLeft of the present code */
export const wrongCode = (triesLeft: number) =>
  problem(
    'wrong_code',
    'invalid',
    triesLeft > 0
      ? ['This is not the code of our last letter.', `Check the letter and try again. Tries left: ${triesLeft}.`]
      : ['This is not the code of our last letter, and its tries are used up.', 'Ask for a new code in step 1.'],
    'code',
  );

export const noCode = () =>
  problem(
    'no_code',
    'invalid',
    ['There is no code that works now.', 'Ask for a new code in step 1; it works for ten minutes.'],
    'code',
  );

export const tooManyCodes = () =>
  problem('too_many_codes', 'too_many', [
    'Several codes were sent to you in the last hour.',
    'Look for the newest one in your mail, also among unwanted mail, or come back in an hour.',
  ]);
