import { Injectable } from '@nestjs/common';
import { isDemonstration } from '../../../src/platform/database/demonstration.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { PersonEntity } from '../persistence/person.entity.js';
import { SecondFactorRepository } from '../persistence/second-factor.repository.js';
import { requireEmail } from './contacts.js';
import { EnterPerson } from './enter-person.js';
import { requireNames, type NamesInput } from './names.js';
import { OfferSecondFactor } from './second-factor.js';

export interface DemonstrationPerson extends NamesInput {
  email: string;
  passwordHash: string;
  /** Base 32; the account then has a second factor from the start. */
  totpSecret?: string;
}

/** Enters an invented person whose address needs no letter. Exists in demonstration databases only. */
@Injectable()
export class EnterDemonstrationPerson {
  constructor(
    private readonly enter: EnterPerson,
    private readonly offer: OfferSecondFactor,
    private readonly factors: SecondFactorRepository,
  ) {}

  /** @throws Error outside a demonstration */
  async execute(tx: Tx, input: DemonstrationPerson): Promise<PersonEntity> {
    if (!(await isDemonstration(tx))) throw new Error('Demonstration people exist in demonstration databases only');
    const { passwordHash, totpSecret } = input;
    const person = await this.enter.execute(tx, {
      names: requireNames(input),
      email: requireEmail(input.email),
      passwordHash,
    });
    if (totpSecret !== undefined) {
      const { id } = await this.offer.execute(tx, person.id, totpSecret);
      await this.factors.confirm(tx, id, 0);
    }
    return person;
  }
}
