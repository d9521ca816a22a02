import type { PageArea } from '../views/page-context.js';
import type { RequestContext } from './request-context.js';

export interface Surroundings {
  displayName?: string;
  areas: PageArea[];
  supportNow: { label: string; href: string; phone: string };
}

/** What stands around every page for the one who reads it: name, navigation, where to find support now. */
export abstract class PageSurroundings {
  abstract describe(ctx: RequestContext): Promise<Surroundings>;
}
