import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Organizations } from '../../organizations/organizations.public.js';
import { SchemeDrafts } from '../../schemes/scheme-drafts.public.js';
import { Schemes, type SchemeDefinition, type SchemeVersion } from '../../schemes/schemes.public.js';
import type { SchemeDraftEntity } from '../persistence/scheme-draft.entity.js';

/** A draft beside the rules it would come after. */
export interface RulesOfDraft {
  readonly draft: SchemeVersion;
  /** The version it is compared with. */
  readonly base: SchemeVersion;
  /** Every published version of the scheme at this body. */
  readonly versions: readonly SchemeVersion[];
  readonly timeZone: string;
}

/** Reads the rules that a preview holds against each other. */
@Injectable()
export class ReadRulesOfDraft {
  private readonly definitions = new Map<string, SchemeDefinition>();

  constructor(
    private readonly schemes: Schemes,
    private readonly drafts: SchemeDrafts,
    private readonly organizations: Organizations,
  ) {}

  async of(tx: Tx, row: SchemeDraftEntity): Promise<RulesOfDraft> {
    const { bodyId, schemeCode: code, version, title, versionId: id, effectiveFrom } = row;
    const versions = await this.published(tx, bodyId, code);
    const { timeZone } = await this.organizations.get(tx, bodyId);
    const definition = this.definitionOf(row);
    const draft = { id, code, version, bodyId, title, definition, effectiveFrom, confirmed: false };
    return { draft, base: await this.schemes.version(tx, row.baseVersionId), versions, timeZone };
  }

  /** Every published version of a scheme at a body. */
  async published(tx: Tx, bodyId: string, code: string): Promise<SchemeVersion[]> {
    return (await this.schemes.all(tx)).filter((one) => one.bodyId === bodyId && one.code === code);
  }

  /** What a draft says never changes, so that reading it once is enough. */
  private definitionOf({ id, definition }: SchemeDraftEntity): SchemeDefinition {
    const known = this.definitions.get(id);
    if (known) return known;
    if (this.definitions.size >= 100) this.definitions.clear();
    const read = this.drafts.restore(definition);
    this.definitions.set(id, read);
    return read;
  }
}
