import { DomainError } from '../../kernel/domain-error.js';
import { isApi, type HttpRequest } from './request-context.js';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

function fromElsewhere(): DomainError {
  return new DomainError({
    code: 'http.cross_site',
    kind: 'forbidden',
    message: 'This request came from another website, so we did not act on it.',
    next: 'Open the page on this site and send the form from there.',
  });
}

/**
 * The first wall against forged requests: browsers say where a request comes from (Fetch Metadata), older ones name the
 * origin. The second is the token in each form. The API takes no cookies and needs neither.
 * @throws DomainError `http.cross_site`
 */
export function checkOrigin(request: HttpRequest, publicOrigin: string): void {
  if (SAFE.has(request.method) || isApi(request)) return;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) {
    if (site !== 'same-origin' && site !== 'none') throw fromElsewhere();
    return;
  }
  const origin = request.headers.origin;
  if (origin === undefined) return;
  const own = new Set([publicOrigin, `${request.protocol}://${request.host}`]);
  if (!own.has(origin)) throw fromElsewhere();
}
