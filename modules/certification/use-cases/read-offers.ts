import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Organizations } from '../../organizations/organizations.public.js';
import { ApplicationRules } from './application-rules.js';

export interface Offer {
  code: string;
  title: string;
  bodyId: string;
  bodyName: string;
}

/** What can be applied for, and where. */
@Injectable()
export class ReadOffers {
  constructor(
    private readonly rules: ApplicationRules,
    private readonly organizations: Organizations,
  ) {}

  async execute(tx: Tx): Promise<Offer[]> {
    const offers: Offer[] = [];
    for (const scheme of await this.rules.offers(tx)) {
      const { name } = await this.organizations.get(tx, scheme.bodyId);
      offers.push({ ...scheme, bodyName: name });
    }
    return offers;
  }
}
