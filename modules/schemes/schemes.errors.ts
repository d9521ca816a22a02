import { DomainError, notFound } from '../../src/kernel/domain-error.js';

export function schemeNotFound(): DomainError {
  return notFound('this certification');
}

export function noVersionOnDate(title: string, onDate: string): DomainError {
  return new DomainError({
    code: 'schemes.no_version_on_date',
    kind: 'conflict',
    message: `No rules of ${title} are in force on ${onDate}.`,
    next: 'Ask the certifying body from which day its rules apply.',
  });
}

export function schemeOfSeveralBodies(title: string): DomainError {
  return new DomainError({
    code: 'schemes.several_bodies',
    kind: 'conflict',
    message: `Several certifying bodies run ${title}.`,
    next: 'Say which certifying body you mean.',
  });
}
