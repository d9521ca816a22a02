import { DomainError, type FieldProblem } from '../../src/kernel/domain-error.js';

/** What keeps somebody away from items (ISO/IEC 17024, 5.2 and 7.4), by what they do. */
export const apartRules = {
  instructs:
    'You instruct people, or did within the time for which the body keeps people apart: whoever teaches sees no exam items.',
  writes:
    'You write or review courses, or did within the time for which the body keeps people apart: whoever makes what is taught sees no exam items.',
  trained:
    'You trained somebody within the time for which the body keeps people apart: whoever teaches sees no exam items.',
  in_bank:
    'This person works with the exam items of a certifying body, or did within the time for which it keeps people apart: they cannot teach its trainees meanwhile.',
} as const;

export const keptApart = (rule: keyof typeof apartRules): DomainError =>
  new DomainError({
    code: 'item_bank.kept_apart',
    kind: rule === 'in_bank' ? 'conflict' : 'forbidden',
    message: apartRules[rule],
    next:
      rule === 'in_bank'
        ? 'Choose somebody else. Nothing was changed.'
        : 'Ask an administrator of the body to end your role in the bank, or go on once the time is over.',
  });

export const questionOfCourse = (): DomainError =>
  new DomainError({
    code: 'item_bank.question_of_course',
    kind: 'invalid',
    message: 'A course asks this very question. What learners have seen can never be an item of a certification.',
    next: 'Write another question. Nothing was saved.',
    fields: [{ field: 'sealedStem', message: 'A course asks this question already: write another one' }],
  });

export const askedAlready = (): DomainError =>
  new DomainError({
    code: 'item_bank.asked_already',
    kind: 'conflict',
    message: 'Another item of this bank asks the same question with the same options.',
    next: 'Edit that item, or write another question. Nothing was saved.',
    fields: [{ field: 'sealedStem', message: 'Another item of this bank asks this with the same options' }],
  });

export const newerVersion = (): DomainError =>
  new DomainError({
    code: 'item_bank.newer_version',
    kind: 'conflict',
    message: 'Somebody saved a newer version of this item while you were writing.',
    next: 'Copy what you want to keep, open the item again, and put it into the newer version.',
  });

export const moveNotPossible = (): DomainError =>
  new DomainError({
    code: 'item_bank.move_not_possible',
    kind: 'conflict',
    message: 'This version is not where that step starts, or the step is somebody else’s.',
    next: 'Open the item again: it shows where each version stands and what you can do.',
  });

export const secondPerson = (): DomainError =>
  new DomainError({
    code: 'item_bank.second_person',
    kind: 'forbidden',
    message: 'A second person reviews: not who wrote this version, and not who handed it in.',
    next: 'It waits for another reviewer of your body.',
  });

export const contentNeedsAttention = (fields: FieldProblem[]): DomainError =>
  new DomainError({
    code: 'item_bank.content_needs_attention',
    kind: 'invalid',
    message: 'The item needs attention before it can be saved.',
    next: 'See the notes beside the fields. Nothing you typed is lost.',
    fields,
  });

export const notImported = (fields: FieldProblem[]): DomainError =>
  new DomainError({
    code: 'item_bank.not_imported',
    kind: 'invalid',
    message: 'Nothing was imported: some lines need attention first.',
    next: 'Correct them in your file and choose it again. Either every item comes in or none.',
    fields,
  });

export const enemiesOfOneItem = (): DomainError =>
  new DomainError({
    code: 'item_bank.enemy_not_possible',
    kind: 'invalid',
    message: 'Enemies are two different items of one bank.',
    next: 'Enter the number of another item.',
    fields: [{ field: 'number', message: 'Enter the number of another item of this bank' }],
  });

export const studyNotPossible = (message: string, next: string, field?: string): DomainError =>
  new DomainError({
    code: 'item_bank.study_not_possible',
    kind: 'conflict',
    message,
    next,
    fields: field ? [{ field, message }] : [],
  });

export const notInStudy = (): DomainError =>
  new DomainError({
    code: 'item_bank.not_in_study',
    kind: 'invalid',
    message: 'The study did not judge every one of these versions.',
    next: 'Choose a study that holds all of them, or judge the others first.',
  });
