import type { HttpRequest } from './request-context.js';

/** The address, within this site, of the page on which a link or button was pressed; the front page where none is told. */
export function cameFrom({ headers }: Pick<HttpRequest, 'headers'>): string {
  const { referer = '', host } = headers;
  if (!URL.canParse(referer)) return '/';
  const { host: from, pathname, search } = new URL(referer);
  return from === host && !pathname.startsWith('//') ? `${pathname}${search}` : '/';
}
