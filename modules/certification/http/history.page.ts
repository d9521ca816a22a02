import { inPageWords } from '../../schemes/schemes.public.js';
import { Temporal } from 'temporal-polyfill';
import type { ApplicationDetail } from '../use-cases/read-applications.js';

/** One entry of an application's timeline. */
export interface HistoryEntry {
  readonly title: string;
  readonly at: Temporal.Instant;
  readonly text: string | null;
}

/** Newest first, as the `timeline` component takes it. */
export function historyRows(entries: readonly HistoryEntry[], timeZone: string) {
  return entries
    .toSorted((a, b) => Temporal.Instant.compare(b.at, a.at))
    .map(({ title, at, text }) => ({ title, when: at.toString(), timeZone, text }));
}

/** Clause id → what it is called in the tree. */
export function clauseTitles({ eligibility }: Pick<ApplicationDetail, 'eligibility'>): ReadonlyMap<string, string> {
  const titles = new Map<string, string>();
  const collect = (clauses: NonNullable<typeof eligibility>['clauses']): void => {
    for (const clause of clauses) {
      titles.set(clause.id, inPageWords(clause.title));
      collect(clause.children);
    }
  };
  collect(eligibility?.clauses ?? []);
  return titles;
}

/** What a happening is about and what was said to the applicant, in one line. */
export function aboutText(
  { clauseId, text }: { clauseId: string | null; text: string | null },
  titles: ReadonlyMap<string, string>,
): string | null {
  const about = clauseId === null ? null : (titles.get(clauseId) ?? clauseId);
  return [about, text].filter((part) => part !== null && part !== '').join('. ') || null;
}
