import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../../src/platform/database/transaction.js';

/** A credential that no decision has ended, as far as its renewal is concerned. */
export interface Holding {
  readonly credentialId: string;
  readonly personId: string;
  /** The version of the grant, or of the newest stage. */
  readonly schemeVersionId: string;
  /** First and last valid day of the newest term. */
  readonly startsOn: Temporal.PlainDate;
  readonly expiresOn: Temporal.PlainDate;
}

interface CredentialsOf {
  readonly bodyId: string;
  readonly schemeCode: string;
}

const HELD = `s.body_id = $1 and s.scheme_code = $2 and s.status in ('active', 'suspended')`;

/** Credentials by holder, for whoever goes through all of them; a person holds a scheme's credential once. */
@Injectable()
export class Holders {
  /** How many there are, and the persons at which they fall into `parts` of equal size. */
  async split(tx: Tx, { bodyId, schemeCode }: CredentialsOf, parts: number) {
    const shares = Array.from({ length: parts - 1 }, (_, index) => (index + 1) / parts);
    const [row]: [{ count: number; bounds: string[] | null }] = await tx.manager.query(
      `select count(*)::int as count, percentile_disc($3::float8[]) within group (order by s.person_id) as bounds
       from credential_state s where ${HELD}`,
      [bodyId, schemeCode, shares],
    );
    return { count: row.count, bounds: [...new Set(row.bounds ?? [])] };
  }

  /** By person, above one id, up to and with another; open at an end that is null. */
  async batch(
    tx: Tx,
    { bodyId, schemeCode }: CredentialsOf,
    { above, upTo }: { above: string | null; upTo: string | null },
    limit: number,
  ): Promise<Holding[]> {
    return tx.manager.query(
      `select s.credential_id as "credentialId", s.person_id as "personId", s.starts_on as "startsOn",
         s.expires_on as "expiresOn", coalesce((
           select e.scheme_version_id from credential_event e
           where e.credential_id = s.credential_id and e.scheme_version_id is not null
           order by e.recorded_at desc limit 1), c.scheme_version_id) as "schemeVersionId"
       from credential_state s join credential c on c.id = s.credential_id
       where ${HELD} and ($3::uuid is null or s.person_id > $3) and ($4::uuid is null or s.person_id <= $4)
       order by s.person_id limit $5`,
      [bodyId, schemeCode, above, upTo, limit],
    );
  }
}
