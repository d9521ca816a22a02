import { Temporal } from 'temporal-polyfill';
import type { ClockStart } from '../definition/prerequisites.js';
import type { TimeLimit } from '../definition/values.js';
import { topicWords, type Wording } from '../wording.js';
import type { SentenceKey } from './sentences.js';

type TimeUnit = 'year' | 'month' | 'week' | 'day' | 'hour';

/** English as everywhere in the product: no comma before the last of a list. */
const LOCALES: Readonly<Record<string, string>> = { en: 'en-GB', es: 'es-US' };

/** The values of a scheme as they stand in a sentence of one language; a code without words stands as itself, with spaces. */
export class Names {
  /** Codes that were said, and those of them that the wording has no words for. */
  readonly codes = { said: new Set<string>(), wordless: new Set<string>() };
  private readonly locale: string;

  constructor(private readonly wording: Wording) {
    this.locale = LOCALES[wording.language] ?? wording.language;
  }

  /** A sentence with its values put in. */
  say(key: SentenceKey, values: Readonly<Record<string, string | number>> = {}): string {
    return this.wording.prose[key].replaceAll(/\{(\w+)\}/g, (_, name: string) => this.value(values[name]));
  }

  clause(code: string): string {
    return this.wording.clauses[code] ?? plain(code);
  }

  topic(code: string): string {
    return topicWords(code, this.wording);
  }

  document(code: string): string {
    return this.wording.documents[code] ?? plain(code);
  }

  part(of: { topic: string } | { delivery: string } | { category: string }): string {
    if ('topic' in of) return this.topic(of.topic);
    const code = 'delivery' in of ? of.delivery : of.category;
    return this.wording.parts[code] ?? plain(code);
  }

  event(event: ClockStart): string {
    return this.wording.events[event];
  }

  unit(unit: keyof Wording['units']): string {
    return this.wording.units[unit];
  }

  /** Whatever else a scheme names by a code: stages, kinds of work, fees, qualifications. */
  code(code: string): string {
    this.codes.said.add(code);
    const words = this.wording.codes[code];
    if (words === undefined) this.codes.wordless.add(code);
    return words ?? plain(code);
  }

  /** "P2Y" → "2 years", "P5BD" → "5 business days", "PT72H" → "72 hours". */
  duration(limit: TimeLimit): string {
    const business = Number(/^P(\d+)BD$/.exec(limit)?.[1]);
    if (business) return this.say(business === 1 ? 'time.business_day' : 'time.business_days', { count: business });
    const { years, months, weeks, days, hours } = Temporal.Duration.from(limit);
    const units = { year: years, month: months, week: weeks, day: days, hour: hours };
    const parts = Object.entries(units).flatMap(([unit, count]) =>
      count === 0 ? [] : [this.counted(count, unit as TimeUnit)],
    );
    return parts.length === 0 ? this.say('time.none') : this.list(parts);
  }

  /** "P1W" → "week", "P2W" → "2 weeks": what stands after "every". */
  every(limit: TimeLimit): string {
    return this.duration(limit).replace(/^1 /, '');
  }

  /** Decimal hours as a board writes them: "19.5 hours". */
  hours(hours: number): string {
    return this.counted(hours, 'hour');
  }

  /** US dollars, as boards publish them; says so where none is stated. */
  money(amount: number | null | undefined): string {
    if (amount === null || amount === undefined) return this.say('fee.unpublished');
    return Number.isInteger(amount) ? `$${amount}` : `$${amount.toFixed(2)}`;
  }

  list(items: readonly string[], last: 'and' | 'or' = 'and'): string {
    return new Intl.ListFormat(this.locale, { type: last === 'and' ? 'conjunction' : 'disjunction' }).format(items);
  }

  lowerCase(text: string): string {
    return text.toLocaleLowerCase(this.locale);
  }

  private counted(count: number, unit: TimeUnit): string {
    return count.toLocaleString(this.locale, { style: 'unit', unit, unitDisplay: 'long' });
  }

  private value(given: string | number | undefined): string {
    return typeof given === 'number' ? given.toLocaleString(this.locale) : (given ?? '');
  }
}

export function plain(code: string): string {
  return code.replaceAll(/[_-]/g, ' ');
}

export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
