import { DomainError } from '../../src/kernel/domain-error.js';

export const disposedOf = (): DomainError =>
  new DomainError({
    code: 'case_files.disposed_of',
    kind: 'gone',
    message: 'This file was disposed of when its time was over.',
    next: 'What it led to is in the record of the case. Its words are gone for good.',
  });

const why = {
  decider: 'This colleague decides for the body. Deciders see the facts, never what is behind them.',
  concerned: 'The file is about this person.',
  oneself: 'You cannot name yourself as a reader.',
  staff: 'A reader is a reviewer, registrar or administrator of the certifying body.',
};

export const readerNotPossible = (reason: keyof typeof why): DomainError =>
  new DomainError({
    code: 'case_files.reader_not_possible',
    kind: 'invalid',
    message: why[reason],
    next: 'Choose another colleague. Nothing was changed.',
    fields: [{ field: 'readerId', message: why[reason] }],
  });

export const emptyDocument = (): DomainError =>
  new DomainError({
    code: 'case_files.empty_document',
    kind: 'invalid',
    message: 'There is nothing to put into the file yet.',
    next: 'Write your text, or choose a file.',
    fields: [{ field: 'sealedText', message: 'Write your text here, or choose a file below' }],
  });
