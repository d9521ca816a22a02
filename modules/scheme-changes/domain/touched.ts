import type { ClauseChange, Difference, Effect, Outcome } from './difference.js';
import type { SubjectKind } from './states.js';

/** Somebody for whom something differs. `bound`: the new version would hold for them; the others keep their rules. */
export interface Touched extends Difference {
  readonly subjectId: string;
  readonly kind: SubjectKind;
  readonly personId: string;
  readonly bound: boolean;
}

export interface TouchedCount {
  readonly kind: SubjectKind;
  readonly outcome: Outcome;
  readonly bound: boolean;
  readonly count: number;
}

/** How many persons one clause touches in one way, and by how much: from the least to the most. */
export interface ClauseCount {
  readonly kind: SubjectKind;
  readonly clause: string;
  readonly effect: Effect;
  readonly unit: ClauseChange['unit'];
  readonly people: number;
  readonly least: number;
  readonly most: number;
}

export interface TouchedFilter {
  readonly kind?: string;
  readonly outcome?: string;
  readonly clause?: string;
}
