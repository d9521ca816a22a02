import { DomainError } from '../../src/kernel/domain-error.js';

export const stillStaff = (): DomainError =>
  new DomainError({
    code: 'privacy.still_staff',
    kind: 'conflict',
    message: 'You work for an organization here, and its record of your work needs your account.',
    next: 'Ask an administrator to end your role first. Then come back to this page.',
  });

export const askedAlready = (): DomainError =>
  new DomainError({
    code: 'privacy.asked_already',
    kind: 'conflict',
    message: 'You asked for erasure already.',
    next: 'Your data page says when it will be carried out. Until then you can take it back.',
  });

export const nothingWaits = (): DomainError =>
  new DomainError({
    code: 'privacy.nothing_waits',
    kind: 'conflict',
    message: 'There is no erasure that could be taken back.',
    next: 'Nothing was changed.',
  });

export const dayNotPossible = (): DomainError =>
  new DomainError({
    code: 'privacy.day_not_possible',
    kind: 'invalid',
    message: 'Choose a day from today on, at most thirty years ahead.',
    next: 'Nothing was changed.',
    fields: [{ field: 'keepUntil', message: 'Choose a day from today on, at most thirty years ahead' }],
  });
