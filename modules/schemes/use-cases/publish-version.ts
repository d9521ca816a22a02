import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { Audit } from '../../../src/platform/audit/audit.js';
import { dateIn, isAfter } from '../../../src/kernel/dates.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Organizations } from '../../organizations/organizations.public.js';
import type { SchemeDefinition } from '../domain/scheme-definition.js';
import type { SchemeVersion } from '../domain/scheme-version.js';
import { SchemeVersionRepository } from '../persistence/scheme-version.repository.js';
import { dayHasBegun, dayIsTaken, knownVersion } from '../schemes.errors.js';
import { schemeVersionId } from './version-id.js';

export interface NewVersion {
  readonly bodyId: string;
  readonly definition: SchemeDefinition;
  readonly effectiveFrom: Temporal.PlainDate;
}

/**
 * Publishes one version that its body decided on in the product, with the promises of the content load: exactly one version
 * covers a date, and the rules of a day that has begun stay the rules of that day. The body's decision is its confirmation.
 */
@Injectable()
export class PublishVersion {
  constructor(
    private readonly versions: SchemeVersionRepository,
    private readonly organizations: Organizations,
    private readonly audit: Audit,
  ) {}

  /** @throws DomainError schemes.day_has_begun, schemes.known_version, schemes.day_taken */
  async execute(tx: Tx, { bodyId, definition, effectiveFrom }: NewVersion): Promise<SchemeVersion> {
    const { slug, timeZone } = await this.organizations.get(tx, bodyId);
    if (!isAfter(effectiveFrom, dateIn(timeZone, tx.now))) throw dayHasBegun(effectiveFrom.toString());
    const { id: code, version: name, title } = definition;
    const id = schemeVersionId(slug, definition);
    if (await this.versions.find(tx, id)) throw knownVersion(title, name);
    const version = { id, code, version: name, bodyId, title, definition, effectiveFrom, confirmed: true };
    // The unique key on body, scheme and first day settles who comes first.
    if (!(await this.versions.insert(tx, version))) throw dayIsTaken(title, effectiveFrom.toString());
    await this.versions.confirm(tx, version);
    const subject = { kind: 'scheme-version', id };
    const details = { code, version: name, effectiveFrom: effectiveFrom.toString() };
    await this.audit.record(tx, { action: 'schemes.version.published', subject, bodyId, details });
    await this.audit.record(tx, { action: 'schemes.version.confirmed', subject, bodyId });
    return version;
  }
}
