import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';

/** The applications of one scheme of one body. */
export interface ApplicationsOf {
  readonly bodyId: string;
  readonly schemeCode: string;
}

/** Persons above one id, up to and with another; open at an end that is null. */
export interface PersonRange {
  readonly above: string | null;
  readonly upTo: string | null;
}

export interface OpenApplication {
  readonly id: string;
  readonly personId: string;
  /** The version it began under. */
  readonly schemeVersionId: string;
}

const OPEN = `body_id = $1 and scheme_code = $2
  and state in ('draft', 'submitted', 'returned', 'under_review', 'admitted')`;

/** Open applications by person, for whoever goes through all of them; a person has one at most. */
@Injectable()
export class OpenApplications {
  /** How many there are, and the persons at which they fall into `parts` of equal size. */
  async split(tx: Tx, { bodyId, schemeCode }: ApplicationsOf, parts: number) {
    const [row]: [{ count: number; bounds: string[] | null }] = await tx.manager.query(
      `select count(*)::int as count, percentile_disc($3::float8[]) within group (order by person_id) as bounds
       from application where ${OPEN}`,
      [bodyId, schemeCode, sharesOf(parts)],
    );
    return { count: row.count, bounds: [...new Set(row.bounds ?? [])] };
  }

  async batch(
    tx: Tx,
    { bodyId, schemeCode }: ApplicationsOf,
    { above, upTo }: PersonRange,
    limit: number,
  ): Promise<OpenApplication[]> {
    return tx.manager.query(
      `select id, person_id as "personId", scheme_version_id as "schemeVersionId" from application
       where ${OPEN} and ($3::uuid is null or person_id > $3) and ($4::uuid is null or person_id <= $4)
       order by person_id limit $5`,
      [bodyId, schemeCode, above, upTo, limit],
    );
  }
}

function sharesOf(parts: number): number[] {
  return Array.from({ length: parts - 1 }, (_, index) => (index + 1) / parts);
}
