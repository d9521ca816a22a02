import { DomainError } from '../../src/kernel/domain-error.js';

export function impossibleFact(reason: string): DomainError {
  return new DomainError({
    code: 'evidence.impossible_fact',
    kind: 'invalid',
    message: `This cannot be recorded: ${reason}.`,
    next: 'Check the numbers and send it again.',
  });
}

export function alreadyRecorded(): DomainError {
  return new DomainError({
    code: 'evidence.already_recorded',
    kind: 'conflict',
    message: 'This was recorded before, with other content.',
    next: 'What was recorded stays. If it needs changing, record a correction.',
  });
}

export function alreadyCorrected(): DomainError {
  return new DomainError({
    code: 'evidence.already_corrected',
    kind: 'conflict',
    message: 'Someone corrected this a moment ago.',
    next: 'Open it again: you will see the correction, and can correct that one.',
  });
}

export function textChanged(title: string): DomainError {
  return new DomainError({
    code: 'evidence.text_changed',
    kind: 'conflict',
    message: `The text “${title}” has changed since you opened it.`,
    next: 'Please read the new text, then sign again.',
  });
}

export function alreadyReviewed(): DomainError {
  return new DomainError({
    code: 'evidence.already_reviewed',
    kind: 'conflict',
    message: 'This was answered a moment ago, or sent again with changes.',
    next: 'Open it again to see how it stands now.',
  });
}

export function notWaitingForChanges(): DomainError {
  return new DomainError({
    code: 'evidence.not_waiting_for_changes',
    kind: 'conflict',
    message: 'This is with the reviewer now, or was accepted already.',
    next: 'You can change it again if the reviewer returns it to you.',
  });
}

export function ownSubmission(): DomainError {
  return new DomainError({
    code: 'evidence.own_submission',
    kind: 'forbidden',
    message: 'Nobody reviews what they handed in themselves.',
    next: 'Ask a colleague to look at it.',
  });
}

export function courseThere(title: string): DomainError {
  return new DomainError({
    code: 'evidence.course_there',
    kind: 'conflict',
    message: `“${title}” of this provider is on the register from that day already.`,
    next: 'Open it in the list. Another edition is entered with its own first day.',
  });
}

export function courseStandsSo(): DomainError {
  return new DomainError({
    code: 'evidence.course_stands_so',
    kind: 'conflict',
    message: 'A colleague decided the same a moment ago, or the course stands so already.',
    next: 'Open it again to see its decisions.',
  });
}

export function unreadableCourseList(line?: number): DomainError {
  return new DomainError({
    code: 'evidence.unreadable_course_list',
    kind: 'invalid',
    message: line ? `Line ${line} of this file cannot be read.` : 'This file is not a list in text form.',
    next: line
      ? 'A quotation mark is open or stands in the middle of a cell. Correct it and upload the file again.'
      : 'Save the sheet as CSV (UTF-8) and upload that file. Nothing was changed.',
    fields: [{ field: 'list', message: 'Choose a CSV file, for example saved as “CSV UTF-8” from your spreadsheet' }],
  });
}
