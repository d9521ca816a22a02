import type { RequestContext } from '../../../src/platform/http/request-context.js';

/** What a clause of somebody's rules asks of a form, carried in the address that leads there. */
export interface Asked {
  readonly bodyId: string | undefined;
  /** Kinds of document, or variants of a statement, of which one will do. */
  readonly types: readonly string[];
  /** At which point a declaration is asked for. */
  readonly at: string | undefined;
  /** The page that led here, where the person goes on afterwards: an address of ours. */
  readonly from: string | undefined;
}

export const NOTHING_ASKED: Asked = { bodyId: undefined, types: [], at: undefined, from: undefined };

/** Reads `?body=…&types=a,b&at=application&from=/home`. What the form does not know of it, it leaves aside. */
export function askedOf({ query }: Pick<RequestContext, 'query'>): Asked {
  const text = (name: string) => (typeof query[name] === 'string' && query[name] !== '' ? query[name] : undefined);
  const types = text('types')?.split(',') ?? [];
  return { bodyId: text('body'), types, at: text('at'), from: ownAddress(text('from')) };
}

/** The same as the end of an address, so that a form that is shown again still knows it; empty where nothing is asked. */
export function addressOf({ bodyId, types, at, from }: Asked): string {
  const asked = Object.entries({ body: bodyId, types: types.join(','), at, from });
  const given = asked.filter((entry): entry is [string, string] => Boolean(entry[1]));
  return given.length > 0 ? `?${new URLSearchParams(given).toString()}` : '';
}

/** Of ours alone: whoever made the link leads nobody to another site. */
function ownAddress(address: string | undefined): string | undefined {
  return address && /^\/(?!\/)[\w./?=&%-]*$/.test(address) ? address : undefined;
}
