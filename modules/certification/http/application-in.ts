import { idParam } from '../../../src/platform/http/params.js';
import type { RequestContext } from '../../../src/platform/http/request-context.js';

/**
 * The id of the application in a route's address.
 * @throws DomainError not_found for a text that cannot be an id
 */
export const applicationIn = (ctx: Pick<RequestContext, 'params'>): string => idParam(ctx, 'id', 'this application');
