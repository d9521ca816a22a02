import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { dateIn } from '../../../src/kernel/dates.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Organizations, type OrganizationSummary } from '../../organizations/organizations.public.js';
import { Schemes, type SchemeVersion } from '../../schemes/schemes.public.js';
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

  /** The rules that a scheme has today, or null where nothing of that code can be applied for. */
  async offered(tx: Tx, schemeCode: string): Promise<Rules | null> {
    const offer = (await this.schemes.all(tx)).find(({ code }) => code === schemeCode);
    if (!offer) return null;
    const body = await this.organizations.get(tx, offer.bodyId);
    const today = dateIn(body.timeZone, tx.now);
    return { body, today, version: await this.schemes.current(tx, schemeCode, today) };
  }

  async of(tx: Tx, { bodyId, schemeVersionId }: Pick<ApplicationEntity, 'bodyId' | 'schemeVersionId'>): Promise<Rules> {
    const body = await this.organizations.get(tx, bodyId);
    const version = await this.schemes.version(tx, schemeVersionId);
    return { version, body, today: dateIn(body.timeZone, tx.now) };
  }
}
