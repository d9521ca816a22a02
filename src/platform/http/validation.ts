import { Temporal } from 'temporal-polyfill';
import { registerDecorator, type ValidationError, type ValidationOptions } from 'class-validator';
import { ValidationPipe } from '@nestjs/common';
import { DomainError, type FieldProblem } from '../../kernel/domain-error.js';
import { rememberRules } from './remembered-rules.js';

/** Fields every form carries for the machine; DTOs do not name them. */
const FORM_FIELDS = new Set(['_csrf', '_form']);

/**
 * Checks a request's body against its DTO and drops what the DTO does not name.
 * Messages are written for people: give each decorator its own `message`.
 */
export class InputPipe extends ValidationPipe {
  constructor() {
    super({
      transform: true,
      whitelist: true,
      stopAtFirstError: true,
      validationError: { target: false, value: false },
      exceptionFactory: (errors) => unacceptable(fieldProblems(errors)),
    });
    rememberRules();
  }
}

/** The error for input that cannot be accepted as it is; what was typed is shown again. */
export function unacceptable(fields: FieldProblem[]): DomainError {
  return new DomainError({
    code: 'input.needs_attention',
    kind: 'invalid',
    message: 'Some answers need attention before we can save this.',
    next: 'See the notes beside them. Nothing you typed is lost.',
    fields,
  });
}

function fieldProblems(errors: ValidationError[], prefix = ''): FieldProblem[] {
  return errors
    .filter((error) => !FORM_FIELDS.has(error.property))
    .flatMap((error) => {
      const field = prefix + error.property;
      const own = Object.values(error.constraints ?? {}).slice(0, 1);
      return [...own.map((message) => ({ field, message })), ...fieldProblems(error.children ?? [], `${field}.`)];
    });
}

/** A calendar date as text, `YYYY-MM-DD`, that exists in the calendar. */
export function IsPlainDate(options: ValidationOptions = {}): PropertyDecorator {
  return (target, property) =>
    registerDecorator({
      name: 'isPlainDate',
      target: target.constructor,
      propertyName: String(property),
      options: { message: 'Enter a date that exists, such as 2026-11-21.', ...options },
      validator: { validate: isPlainDate },
    });
}

export function isPlainDate(value: unknown): boolean {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  try {
    Temporal.PlainDate.from(value, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
}
