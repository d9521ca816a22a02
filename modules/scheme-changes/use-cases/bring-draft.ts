import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { personIdOf } from '../../../src/kernel/actor.js';
import { dateIn, isAfter } from '../../../src/kernel/dates.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Organizations } from '../../organizations/organizations.public.js';
import { SchemeDrafts, versionOn } from '../../schemes/scheme-drafts.public.js';
import type { SchemeDefinition } from '../../schemes/schemes.public.js';
import { dayMustCome, draftNeedsAttention, sameRules, schemeOfNobody } from '../scheme-changes.errors.js';
import { bodiesAdministered } from './find-draft.js';
import { KeepDraft } from './keep-draft.js';
import { ReadRulesOfDraft } from './rules-of-draft.js';

export interface DraftInput {
  readonly bodyId: string;
  /** A scheme file with one scheme, as YAML. */
  readonly text: string;
  readonly effectiveFrom: Temporal.PlainDate;
  /** The draft that this one takes the place of. */
  readonly replaces?: string;
}

/** An administrator brings in the text of a new version of a certification that their body runs. */
@Injectable()
export class BringDraft {
  constructor(
    private readonly drafts: SchemeDrafts,
    private readonly rules: ReadRulesOfDraft,
    private readonly organizations: Organizations,
    private readonly keep: KeepDraft,
  ) {}

  /**
   * @throws DomainError not_found for another body; scheme_changes.text_needs_attention with each line and reason;
   * scheme_changes.unknown_scheme, scheme_changes.same_rules, scheme_changes.day_has_begun; scheme_changes.settled where the
   * draft to be replaced is settled
   */
  async execute(tx: Tx, { bodyId, text, effectiveFrom, replaces }: DraftInput): Promise<{ id: string }> {
    if (!bodiesAdministered(tx).includes(bodyId)) throw notFound('this organization');
    const { name, slug, timeZone } = await this.organizations.get(tx, bodyId);
    const { definition, faults } = this.drafts.read(text);
    if (!definition) throw draftNeedsAttention(faults);
    if (!isAfter(effectiveFrom, dateIn(timeZone, tx.now))) throw dayMustCome();

    const versions = await this.rules.published(tx, bodyId, definition.id);
    const base = versionOn(versions, effectiveFrom);
    if (!base) throw schemeOfNobody(definition.id, name);
    const versionId = this.drafts.idOf(slug, definition);
    if (versions.some(({ id }) => id === versionId)) throw sameRules();
    return this.keep.execute(tx, {
      ...rowOf(definition),
      bodyId,
      versionId,
      source: text,
      effectiveFrom,
      baseVersionId: base.id,
      draftedBy: personIdOf(tx.actor),
      replaces,
    });
  }
}

function rowOf(definition: SchemeDefinition) {
  const { id: schemeCode, version, title } = definition;
  return { schemeCode, version, title, definition };
}
