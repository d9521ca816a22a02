import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../../src/platform/database/transaction.js';

/** What the register has open with a holder, and with a body's registrars. */
@Injectable()
export class WaitingAtRegister {
  /**
   * Stages that end within 90 days of a day and can still be extended on request; what was asked for already is left out.
   * The count of extensions is that of the trigger `credential_extension_is_left`.
   */
  async of(
    tx: Tx,
    personId: string,
    today: Temporal.PlainDate,
  ): Promise<{ number: string; until: Temporal.PlainDate }[]> {
    return tx.manager.query(
      `select c.number, s.expires_on as until
       from credential_state s
       join credential c on c.id = s.credential_id
       join lateral (
         select e.scheme_version_id from credential_event e
         where e.credential_id = s.credential_id and e.scheme_version_id is not null
         order by e.recorded_at desc limit 1) rules on true
       join scheme_version v on v.id = rules.scheme_version_id
       join lateral jsonb_array_elements(v.definition #> '{credential,stages}') as stages (rules_of_stage)
         on rules_of_stage ->> 'code' = s.stage
       where s.person_id = $1 and s.status = 'active' and s.expires_on between $2::date and $2::date + 90
         and coalesce((rules_of_stage ->> 'extensions')::int, 0) > (
           select count(*) from credential_event e
           where e.credential_id = s.credential_id and e.kind = 'extended' and e.stage = s.stage)
         and not exists (
           select from extension_request r where r.credential_id = s.credential_id and r.state = 'asked')
       order by s.expires_on`,
      [personId, today.toString()],
    );
  }

  async at(tx: Tx, bodyIds: readonly string[]): Promise<{ extensions: number; documents: number }> {
    const [row]: [{ extensions: number; documents: number }] = await tx.manager.query(
      `select
         (select count(*)::int from extension_request where body_id = any($1) and state = 'asked') as extensions,
         (select count(*)::int from credential_issuance where body_id = any($1) and state = 'held') as documents`,
      [bodyIds],
    );
    return row;
  }
}
