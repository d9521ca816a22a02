import { pageLinks, type Page } from '../../../src/platform/http/paging.js';
import { formatDate } from '../../../src/platform/views/helpers/format.js';
import type { DraftView } from '../use-cases/read-draft.js';
import type { TouchedPerson, TouchedQuestion } from '../use-cases/read-touched.js';
import { changeWords, clauseName, kindWords, outcomeWords } from './change-words.js';

const OUTCOMES = ['gains', 'loses', 'date', 'needs'] as const;
const KINDS = ['application', 'credential'] as const;

/** What changes for one person, clause by clause. */
export function changeLines({ impact }: Pick<DraftView, 'impact'>, { kind, changes }: TouchedPerson): string[] {
  return changes.map((change) => {
    const known = impact?.clauses.find((one) => one.kind === kind && one.clause === change.clause);
    return `${clauseName(known?.title ?? [change.clause])}: ${changeWords(change, change.amount)}`;
  });
}

/** A page of the list of those whom a draft touches, with what narrows it. */
export function touchedPage(draft: DraftView, { rows, next }: Page<TouchedPerson>, question: TouchedQuestion) {
  const { kind, outcome, clause, after } = question;
  const path = `/desk/scheme-changes/${draft.id}/people`;
  const filters = { kind, outcome, clause };
  return {
    draft: { id: draft.id, title: draft.title, version: draft.version },
    filters,
    clauseWords: clauseTitle(draft, clause),
    kinds: KINDS.map((value) => ({ value, label: `${kindWords(value)}s` })),
    outcomes: OUTCOMES.map((value) => ({ value, label: OUTCOME_LABELS[value] })),
    columns: [{ label: 'Person' }, { label: 'What' }, { label: 'Outcome' }, { label: 'Day' }, { label: 'By clause' }],
    rows: rows.map((row) => ({
      cells: [
        { text: row.name, note: row.number },
        { text: kindWords(row.kind), note: row.bound ? 'the new version holds' : 'keeps its rules' },
        { text: outcomeWords(row.kind, row.outcome) },
        { text: daysOf(row) },
        { text: changeLines(draft, row).join('; ') || 'no clause' },
      ],
    })),
    csv: pageLinks(`${path}.csv`, filters, { next: null, after: 'x' }).first,
    links: pageLinks(path, filters, { after, next }),
  };
}

const OUTCOME_LABELS = {
  gains: 'Would meet all',
  loses: 'Would no longer meet all',
  date: 'Another day',
  needs: 'More or less on the way',
} as const;

function clauseTitle({ impact }: DraftView, clause: string | undefined): string | null {
  if (!clause) return null;
  return clauseName(impact?.clauses.find((one) => one.clause === clause)?.title ?? [clause]);
}

function daysOf({ beforeOn, afterOn }: TouchedPerson): string {
  const [before, after] = [beforeOn, afterOn].map((day) => (day ? formatDate(day) : '–'));
  return before === after ? (before ?? '') : `${before} → ${after}`;
}
