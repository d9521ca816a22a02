import { HttpException } from '@nestjs/common';
import { DomainError, type DomainErrorKind, type FieldProblem } from '../../kernel/domain-error.js';

const STATUS: Record<DomainErrorKind, number> = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  gone: 410,
  too_many: 429,
  unavailable: 503,
};

/** What went wrong: RFC 9457 members, and `next`, what the reader can do. */
export interface Problem {
  /** The kind of problem, as an address. */
  type: string;
  /** What happened, in words for people. */
  title: string;
  status: number;
  /** What to do next, in words for people. */
  next: string;
  /** Stable, for programs. */
  code: string;
  /** Which parts of what was sent it is about. */
  problems?: FieldProblem[];
  /** Seconds after which a repeat is worthwhile. */
  retryAfter?: number;
}

/** A problem document (RFC 9457), with what the reader can do. */
export interface ProblemDocument extends Problem {
  /** The path that was asked for. */
  instance: string;
  /** By which the log of this place knows the request. */
  requestId: string;
}

const DATABASE_UNREACHABLE = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  '57P01',
  '57P02',
  '57P03',
  '53300',
  '08006',
  '08001',
]);

/** pg gives these no code: no connection in time, or one that broke under a query. */
const NO_CONNECTION = /timeout exceeded when trying to connect|^Connection terminated/;

/** Whatever was thrown, as the one error shape. Only domain errors show their own words; others are ours to mend. */
export function toProblem(error: unknown): Problem {
  if (error instanceof DomainError) return fromDomainError(error);
  if (error instanceof HttpException) return fromStatus(error.getStatus());
  const { code, driverError, statusCode, message } = error as {
    code?: string;
    statusCode?: number;
    message?: string;
    driverError?: { code?: string };
  };
  if (DATABASE_UNREACHABLE.has(driverError?.code ?? code ?? '') || NO_CONNECTION.test(message ?? ''))
    return fromStatus(503);
  if (statusCode && statusCode >= 400 && statusCode < 500) return fromStatus(statusCode);
  return fromStatus(500);
}

function fromDomainError(error: DomainError): Problem {
  return {
    type: `/problems/${error.code}`,
    title: error.message,
    status: STATUS[error.kind],
    next: error.next,
    code: error.code,
    ...(error.fields.length > 0 && { problems: error.fields }),
    ...(error.retryAfter !== undefined && { retryAfter: error.retryAfter }),
  };
}

const WORDS: Record<number, [title: string, next: string]> = {
  400: ['We could not read what was sent.', 'Check it and send it again.'],
  404: ['There is no page at this address.', 'Check the address, or start again from the home page.'],
  413: ['What was sent is larger than we can take.', 'Send a file of at most 10 MB.'],
  415: ['We cannot read this kind of content.', 'Send a form or JSON.'],
  429: ['Many requests came from your connection in a short time.', 'Wait a minute, then try again.'],
  503: ['We cannot answer just now.', 'Try again in a minute. Nothing that was saved before is lost.'],
};

function fromStatus(status: number): Problem {
  const [title, next] = WORDS[status] ?? [
    'Something went wrong on our side.',
    'Try again in a minute. If it happens again, tell us the request number below.',
  ];
  return {
    type: 'about:blank',
    title,
    status,
    next,
    code: `http.${status}`,
    ...(status === 503 && { retryAfter: 30 }),
  };
}
