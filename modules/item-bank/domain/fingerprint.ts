import { sha256 } from '../../../src/kernel/canonical-json.js';
import type { ItemContent } from './item.js';

/**
 * What makes two questions one: stem and options, whatever their order, case of Latin letters and white space. Scenario,
 * rationale and key are left out on purpose: with other trimmings it is still the same question. The database computes the same
 * for the questions of courses (`item_fingerprint`), so nothing here may depend on a locale.
 */
export function fingerprintOf({ stem, options }: Pick<ItemContent, 'stem' | 'options'>): string {
  const texts = options.map(({ text }) => words(text)).sort(byBytes);
  return sha256([words(stem), ...texts].join('\n'));
}

function words(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[A-Z]/g, (letter) => letter.toLowerCase())
    .replace(/[ \t\r\n\f\v]+/g, ' ')
    .replace(/^ +| +$/g, '');
}

/** As PostgreSQL's "C": by the bytes of UTF-8. */
function byBytes(one: string, other: string): number {
  return Buffer.compare(Buffer.from(one), Buffer.from(other));
}
