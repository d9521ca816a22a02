import { validate } from 'uuid';
import { notFound } from '../../kernel/domain-error.js';
import type { RequestContext } from './request-context.js';

/**
 * The id in a route's address.
 * @param what what it names, for the words of the problem ("this entry")
 * @throws DomainError not_found for a text that cannot be an id: it looks like an id nobody has
 */
export function idParam(ctx: Pick<RequestContext, 'params'>, name: string, what: string): string {
  const id = ctx.params[name];
  if (!id || !validate(id)) throw notFound(what);
  return id;
}
