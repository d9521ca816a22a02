import { Temporal } from 'temporal-polyfill';
import type { TimeLimit } from '../definition/values.js';
import type { SchemeDefinition } from '../scheme-definition.js';
import type { Check, Contradiction } from './contradiction.js';

// What the body promises to whoever complains.

function complaintsAreAnsweredBeforeTheyAreDecided({ discipline }: SchemeDefinition): Contradiction[] {
  if (!discipline.complaint) return [];
  const { acknowledge, decide } = discipline.complaint;
  if (daysIn(acknowledge) <= daysIn(decide)) return [];
  return [
    {
      path: ['discipline', 'complaint', 'acknowledge'],
      reason: `a complaint would be decided (${decide}) before it has to be acknowledged`,
    },
  ];
}

/** About how many days a time limit is: five business days are a week. */
function daysIn(limit: TimeLimit): number {
  const businessDays = /^P(\d+)BD$/.exec(limit);
  if (businessDays) return (Number(businessDays[1]) * 7) / 5;
  return Temporal.Duration.from(limit).total({ unit: 'days', relativeTo: Temporal.PlainDate.from('2026-01-01') });
}

export const CONDUCT: readonly Check[] = [complaintsAreAnsweredBeforeTheyAreDecided];
