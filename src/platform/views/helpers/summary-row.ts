/** One row of a summary list, as pages give it. */
export interface SummaryRow {
  key: string;
  /** A text or number; an array is shown line by line. */
  value?: string | number | readonly unknown[] | null;
  /** Shown in word and shape instead of a value. */
  state?: string;
  /** Where the value can be changed. */
  href?: string;
  /** Completes "Change" for screen readers; the key when absent. */
  about?: string;
}

/** The row with its value sorted out once: a text, lines, or neither. */
export function summaryRow({ key, value, state, href, about = key }: SummaryRow) {
  if (state) return { key, state, href, about };
  if (Array.isArray(value)) return { key, lines: value as readonly unknown[], href, about };
  const text = value === undefined || value === null ? '' : String(value);
  return { key, text, href, about };
}
