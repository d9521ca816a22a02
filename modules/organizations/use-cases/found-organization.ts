import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import type { OrganizationKind } from '../../../src/kernel/actor.js';
import { Audit } from '../../../src/platform/audit/audit.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Ids } from '../../../src/platform/ids/ids.js';
import { slugTaken, unknownTimeZone } from '../organizations.errors.js';
import type { OrganizationEntity } from '../persistence/organization.entity.js';
import { OrganizationRepository } from '../persistence/organization.repository.js';

export interface NewOrganization {
  kind: OrganizationKind;
  slug: string;
  name: string;
  address: string;
  timeZone: string;
  contactEmail: string;
  scopeStatement?: string | null;
}

/** Enters an organization. */
@Injectable()
export class FoundOrganization {
  constructor(
    private readonly organizations: OrganizationRepository,
    private readonly audit: Audit,
    private readonly ids: Ids,
  ) {}

  /** @throws DomainError `organizations.slug_taken`, `organizations.unknown_time_zone` */
  async execute(tx: Tx, input: NewOrganization): Promise<OrganizationEntity> {
    if (!isTimeZone(input.timeZone, tx.now)) throw unknownTimeZone();
    if (await this.organizations.findBySlug(tx, input.slug)) throw slugTaken(input.slug);
    const scopeStatement = input.scopeStatement ?? null;
    const row = { ...input, scopeStatement, id: this.ids.next(), createdAt: tx.now };
    await this.organizations.add(tx, row);
    await this.audit.record(tx, {
      action: 'organizations.organization.founded',
      subject: { kind: 'organization', id: row.id },
      bodyId: row.kind === 'certifying-body' ? row.id : null,
      details: { kind: row.kind },
    });
    return row;
  }
}

function isTimeZone(name: string, now: Temporal.Instant): boolean {
  try {
    now.toZonedDateTimeISO(name);
    return !/^[+-]/.test(name);
  } catch {
    return false;
  }
}
