/** How somebody reaches a line: a list, so that pages can say it in the language of whoever reads. */
export const SUPPORT_WAYS = ['call', 'text', 'call_or_text'] as const;
export type SupportWay = (typeof SUPPORT_WAYS)[number];

/** Somebody to talk to at any hour, outside of this product. */
export interface SupportLine {
  way: SupportWay;
  /** As it is dialled: digits, spaces, hyphens, a plus before. */
  phone: string;
}

/** A number that a phone can dial, three digits (988) to sixteen. */
export const DIALLED = /^(?=(?:\D*\d){3,16}\D*$)\+?\d(?:[\d -]{0,18}\d)?$/u;
