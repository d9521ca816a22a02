import type { Temporal } from 'temporal-polyfill';
import type { Clause as SchemeClause, EligibilityTree } from '../../schemes/schemes.public.js';

type Clause = SchemeClause<unknown>;
type Tree = EligibilityTree<unknown>;

/**
 * What became of one clause for one person: `more` or `less` is still needed of something that is counted, by `amount`; it is
 * `asked` newly, or `dropped`; or it is `open` that was met, or `met` that was open.
 */
export type Effect = 'more' | 'less' | 'asked' | 'dropped' | 'open' | 'met';

export interface ClauseChange {
  readonly clause: string;
  readonly effect: Effect;
  readonly amount: number;
  readonly unit: 'minutes' | 'items' | 'score' | 'percent' | null;
}

/** `gains` and `loses` the whole; the `date` changes; or what is `needs` still changes, and nothing of these. */
export type Outcome = 'gains' | 'loses' | 'date' | 'needs';

/** How one person fares under a version. */
export interface Standing {
  readonly tree: Tree;
  /** The day that a person would be told; null where there is none to tell. */
  readonly day: Temporal.PlainDate | null;
}

export interface Difference {
  readonly outcome: Outcome;
  readonly beforeOn: Temporal.PlainDate | null;
  readonly afterOn: Temporal.PlainDate | null;
  readonly changes: readonly ClauseChange[];
}

/** What a person gains, loses or sees change under the new version; null where everything stays as it is. */
export function differenceOf(before: Standing, after: Standing): Difference | null {
  const changes = clauseChanges(before.tree.clauses, after.tree.clauses);
  const sameDay = before.day === after.day || (before.day && after.day && before.day.equals(after.day));
  const outcome = outcomeOf(before.tree.met, after.tree.met, Boolean(sameDay), changes.length > 0);
  return outcome && { outcome, beforeOn: before.day, afterOn: after.day, changes };
}

function outcomeOf(before: boolean, after: boolean, sameDay: boolean, changed: boolean): Outcome | null {
  if (before !== after) return after ? 'gains' : 'loses';
  if (!sameDay) return 'date';
  // Where both are met, what is counted towards it is nobody's concern.
  return changed && !after ? 'needs' : null;
}

/** Clause by clause, parts before their wholes; a whole is told only for what its own figures say beyond its parts. */
export function clauseChanges(before: readonly Clause[], after: readonly Clause[]): ClauseChange[] {
  const old = byId(before);
  const changes: ClauseChange[] = [];
  const seen = new Set<string>();
  const visit = (clause: Clause): boolean => {
    seen.add(clause.id);
    let told = false;
    for (const child of clause.children) told = visit(child) || told;
    const change = changeOf(old.get(clause.id), clause);
    // Where "3 of 4 parts" became "2 of 4", the part has been told already.
    if (!change || (told && change.unit !== 'minutes')) return told;
    changes.push(change);
    return true;
  };
  after.forEach(visit);
  const gone = (clause: Clause): boolean => {
    let told = false;
    for (const child of clause.children) told = gone(child) || told;
    if (seen.has(clause.id) || told || isSatisfied(clause)) return told;
    changes.push({ clause: clause.id, effect: 'dropped', amount: 0, unit: null });
    return true;
  };
  before.forEach(gone);
  return changes;
}

function changeOf(before: Clause | undefined, after: Clause): ClauseChange | null {
  const unit = after.unit ?? null;
  if (!before) {
    if (isSatisfied(after)) return null;
    const amount = shortOf(after);
    return { clause: after.id, effect: amount > 0 && unit === 'minutes' ? 'more' : 'asked', amount, unit };
  }
  const more = shortOf(after) - shortOf(before);
  if (unit === 'minutes' && before.unit === 'minutes' && more !== 0) {
    return { clause: after.id, effect: more > 0 ? 'more' : 'less', amount: Math.abs(more), unit };
  }
  if (isSatisfied(before) === isSatisfied(after)) return null;
  return { clause: after.id, effect: isSatisfied(after) ? 'met' : 'open', amount: 0, unit };
}

function shortOf(clause: Clause): number {
  return isSatisfied(clause) ? 0 : Math.max(0, (clause.need ?? 0) - (clause.have ?? 0));
}

function isSatisfied({ state }: Clause): boolean {
  return state !== 'still_needed';
}

function byId(clauses: readonly Clause[], into = new Map<string, Clause>()): ReadonlyMap<string, Clause> {
  for (const clause of clauses) {
    into.set(clause.id, clause);
    byId(clause.children, into);
  }
  return into;
}
