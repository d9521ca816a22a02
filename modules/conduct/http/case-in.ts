import { idParam } from '../../../src/platform/http/params.js';
import type { RequestContext } from '../../../src/platform/http/request-context.js';
import type { OwnDecision } from '../use-cases/read-appeals.js';

type Address = Pick<RequestContext, 'params'>;

/** The ids of cases in a route's address. @throws DomainError not_found for a text that cannot be an id */
export const complaintIn = (ctx: Address): string => idParam(ctx, 'id', 'this complaint');
export const noticeIn = (ctx: Address): string => idParam(ctx, 'id', 'this notice');
export const appealIn = (ctx: Address): string => idParam(ctx, 'id', 'this appeal');

/** The decision to appeal: the one of a form that is shown again, else named in the address by itself or by its application. */
export function decisionIn({ form, query }: Pick<RequestContext, 'form' | 'query'>): OwnDecision {
  const typed = form?.values['decisionId'];
  const { decision = '', application } = query;
  const named = { decision: typeof typed === 'string' ? typed : decision, application: application ?? '' };
  return named.decision === '' && application !== undefined
    ? { applicationId: idParam({ params: named }, 'application', 'this decision') }
    : { decisionId: idParam({ params: named }, 'decision', 'this decision') };
}
