import { Injectable } from '@nestjs/common';
import type { Tx } from '../../src/platform/database/transaction.js';
import { mostOf, type Accommodation } from './domain/accommodation.js';
import { AccommodationRepository } from './persistence/accommodation.repository.js';
import { GrantAccommodation, type NewAccommodation } from './use-cases/grant-accommodation.js';

export { accommodationWords, minutesWith, mostOf, NO_ACCOMMODATION } from './domain/accommodation.js';
export { letterOf, lookOf } from './http/look.js';
export { bodiesLookedAfter } from './use-cases/accommodation-keepers.js';
export type { Accommodation } from './domain/accommodation.js';
export type { NewAccommodation } from './use-cases/grant-accommodation.js';

/** What is made easier for a person: it belongs to them and holds in every quiz and every exam, whoever granted it. */
@Injectable()
export class Accommodations {
  constructor(
    private readonly rows: AccommodationRepository,
    private readonly granting: GrantAccommodation,
  ) {}

  /** What holds for a person now, of all that was granted in each respect the most. */
  async of(tx: Tx, personId: string): Promise<Accommodation> {
    return mostOf(await this.rows.holding(tx, personId));
  }

  /** Staff of a body settle it; why is not asked and not kept. Throws as {@link GrantAccommodation.execute} */
  grant(tx: Tx, input: NewAccommodation): Promise<{ accommodationId: string }> {
    return this.granting.execute(tx, input);
  }
}
