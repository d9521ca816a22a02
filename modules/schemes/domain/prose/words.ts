import { Temporal } from 'temporal-polyfill';
import type { ClockStart } from '../definition/prerequisites.js';
import type { TimeLimit } from '../definition/values.js';
import { topicWords, type Wording } from '../wording.js';

// The values of a scheme as they stand in a sentence.

/** "P2Y" → "2 years", "P5BD" → "5 business days", "PT72H" → "72 hours". */
export function durationWords(limit: TimeLimit): string {
  const business = /^P(\d+)BD$/.exec(limit);
  if (business) return counted(Number(business[1]), 'business day');
  const { years, months, weeks, days, hours } = Temporal.Duration.from(limit);
  const parts = [
    counted(years, 'year'),
    counted(months, 'month'),
    counted(weeks, 'week'),
    counted(days, 'day'),
    counted(hours, 'hour'),
  ].filter((part) => !part.startsWith('0 '));
  return parts.join(' and ') || 'no time';
}

/** Decimal hours as a board writes them: "19.5 hours". */
export function hoursWords(hours: number): string {
  return counted(hours, 'hour');
}

export function counted(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? '' : 's'}`;
}

/** US dollars, as boards publish them; nothing where none is stated. */
export function moneyWords(amount: number | null | undefined): string {
  if (amount === null || amount === undefined) return 'not published';
  return Number.isInteger(amount) ? `$${amount}` : `$${amount.toFixed(2)}`;
}

export function listWords(items: readonly string[], last: 'and' | 'or' = 'and'): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`;
}

/** The words of codes; a code without words stands as itself, with spaces. */
export class Names {
  constructor(private readonly wording: Wording) {}

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
}

export function plain(code: string): string {
  return code.replaceAll(/[_-]/g, ' ');
}

export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
