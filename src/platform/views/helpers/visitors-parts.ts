import type { PageContext } from '../page-context.js';

/** Each part for each place in the menu and each line of support: far fewer than this, unless somebody plays with addresses. */
const REMEMBERED = 1_000;

/**
 * Parts of the layout that all visitors get alike, written once instead of for every page. Whoever is signed in gets their
 * own. A part may say nothing but what `sameness` holds: areas, the current one, the ways to other languages, and where
 * support is.
 */
export class VisitorsParts {
  private readonly written = new Map<string, string>();

  /** @param name of the part, different for each */
  of(name: string, page: PageContext, write: () => string): string {
    if (page.actor.kind !== 'anonymous') return write();
    const key = `${name} ${sameness(page)}`;
    const known = this.written.get(key);
    if (known !== undefined) return known;
    if (this.written.size >= REMEMBERED) this.written.clear();
    const text = write();
    this.written.set(key, text);
    return text;
  }
}

function sameness({ actor, languages = [], supportNow }: PageContext): string {
  let places = '';
  for (const { href, current } of actor.areas) places += current ? `${href}* ` : `${href} `;
  for (const { code } of languages) places += `${code} `;
  return `${places}${supportNow.href} ${supportNow.label}`;
}
