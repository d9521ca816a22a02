import { DomainError } from '../../src/kernel/domain-error.js';
import { BODY_SETTINGS, type BodySettingCode } from './domain/body-settings.js';

export function nobodyWithNumber(): DomainError {
  return new DomainError({
    code: 'organizations.nobody_with_number',
    kind: 'invalid',
    message: 'We could not find a person with this number.',
    next: 'Ask them for the number on their profile page. It begins with P.',
    fields: [{ field: 'personNumber', message: 'Check the number: it has a slip in it, or belongs to nobody.' }],
  });
}

export function roleHeldAlready(): DomainError {
  return new DomainError({
    code: 'organizations.role_held_already',
    kind: 'conflict',
    message: 'This person has this role already.',
    next: 'Nothing needs to be done.',
    fields: [{ field: 'role', message: 'They have this role already.' }],
  });
}

export function roleOfOtherKind(): DomainError {
  return new DomainError({
    code: 'organizations.role_of_other_kind',
    kind: 'invalid',
    message: 'Organizations of this kind do not have that role.',
    next: 'Choose a role from the list.',
    fields: [{ field: 'role', message: 'Choose a role from the list.' }],
  });
}

export function lastAdministrator(): DomainError {
  return new DomainError({
    code: 'organizations.last_administrator',
    kind: 'conflict',
    message: 'Somebody must be able to look after the staff list.',
    next: 'Make a colleague administrator first, then end this role.',
  });
}

export function slugTaken(slug: string): DomainError {
  return new DomainError({
    code: 'organizations.slug_taken',
    kind: 'conflict',
    message: `There is already an organization with the short name "${slug}".`,
    next: 'Choose another short name.',
    fields: [{ field: 'slug', message: 'This short name is taken.' }],
  });
}

export function unknownTimeZone(): DomainError {
  return new DomainError({
    code: 'organizations.unknown_time_zone',
    kind: 'invalid',
    message: 'We do not know this time zone.',
    next: 'Use an IANA name such as America/New_York.',
    fields: [{ field: 'timeZone', message: 'Use an IANA name such as America/New_York.' }],
  });
}

export function settingOutOfRange(code: BodySettingCode): DomainError {
  const { min, max } = BODY_SETTINGS[code];
  const message = `Enter a whole number from ${min} to ${max}`;
  return new DomainError({
    code: 'organizations.setting_out_of_range',
    kind: 'invalid',
    message: 'This setting does not take that value.',
    next: `${message}.`,
    fields: [{ field: 'value', message }],
  });
}

export function holidayEnteredAlready(): DomainError {
  return new DomainError({
    code: 'organizations.holiday_entered_already',
    kind: 'conflict',
    message: 'That day is in the list already.',
    next: 'Look for it in the list below.',
    fields: [{ field: 'onDate', message: 'This day is a holiday already' }],
  });
}

/** The rules that keep teaching and the bank of exam items apart (ISO/IEC 17024, 5.2), by the constraint that held. */
const itemRules: Readonly<Record<string, string>> = {
  membership_bank_instructs:
    'Whoever instructs, or did within the time for which the body keeps people apart, does not work with exam items.',
  membership_bank_writes:
    'Whoever writes or reviews courses, or did within the time for which the body keeps people apart, does not work with exam items.',
  membership_bank_trained:
    'Whoever trained somebody within the time for which the body keeps people apart does not work with exam items.',
  membership_instructor_in_bank:
    'Whoever works with the exam items of a certifying body, or did within the time for which it keeps people apart, does not instruct.',
  membership_content_in_bank:
    'Whoever works with the exam items of a certifying body, or did within the time for which it keeps people apart, neither writes nor reviews courses.',
};

/** @returns null for any other constraint */
export function keptFromItems(constraint: string | undefined): DomainError | null {
  const rule = constraint === undefined ? undefined : itemRules[constraint];
  if (!rule) return null;
  return new DomainError({
    code: 'organizations.kept_from_items',
    kind: 'conflict',
    message: rule,
    next: 'Choose somebody else for this role. Nothing was changed.',
    fields: [{ field: 'role', message: rule }],
  });
}
