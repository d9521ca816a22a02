import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Organizations } from '../../organizations/organizations.public.js';
import { People } from '../../people/people.public.js';
import type { ReferenceRequestEntity } from '../persistence/reference.entity.js';

/** The names that a referee reads: who named them, and for which body. */
@Injectable()
export class ReferenceParties {
  constructor(
    private readonly people: People,
    private readonly organizations: Organizations,
  ) {}

  async of(
    tx: Tx,
    { personId, bodyId }: Pick<ReferenceRequestEntity, 'personId' | 'bodyId'>,
  ): Promise<{ applicant: string; bodyName: string; timeZone: string }> {
    const { name: bodyName, timeZone } = await this.organizations.get(tx, bodyId);
    return { applicant: (await this.people.get(tx, personId)).displayName, bodyName, timeZone };
  }
}
