import { notFound } from '../../kernel/domain-error.js';
import type { HttpRequest } from './request-context.js';
import { refuseIllFormed } from './validation.js';

/** Longest part of an address that could name something here. */
const LONGEST_PART = 300;

/** An address and a cookie are decoded from UTF-8, so that this alone is left to look for, and only where it was written. */
const NUL = '\u0000';

/**
 * Refuses an address of which a part can name nothing, before anything is looked up by it. A cookie that holds such a text is
 * as good as not sent.
 * @throws DomainError not_found for the path, invalid for a field of the query
 */
export function refuseUnreadableAddress({ params, query, url, headers, cookies }: HttpRequest): void {
  const parts = Object.values((params ?? {}) as Record<string, string>);
  if (parts.some((part) => part.length > LONGEST_PART || part.includes(NUL))) throw notFound('this page');
  if (url.includes('%00')) refuseIllFormed(query);
  if (headers.cookie?.includes('%00'))
    for (const [name, value] of Object.entries(cookies)) if (value?.includes(NUL)) delete cookies[name];
}
