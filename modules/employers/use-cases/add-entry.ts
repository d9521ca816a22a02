import { Injectable } from '@nestjs/common';
import { tidyName } from '../../../src/kernel/tidy-name.js';
import { Audit } from '../../../src/platform/audit/audit.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { readNumber } from '../../credentials/credentials.public.js';
import { numberSlip, untilBeforeFrom } from '../employers.errors.js';
import { EmployerOf } from './employer-of.js';
import { PutEntries } from './put-entries.js';

export interface TypedEntry {
  name: string;
  credentialNumber?: string;
  from: string;
  until?: string;
}

/** Puts one person on the roster, or changes the employment that began on the same day. */
@Injectable()
export class AddEntry {
  constructor(
    private readonly employerOf: EmployerOf,
    private readonly putEntries: PutEntries,
    private readonly audit: Audit,
  ) {}

  /** @throws DomainError employers.number_slip, employers.until_before_from */
  async execute(tx: Tx, typed: TypedEntry): Promise<{ id: string; matched: boolean }> {
    const { organization } = await this.employerOf.execute(tx);
    const number = typed.credentialNumber?.trim() ? readNumber(typed.credentialNumber) : null;
    if (typed.credentialNumber?.trim() && !number) throw numberSlip();
    if (typed.until && typed.until < typed.from) throw untilBeforeFrom();
    const entry = { name: tidyName(typed.name), number, from: typed.from, until: typed.until || null };
    const { ids, matched } = await this.putEntries.execute(tx, organization.id, [entry]);
    const [id = ''] = ids;
    const details = { organizationId: organization.id, matched: matched === 1 };
    await this.audit.record(tx, { action: 'employers.entry.put', subject: { kind: 'roster-entry', id }, details });
    return { id, matched: matched === 1 };
  }
}
