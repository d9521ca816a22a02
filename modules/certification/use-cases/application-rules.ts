import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { dateIn } from '../../../src/kernel/dates.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Organizations, type OrganizationSummary } from '../../organizations/organizations.public.js';
import { Schemes, type SchemeVersion } from '../../schemes/schemes.public.js';
import { schemeNotOffered } from '../certification.errors.js';
import type { ApplicationEntity } from '../persistence/application.entity.js';

export interface Rules {
  /** The scheme version that the application began under. */
  version: SchemeVersion;
  body: OrganizationSummary;
  /** The calendar date it is for the body. */
  today: Temporal.PlainDate;
}

/** Whose rules an application follows, which ones, and what day it is there. */
@Injectable()
export class ApplicationRules {
  constructor(
    private readonly schemes: Schemes,
    private readonly organizations: Organizations,
  ) {}

  /**
   * The rules that a scheme has today.
   * @param bodyId needed only where several bodies run a scheme of that code
   * @throws DomainError where nothing of that code can be applied for today, or several bodies run it
   */
  async offered(tx: Tx, schemeCode: string, bodyId?: string): Promise<Rules> {
    const offers = (await this.schemes.all(tx)).filter(({ code }) => code === schemeCode);
    const offer = offers.find((version) => !bodyId || version.bodyId === bodyId);
    if (!offer) throw schemeNotOffered(schemeCode);
    const body = await this.organizations.get(tx, offer.bodyId);
    const today = dateIn(body.timeZone, tx.now);
    return { body, today, version: await this.schemes.current(tx, schemeCode, today, bodyId) };
  }

  /** The schemes that can be applied for, each once; of these bodies, or of all. */
  async schemesOf(tx: Tx, bodyIds?: readonly string[]): Promise<{ code: string; title: string; bodyId: string }[]> {
    const versions = (await this.schemes.all(tx)).filter(({ bodyId }) => !bodyIds || bodyIds.includes(bodyId));
    const latest = new Map(versions.map(({ code, title, bodyId }) => [`${bodyId} ${code}`, { code, title, bodyId }]));
    return [...latest.values()];
  }

  async of(tx: Tx, { bodyId, schemeVersionId }: Pick<ApplicationEntity, 'bodyId' | 'schemeVersionId'>): Promise<Rules> {
    const body = await this.organizations.get(tx, bodyId);
    const version = await this.schemes.version(tx, schemeVersionId);
    return { version, body, today: dateIn(body.timeZone, tx.now) };
  }
}
