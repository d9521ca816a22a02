import { DomainError, notFound } from '../../src/kernel/domain-error.js';

/** For drafts of other organizations too. */
export const draftNotFound = (): DomainError => notFound('this draft');
export const fileNotFound = (): DomainError => notFound('this file of the draft');
export const itemNotFound = (): DomainError => notFound('this question of the draft');
export const versionNotFound = (): DomainError => notFound('this version of the course');

export function noAuthor(): DomainError {
  return new DomainError({
    code: 'authoring.no_author',
    kind: 'forbidden',
    message: 'Courses are written here by people whose organization named them an author.',
    next: 'Ask an administrator of your organization for the role “Content author” or “Content reviewer”.',
  });
}

export function authorsOnly(): DomainError {
  return new DomainError({
    code: 'authoring.authors_only',
    kind: 'forbidden',
    message: 'The text is changed by authors.',
    next: 'Write a comment: the authors read it when the draft comes back to them.',
  });
}

export function reviewersOnly(): DomainError {
  return new DomainError({
    code: 'authoring.reviewers_only',
    kind: 'forbidden',
    message: 'This is for content reviewers of your organization.',
    next: 'Ask a content reviewer to look at the draft.',
  });
}

export function secondPersonNeeded(): DomainError {
  return new DomainError({
    code: 'authoring.second_person',
    kind: 'forbidden',
    message: 'You wrote some of this text, and it is reviewed and published by somebody who did not.',
    next: 'Ask another content reviewer of your organization.',
  });
}

export function draftExists(): DomainError {
  return new DomainError({
    code: 'authoring.draft_exists',
    kind: 'conflict',
    message: 'Your organization has an open draft of this course already.',
    next: 'Open it from the list and go on there, or discard it first.',
  });
}

export function courseKeptElsewhere(organization: string): DomainError {
  return new DomainError({
    code: 'authoring.kept_elsewhere',
    kind: 'conflict',
    message: `${organization} looks after this course: its authors published the version in force.`,
    next: 'Write to them with what should change, or begin a course of your own.',
  });
}

export function codeTaken(): DomainError {
  const message = 'There is a course with this code already.';
  return new DomainError({
    code: 'authoring.code_taken',
    kind: 'conflict',
    message,
    next: 'Choose another code, or begin the next version of that course.',
    fields: [{ field: 'code', message: 'Choose another code: this one is taken.' }],
  });
}

export function fileExists(): DomainError {
  return new DomainError({
    code: 'authoring.file_exists',
    kind: 'conflict',
    message: 'The draft has a file of that name already.',
    next: 'Choose another name.',
    fields: [{ field: 'name', message: 'Choose another name: there is a file of this one.' }],
  });
}

/** Somebody else saved the same file first; what was typed is still on the page. */
export function savedMeanwhile(): DomainError {
  return new DomainError({
    code: 'authoring.saved_meanwhile',
    kind: 'conflict',
    message: 'Somebody else saved this file while you were writing. What you typed is below, and is not saved yet.',
    next: 'Look at the differences, take over what you want to keep, and save again: your text then takes the place of theirs.',
  });
}

export function movedMeanwhile(): DomainError {
  return new DomainError({
    code: 'authoring.moved',
    kind: 'conflict',
    message: 'The draft is not in that state any more: somebody moved it on meanwhile.',
    next: 'Open its page again to see where it is.',
  });
}

export function notBeingWritten(): DomainError {
  return new DomainError({
    code: 'authoring.not_being_written',
    kind: 'conflict',
    message: 'This draft is with its reviewer or settled, so its text stays as it is.',
    next: 'Copy what you typed. Once the draft is returned, it can be changed again.',
  });
}

export function faultsLeft(count: number): DomainError {
  return new DomainError({
    code: 'authoring.faults_left',
    kind: 'conflict',
    message: `${count === 1 ? 'One thing is' : `${count} things are`} still to be mended before this can be published.`,
    next: 'Each is listed on the page of the draft with its file, its line and the reason.',
  });
}

/** @param awaiting whose word the framework waits for */
export function communityFirst(awaiting: string): DomainError {
  return new DomainError({
    code: 'authoring.community_first',
    kind: 'conflict',
    message: `This draft teaches something that waits for its community. ${awaiting}`,
    next: 'A named community reviewer reads this very text. Record their approval on the page of the draft.',
  });
}

export function sameVersion(): DomainError {
  return new DomainError({
    code: 'authoring.same_version',
    kind: 'conflict',
    message: 'This is, word for word, a version that was published before.',
    next: 'Give the version another name in course.yaml (version), so that it can be told from that one.',
  });
}

export function baseMoved(): DomainError {
  return new DomainError({
    code: 'authoring.base_moved',
    kind: 'conflict',
    message:
      'Another version of this course was published since this draft was begun, and nobody has seen both together.',
    next: 'Compare the draft with the version in force. Discard it, begin anew from that version, and take over your changes.',
  });
}

export function commentNeeded(): DomainError {
  const message = 'Say in a comment what should change.';
  return new DomainError({
    code: 'authoring.comment_needed',
    kind: 'invalid',
    message: 'A draft goes back with a word for its authors.',
    next: message,
    fields: [{ field: 'comment', message }],
  });
}

export function quizUnreadable(): DomainError {
  return new DomainError({
    code: 'authoring.quiz_unreadable',
    kind: 'conflict',
    message: 'The file quiz.yaml cannot be read as it is, so no single question can be put into it.',
    next: 'Open quiz.yaml and mend the lines that are named there.',
  });
}

export function frontUnreadable(): DomainError {
  return new DomainError({
    code: 'authoring.front_unreadable',
    kind: 'conflict',
    message: 'The front matter of this lesson cannot be read as it is, so no questions can be put into it.',
    next: 'Open the whole text of the lesson and mend the lines that are named there. Copy what you typed here before you leave.',
  });
}

export function filesUnreadable(files: readonly { path: string; line: number }[]): DomainError {
  const named = files.map(({ path, line }) => `${path} (line ${line})`).join(', ');
  return new DomainError({
    code: 'authoring.unreadable',
    kind: 'conflict',
    message: `Nobody can review what cannot be read. This is not YAML yet: ${named}.`,
    next: 'Open each file: its page says what is to be mended there. Then ask for the review again.',
  });
}

/** How many words the message names; the page of the draft lists them all. */
const NAMED_WORDS = 5;

/** @param words with the file as it is named within the course */
export function wordsToAvoid(words: readonly { file: string; line: number; reason: string }[]): DomainError {
  const named = words.slice(0, NAMED_WORDS).map(({ file, line, reason }) => `${file}, line ${line}: ${reason}.`);
  const more = words.length - named.length;
  return new DomainError({
    code: 'authoring.words_to_avoid',
    kind: 'conflict',
    message: [
      'Some words can hurt, and are said in other words here.',
      ...named,
      ...(more > 0 ? [`And ${more} more.`] : []),
    ].join(' '),
    next: 'Change them in their files. Where a word is quoted for a reason, write “language: allow” in a comment on its line.',
  });
}

export function itemCodeNeeded(): DomainError {
  const next = 'Write a code of letters, digits, dots, hyphens and underscores, such as rop-31.';
  return new DomainError({
    code: 'authoring.item_code_needed',
    kind: 'invalid',
    message: 'The question needs a code by which it is found again.',
    next,
    fields: [{ field: 'code', message: next }],
  });
}

export function dayToCome(): DomainError {
  const message = 'Enter the day on which they agreed, today at the latest.';
  return new DomainError({
    code: 'authoring.day_to_come',
    kind: 'invalid',
    message: 'An approval is written down once it was given.',
    next: message,
    fields: [{ field: 'approvedOn', message }],
  });
}

export function pictureMissing(): DomainError {
  return new DomainError({
    code: 'authoring.picture_missing',
    kind: 'invalid',
    message: 'No picture came with what you sent.',
    next: 'Choose a file.',
    fields: [{ field: 'picture', message: 'Choose a picture' }],
  });
}

/** @param reason in words, as the checks of content give it */
export function pictureUnfit(reason: string): DomainError {
  return new DomainError({
    code: 'authoring.picture_unfit',
    kind: 'invalid',
    message: 'A lesson cannot show this file.',
    next: 'Choose another file: a photo (JPEG, PNG, WebP) or a drawing (SVG). What you wrote about it is still there.',
    fields: [{ field: 'picture', message: `${reason.charAt(0).toUpperCase()}${reason.slice(1)}` }],
  });
}

export function pictureNotFound(): DomainError {
  return notFound('this picture');
}

export function withdrawnByOthers(): DomainError {
  return new DomainError({
    code: 'authoring.withdrawn_by_others',
    kind: 'forbidden',
    message: 'Versions of this course are withdrawn by those who look after it.',
    next: 'Ask a content reviewer of that organization; for a course from content files, ask your operator.',
  });
}
