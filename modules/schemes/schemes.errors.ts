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

export function dayHasBegun(effectiveFrom: string): DomainError {
  const message = `The rules of a day that has begun stay the rules of that day, and ${effectiveFrom} is not in the future.`;
  const next = 'Choose tomorrow or a later day from which the new rules apply.';
  const fields = [{ field: 'effectiveFrom', message: next }];
  return new DomainError({ code: 'schemes.day_has_begun', kind: 'conflict', message, next, fields });
}

export function knownVersion(title: string, version: string): DomainError {
  return new DomainError({
    code: 'schemes.known_version',
    kind: 'conflict',
    message: `These rules of ${title} are published already, as version ${version}: nothing differs.`,
    next: 'Change what is to be different, and give the version another name.',
  });
}

export function dayIsTaken(title: string, effectiveFrom: string): DomainError {
  const message = `Another version of ${title} already begins on ${effectiveFrom}.`;
  const next = 'Choose another day from which the new rules apply: one version covers a day.';
  const fields = [{ field: 'effectiveFrom', message: next }];
  return new DomainError({ code: 'schemes.day_taken', kind: 'conflict', message, next, fields });
}

/** An address names a stage that the certification does not have. */
export function noSuchStage(): DomainError {
  return new DomainError({
    code: 'schemes.no_such_stage',
    kind: 'not_found',
    message: 'This certification has no such stage.',
    next: 'Open the page of the certification again; it leads to each of its stages.',
  });
}
