import { Temporal } from 'temporal-polyfill';
import { validate } from 'uuid';
import type { RequestContext } from '../../../src/platform/http/request-context.js';
import { isPlainDate, unacceptable } from '../../../src/platform/http/validation.js';

/**
 * What an address asks: the scheme, and where given the body, the day and the stage.
 * @throws DomainError input.needs_attention for a day that does not exist or a body that cannot be
 */
export function questionOf({ params, query }: Pick<RequestContext, 'params' | 'query'>) {
  const { on, body, stage } = query;
  if (on !== undefined && !isPlainDate(on)) {
    throw unacceptable([{ field: 'on', message: 'Enter a date that exists, such as 2026-11-21' }]);
  }
  if (body !== undefined && !validate(body)) {
    throw unacceptable([{ field: 'body', message: 'Give the certifying body by its id' }]);
  }
  return {
    code: params.schemeCode ?? '',
    ...(on !== undefined && { onDate: Temporal.PlainDate.from(on) }),
    ...(body !== undefined && { bodyId: body }),
    ...(stage !== undefined && { stage }),
  };
}
