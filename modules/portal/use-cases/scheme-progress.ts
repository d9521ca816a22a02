import { Injectable } from '@nestjs/common';
import { dateIn, isAfter } from '../../../src/kernel/dates.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Organizations } from '../../organizations/organizations.public.js';
import { Eligibility, Schemes, type EligibilityTree, type SchemeVersion } from '../../schemes/schemes.public.js';

/** How far somebody is on the way to a credential. */
@Injectable()
export class SchemeProgress {
  constructor(
    private readonly schemes: Schemes,
    private readonly eligibility: Eligibility,
    private readonly organizations: Organizations,
  ) {}

  /**
   * @param schemeVersionId the version an application was begun under; else the first scheme that is in force
   * @returns null where no scheme is in force
   */
  async of(
    tx: Tx,
    personId: string,
    schemeVersionId?: string,
  ): Promise<{ version: SchemeVersion; tree: EligibilityTree } | null> {
    const version = schemeVersionId ? await this.schemes.version(tx, schemeVersionId) : await this.inForce(tx);
    if (!version) return null;
    const { timeZone } = await this.organizations.get(tx, version.bodyId);
    const onDate = dateIn(timeZone, tx.now);
    const tree = await this.eligibility.evaluate(tx, { schemeVersionId: version.id, personId, onDate });
    return { version, tree };
  }

  private async inForce(tx: Tx): Promise<SchemeVersion | undefined> {
    const today = dateIn('UTC', tx.now);
    return (await this.schemes.all(tx)).findLast(({ effectiveFrom }) => !isAfter(effectiveFrom, today));
  }
}
