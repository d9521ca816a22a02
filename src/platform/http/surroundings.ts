import type { Language } from '../../kernel/languages.js';
import type { PageArea } from '../views/page-context.js';
import type { RequestContext } from './request-context.js';

export interface Surroundings {
  displayName?: string;
  /** That a person who is signed in chose for pages. */
  language?: Language;
  areas: PageArea[];
  supportNow: SupportNow;
}

/** Somebody to talk to at any hour: a number to press, never an address that could count who does. */
export interface SupportNow {
  label: string;
  /** `tel:` or `sms:` */
  href: string;
  phone: string;
}

/** What stands around every page for the one who reads it: name, navigation, where to find support now. */
export abstract class PageSurroundings {
  abstract describe(ctx: RequestContext): Promise<Surroundings>;

  /** What stands on a page that nothing else is known for, while the database is away for example. */
  abstract supportNow(): SupportNow;
}
