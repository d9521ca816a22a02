import type { FieldProblem } from '../../kernel/domain-error.js';
import type { SupportNow } from '../http/surroundings.js';

/** What the layout of every page needs to know about the request; filled by the edge (`src/platform/http`), never by a module. */
export interface PageContext {
  /** Without a title the layout shows the name of the product alone. */
  title?: string;
  actor: {
    kind: string;
    displayName?: string;
    areas: PageArea[];
    /** The areas again, parted into those on the line of a wide header and those behind “More”. */
    onLine?: PageArea[];
    further?: PageArea[];
  };
  /**
   * Sent back by every POST form in the field `_csrf`; made only when a form asks for it, so that a page without one leaves
   * no cookie. A function and not a getter: a getter of its own would keep each request until the next full collection.
   */
  csrfToken: () => string;
  /** One-use; every POST form of the page sends it back in the field `_form`, numbered (`<formId>.1`, `<formId>.2`, …). */
  formId: string;
  /** In a demonstration every page says that nothing on it is a credential. */
  specimen: boolean;
  requestId: string;
  supportNow: SupportNow;
  /** What was typed into a form that could not be accepted, and why: fields show it again by themselves. */
  form?: SubmittedForm;
  /** Problems that came without a form. With `form` its own problems are shown. */
  problems?: PageProblem[];
  path: string;
  /** BCP 47, for the `lang` attribute and for dates. */
  language: string;
  /** IANA name of the reader's own time zone, where their device told it: for moments that belong to no body. */
  timeZone?: string;
  /** The ways to the same page in other languages. */
  languages?: readonly OtherLanguage[];
  /** The page is not there yet in the language that its reader wishes; `text` says so in it. */
  englishOnly?: { language: string; text: string };
  /** One message about what just happened ("Your entry is saved"), shown once above the page. */
  notice?: string;
}

export interface PageArea {
  href: string;
  label: string;
  current: boolean;
  /** On wide screens behind “More”, where there are more areas than fit on a line. */
  further?: boolean;
}

export interface OtherLanguage {
  code: string;
  /** As its speakers call it. */
  name: string;
}

/** A problem in the words of the page. */
export interface PageProblem extends FieldProblem {
  /** The language of the message, where it is not the page's. */
  lang?: string;
}

export interface SubmittedForm {
  values: Readonly<Record<string, unknown>>;
  problems: readonly PageProblem[];
  /** The address it was sent to: a page with several forms shows it in that one. */
  action?: string;
  /** The values were kept while the session had ended: the page says that nothing was lost. */
  kept?: boolean;
}
