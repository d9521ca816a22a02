import { Injectable } from '@nestjs/common';
import { notFound } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { keyParts, pageOf, readKey, PAGE_LENGTH, type Page } from '../../../src/platform/http/paging.js';
import { People } from '../../people/people.public.js';
import type { ClauseChange } from '../domain/difference.js';
import type { Touched, TouchedFilter } from '../domain/touched.js';
import { ImpactDifferenceRepository } from '../persistence/impact-difference.repository.js';
import { ImpactPreviewRepository } from '../persistence/impact-preview.repository.js';
import { FindDraft } from './find-draft.js';

export interface TouchedPerson extends Omit<Touched, 'changes'> {
  readonly name: string;
  readonly number: string;
  readonly changes: readonly ClauseChange[];
}

export interface TouchedQuestion extends TouchedFilter {
  readonly after?: string | undefined;
}

/** Who is touched by a draft: a page of the list, or all of it in pieces. */
@Injectable()
export class ReadTouched {
  constructor(
    private readonly find: FindDraft,
    private readonly previews: ImpactPreviewRepository,
    private readonly differences: ImpactDifferenceRepository,
    private readonly people: People,
  ) {}

  /** @throws DomainError not_found for a draft of another body, and for one without a preview */
  async page(tx: Tx, draftId: string, question: TouchedQuestion, length = PAGE_LENGTH): Promise<Page<TouchedPerson>> {
    const preview = await this.previews.newestOf(tx, (await this.find.execute(tx, draftId)).id);
    if (!preview) throw notFound('this preview');
    const [after = null] = readKey(question.after, keyParts.id) ?? [];
    const rows = await this.differences.list(tx, preview.id, filterOf(question), { after, limit: length + 1 });
    const page = pageOf(rows, ({ subjectId }) => [subjectId], length);
    const people = await this.people.getAll(
      tx,
      page.rows.map(({ personId }) => personId),
    );
    const named = page.rows.map((row) => {
      const { displayName: name = 'somebody', number = '' } = people.get(row.personId) ?? {};
      return { ...row, name, number };
    });
    return { rows: named, next: page.next };
  }

  /** Everybody, page after page, at most `most`. */
  async all(tx: Tx, draftId: string, question: TouchedFilter, most: number): Promise<TouchedPerson[]> {
    const rows: TouchedPerson[] = [];
    let after: string | undefined;
    do {
      const page = await this.page(tx, draftId, { ...question, after }, CSV_PAGE);
      rows.push(...page.rows);
      after = page.next ?? undefined;
    } while (after !== undefined && rows.length < most);
    return rows.slice(0, most);
  }
}

const CSV_PAGE = 1_000;

const KINDS = ['application', 'credential'];
const OUTCOMES = ['gains', 'loses', 'date', 'needs'];

/** What no page ever offered asks for nothing. */
function filterOf({ kind, outcome, clause }: TouchedFilter): TouchedFilter {
  return {
    kind: KINDS.find((known) => known === kind),
    outcome: OUTCOMES.find((known) => known === outcome),
    clause: clause || undefined,
  };
}
