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

/** A suspension at once is confirmed by a second person in a time that there is, and before the complaint itself is decided. */
function emergenciesCanBeConfirmed({ discipline }: SchemeDefinition): Contradiction[] {
  if (!discipline.emergency) return [];
  const { confirm_within: confirm } = discipline.emergency;
  const decide = discipline.complaint?.decide;
  const path = ['discipline', 'emergency', 'confirm_within'];
  if (daysIn(confirm) <= 0) return [{ path, reason: 'a suspension at once would end before anybody could confirm it' }];
  if (!decide || daysIn(confirm) <= daysIn(decide)) return [];
  return [
    {
      path,
      reason: `a suspension at once would wait for its confirmation when the complaint has to be decided (${decide})`,
    },
  ];
}

/** About how many days a time limit is: five business days are a week. */
function daysIn(limit: TimeLimit): number {
  const businessDays = /^P(\d+)BD$/.exec(limit);
  if (businessDays) return (Number(businessDays[1]) * 7) / 5;
  return Temporal.Duration.from(limit).total({ unit: 'days', relativeTo: Temporal.PlainDate.from('2026-01-01') });
}

export const CONDUCT: readonly Check[] = [complaintsAreAnsweredBeforeTheyAreDecided, emergenciesCanBeConfirmed];
