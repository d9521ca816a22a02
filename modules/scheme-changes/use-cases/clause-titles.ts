import { Injectable } from '@nestjs/common';
import { SchemeDrafts } from '../../schemes/scheme-drafts.public.js';
import type { RulesOfDraft } from './rules-of-draft.js';

/** What clauses are called, under the draft or, where they are no longer asked, under the rules before it. */
@Injectable()
export class ClauseTitles {
  constructor(private readonly drafts: SchemeDrafts) {}

  of({ draft, versions }: RulesOfDraft): (clause: string) => readonly string[] {
    const known = [draft, ...versions.toReversed()].map((one) => this.drafts.titles(one, draft.effectiveFrom));
    return (clause) => known.find((titles) => titles.has(clause))?.get(clause) ?? [inWords(clause)];
  }
}

function inWords(clause: string): string {
  return clause.replaceAll('_', ' ').replaceAll('.', ', ');
}
