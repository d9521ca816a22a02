import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { PreviewState, SubjectKind } from '../domain/states.js';
import type { ClauseCount, TouchedCount } from '../domain/touched.js';
import { ImpactDifferenceRepository } from '../persistence/impact-difference.repository.js';
import { ImpactPreviewRepository } from '../persistence/impact-preview.repository.js';
import { ClauseTitles } from './clause-titles.js';
import type { RulesOfDraft } from './rules-of-draft.js';

/** What a preview says of one cohort: open applications, or credentials. */
export interface Cohort {
  readonly kind: SubjectKind;
  /** How many there were when the preview began, and how many are counted. */
  readonly total: number;
  readonly counted: number;
  /** Of the counted, for how many the new version would hold; the others stay under their rules. */
  readonly bound: number;
}

export interface Impact {
  readonly id: string;
  readonly state: PreviewState;
  readonly asOf: Temporal.PlainDate;
  readonly askedAt: Temporal.Instant;
  readonly finishedAt: Temporal.Instant | null;
  readonly cohorts: readonly Cohort[];
  readonly counts: readonly TouchedCount[];
  readonly clauses: readonly (ClauseCount & { readonly title: readonly string[] })[];
}

/** How far a preview has come and what it found. */
@Injectable()
export class ReadImpact {
  constructor(
    private readonly previews: ImpactPreviewRepository,
    private readonly differences: ImpactDifferenceRepository,
    private readonly titles: ClauseTitles,
  ) {}

  async newest(tx: Tx, draftId: string, rules: RulesOfDraft): Promise<Impact | null> {
    const preview = await this.previews.newestOf(tx, draftId);
    if (!preview) return null;
    const { id, state, asOf, createdAt: askedAt, finishedAt, applications, credentials } = preview;
    const counted = await this.previews.counted(tx, id);
    const cohort = (kind: SubjectKind, total: number): Cohort => {
      const found = counted.find((one) => one.kind === kind);
      // Who came after the beginning is counted too.
      const done = found?.counted ?? 0;
      return { kind, total: Math.max(total, done), counted: done, bound: found?.bound ?? 0 };
    };
    const titleOf = this.titles.of(rules);
    const clauses = await this.differences.byClause(tx, id);
    return {
      id,
      state,
      asOf,
      askedAt,
      finishedAt,
      cohorts: [cohort('application', applications), cohort('credential', credentials)],
      counts: await this.differences.counts(tx, id),
      clauses: clauses.map((one) => ({ ...one, title: titleOf(one.clause) })),
    };
  }
}
