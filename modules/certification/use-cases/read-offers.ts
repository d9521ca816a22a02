import { Injectable } from '@nestjs/common';
import { dateIn } from '../../../src/kernel/dates.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Organizations } from '../../organizations/organizations.public.js';
import { Schemes, type SchemeDefinition } from '../../schemes/schemes.public.js';
import { ApplicationRules } from './application-rules.js';

export interface Offer {
  code: string;
  title: string;
  bodyId: string;
  bodyName: string;
  definition: SchemeDefinition;
}

/** What can be applied for, and where. */
@Injectable()
export class ReadOffers {
  constructor(
    private readonly rules: ApplicationRules,
    private readonly organizations: Organizations,
    private readonly schemes: Schemes,
  ) {}

  async execute(tx: Tx): Promise<Offer[]> {
    const offers: Offer[] = [];
    for (const scheme of await this.rules.offers(tx)) {
      const { name, timeZone } = await this.organizations.get(tx, scheme.bodyId);
      const today = dateIn(timeZone, tx.now);
      const { definition } = await this.schemes.current(tx, scheme.code, today, scheme.bodyId);
      offers.push({ ...scheme, bodyName: name, definition });
    }
    return offers;
  }
}
