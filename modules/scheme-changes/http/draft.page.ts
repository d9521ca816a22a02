import type { Temporal } from 'temporal-polyfill';
import { pageLinks, type Page } from '../../../src/platform/http/paging.js';
import { formatCount, formatDate } from '../../../src/platform/views/helpers/format.js';
import type { SubjectKind } from '../domain/states.js';
import type { DraftView } from '../use-cases/read-draft.js';
import type { DraftLine } from '../use-cases/read-drafts.js';
import type { Cohort, Impact } from '../use-cases/read-impact.js';
import { changeWords, clauseName, outcomeWords } from './change-words.js';

/** The list of drafts, newest first. */
export function draftsPage({ rows, next }: Page<DraftLine>, path: string, after: string | undefined) {
  return {
    drafts: rows.map(({ id, title, version, effectiveFrom, state, broughtAt }) => ({
      href: `${path}/${id}`,
      title,
      version,
      state,
      effectiveFrom: effectiveFrom.toString(),
      broughtAt: broughtAt.toString(),
    })),
    links: pageLinks(path, {}, { after, next }),
  };
}

/** One draft: what differs, whom it would touch, and what can be done with it. */
export function draftPage(draft: DraftView) {
  const { id, title, version, state, base, changes, impact, own, holdsForHolders } = draft;
  const isOpen = state === 'draft';
  const previewed = impact?.state === 'done';
  return {
    id,
    title,
    version,
    state,
    own,
    isOpen,
    holdsForHolders,
    facts: factsOf(draft),
    base: { version: base.version, effectiveFrom: base.effectiveFrom.toString() },
    columns: [{ label: 'Rule' }, { label: `Version ${base.version}` }, { label: `This draft, ${version}` }],
    changes: changes.map(({ path, before, after }) => ({
      cells: [{ text: path.replaceAll('_', ' ') }, { text: before ?? '–' }, { text: after ?? '–' }],
    })),
    impact: impact && impactView(draft, impact),
    mayAsk: isOpen && impact?.state !== 'running',
    again: impact ? 'Make the preview again' : 'Make the preview',
    mayPublish: isOpen && !own && previewed,
    waitsForColleague: isOpen && own && previewed,
    waitsForPreview: isOpen && !previewed,
  };
}

function factsOf({ code, effectiveFrom, broughtBy, broughtAt, settledBy, settledAt, state, timeZone }: DraftView) {
  const settled = { published: 'Published by', replaced: 'Replaced by', discarded: 'Discarded by', draft: '' }[state];
  const day = (instant: Temporal.Instant | null) =>
    instant ? formatDate(instant.toZonedDateTimeISO(timeZone).toPlainDate()) : '';
  return [
    { key: 'Certification', value: code },
    { key: 'Would hold from', value: formatDate(effectiveFrom) },
    { key: 'Brought in by', value: `${broughtBy}, ${day(broughtAt)}` },
    ...(settledBy ? [{ key: settled, value: `${settledBy}, ${day(settledAt)}` }] : []),
  ];
}

const COHORTS: Record<SubjectKind, { label: string; heading: string }> = {
  application: { label: 'open application', heading: 'Open applications' },
  credential: { label: 'credential', heading: 'Credentials' },
};

function impactView({ id: draftId, holdsForHolders }: DraftView, impact: Impact) {
  const { state, asOf, askedAt, cohorts, counts, clauses } = impact;
  const people = `/desk/scheme-changes/${draftId}/people`;
  return {
    isRunning: state === 'running',
    isDone: state === 'done',
    isStopped: state === 'stopped',
    asOf: asOf.toString(),
    askedAt: askedAt.toString(),
    counted: cohorts.reduce((sum, one) => sum + one.counted, 0),
    total: cohorts.reduce((sum, one) => sum + one.total, 0),
    touched: counts.reduce((sum, one) => sum + one.count, 0),
    people,
    cohorts: cohorts.map((cohort) => ({
      heading: COHORTS[cohort.kind].heading,
      stays: staysWords(cohort, holdsForHolders),
      any: cohort.total > 0,
      outcomes: (['gains', 'loses', 'date', 'needs'] as const).map((outcome) => ({
        value: counts
          .filter((one) => one.kind === cohort.kind && one.outcome === outcome)
          .reduce((sum, one) => sum + one.count, 0),
        label: outcomeWords(cohort.kind, outcome),
        href: `${people}?kind=${cohort.kind}&outcome=${outcome}`,
      })),
      clauses: clauses
        .filter(({ kind }) => kind === cohort.kind)
        .map((one) => ({
          href: `${people}?${new URLSearchParams({ kind: one.kind, clause: one.clause }).toString()}`,
          people: formatCount(one.people, 'person', 'people'),
          text: `${clauseName(one.title)}: ${changeWords(one, one.least, one.most)}`,
        })),
    })),
  };
}

/** Which cohort is affected, and which stays under the rules it has. */
function staysWords({ kind, counted, bound }: Cohort, holdsForHolders: boolean): string {
  const all = formatCount(counted, COHORTS[kind].label);
  if (kind === 'application') {
    return `${all}: each keeps the version it began under. Below is what a new applicant with the same evidence would see.`;
  }
  if (!holdsForHolders) {
    return `${all}: all stay under the rules of their grant, since the draft does not say otherwise. Below is what would differ if it held for them.`;
  }
  const stay = counted - bound;
  return `${all}: the draft would hold for ${bound}, as it says; ${stay} stay under the rules they have.`;
}
