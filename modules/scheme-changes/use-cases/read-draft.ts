import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { personIdOf } from '../../../src/kernel/actor.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { People } from '../../people/people.public.js';
import type { SchemeVersion } from '../../schemes/schemes.public.js';
import { definitionChanges, type DefinitionChange } from '../domain/definition-changes.js';
import type { DraftState } from '../domain/states.js';
import { FindDraft } from './find-draft.js';
import { ReadImpact, type Impact } from './read-impact.js';
import { ReadRulesOfDraft } from './rules-of-draft.js';

type Named = Pick<SchemeVersion, 'id' | 'version' | 'effectiveFrom'>;

export interface DraftView {
  readonly id: string;
  readonly bodyId: string;
  readonly title: string;
  readonly code: string;
  readonly version: string;
  readonly effectiveFrom: Temporal.PlainDate;
  readonly state: DraftState;
  readonly source: string;
  readonly timeZone: string;
  readonly broughtBy: string;
  readonly broughtAt: Temporal.Instant;
  /** Whether the actor brought it in, and so cannot publish it. */
  readonly own: boolean;
  readonly settledBy: string | null;
  readonly settledAt: Temporal.Instant | null;
  /** The version that would cover the first day without it. */
  readonly base: Named;
  readonly changes: readonly DefinitionChange[];
  /** Whether it says that it also holds for who is certified already. */
  readonly holdsForHolders: boolean;
  /** The newest preview; null where none was asked for. */
  readonly impact: Impact | null;
}

/** One draft, as differences to the version it would come after, with its newest preview. */
@Injectable()
export class ReadDraft {
  constructor(
    private readonly find: FindDraft,
    private readonly rules: ReadRulesOfDraft,
    private readonly impact: ReadImpact,
    private readonly people: People,
  ) {}

  /** @throws DomainError not_found */
  async execute(tx: Tx, id: string): Promise<DraftView> {
    const row = await this.find.execute(tx, id);
    const rules = await this.rules.of(tx, row);
    const { draft, base, timeZone } = rules;
    const names = await this.people.getAll(tx, [row.draftedBy, ...(row.settledBy ? [row.settledBy] : [])]);
    const nameOf = (personId: string) => names.get(personId)?.displayName ?? 'a colleague';
    const { bodyId, title, schemeCode: code, version, effectiveFrom, state, source, settledAt } = row;
    return {
      id,
      bodyId,
      title,
      code,
      version,
      effectiveFrom,
      state,
      source,
      timeZone,
      settledAt,
      broughtBy: nameOf(row.draftedBy),
      broughtAt: row.createdAt,
      own: row.draftedBy === personIdOf(tx.actor),
      settledBy: row.settledBy && nameOf(row.settledBy),
      base: { id: base.id, version: base.version, effectiveFrom: base.effectiveFrom },
      changes: definitionChanges(base.definition, draft.definition),
      holdsForHolders: draft.definition.applies_to_existing_holders === true,
      impact: await this.impact.newest(tx, row.id, rules),
    };
  }
}
