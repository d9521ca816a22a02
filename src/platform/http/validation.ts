import { registerDecorator, type ValidationError, type ValidationOptions } from 'class-validator';
import { ValidationPipe, type ArgumentMetadata } from '@nestjs/common';
import { readDate } from '../../kernel/dates.js';
import { DomainError, type FieldProblem } from '../../kernel/domain-error.js';
import { rememberRules } from './remembered-rules.js';
import { illFormedIn } from './well-formed.js';

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

  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (metadata.type === 'body') refuseUnreadableBody(value);
    return (await super.transform(value, metadata)) as unknown;
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

/**
 * An error of a use case that several requests share, with its fields by the names that this request has for them.
 * @param names what a field is called here, by what the use case calls it
 */
export function withFieldsNamed(error: unknown, names: Readonly<Record<string, string>>): unknown {
  if (!(error instanceof DomainError)) return error;
  const { code, kind, message, next, retryAfter } = error;
  const fields = error.fields.map((one) => ({ ...one, ...(one.field && { field: names[one.field] ?? one.field }) }));
  return new DomainError({ code, kind, message, next, retryAfter, fields });
}

function refuseUnreadableBody(sent: unknown): void {
  if (sent !== undefined && sent !== null && (typeof sent !== 'object' || Array.isArray(sent)))
    throw unacceptable([{ message: 'Send one object with the fields by their names.' }]);
  refuseIllFormed(sent);
}

/**
 * Refuses what was sent with a text that no text may be, wherever in it, and names the field.
 * @throws DomainError invalid
 */
export function refuseIllFormed(sent: unknown): void {
  const field = illFormedIn(sent);
  if (field === undefined) return;
  const message = 'This holds a character that cannot be read. Type it again, please.';
  throw unacceptable([{ ...(field && { field }), message }]);
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
  return typeof value === 'string' && readDate(value) !== null;
}
