export type DomainErrorKind =
  'invalid' | 'unauthenticated' | 'forbidden' | 'not_found' | 'conflict' | 'gone' | 'too_many' | 'unavailable';

export interface FieldProblem {
  /** Name of the form field or JSON property; absent when the problem belongs to the whole. */
  field?: string;
  /** What happened and what to do, in words for the person. */
  message: string;
}

export interface DomainErrorInput {
  /** Stable, `<module>.<what>`; the same in JSON, logs and tests. */
  code: string;
  kind: DomainErrorKind;
  /** What happened, for the person it happened to. */
  message: string;
  /** What to do next. */
  next: string;
  fields?: FieldProblem[];
  /** Whole seconds after which a repeat is worthwhile. */
  retryAfter?: number;
}

/** Everything a use case refuses. The edge makes a problem document (RFC 9457) or a page of it. */
export class DomainError extends Error {
  readonly code: string;
  readonly kind: DomainErrorKind;
  readonly next: string;
  readonly fields: FieldProblem[];
  readonly retryAfter?: number;

  constructor(input: DomainErrorInput) {
    super(input.message);
    this.name = 'DomainError';
    this.code = input.code;
    this.kind = input.kind;
    this.next = input.next;
    this.fields = input.fields ?? [];
    this.retryAfter = input.retryAfter;
  }
}

/** The answer for rows that are not there and for rows that are not yours: the two look alike on purpose. */
export function notFound(what: string): DomainError {
  return new DomainError({
    code: 'not_found',
    kind: 'not_found',
    message: `We could not find ${what}.`,
    next: 'Check the address, or go back to your home page and open it from there.',
  });
}
