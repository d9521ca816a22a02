import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Processes, type EffectProcessor } from '../../../src/platform/jobs/processes.js';
import { LAPSE_OFFER } from '../domain/effects.js';
import { LapseOffer } from '../use-cases/lapse-offer.js';

@Injectable()
@Processes(LAPSE_OFFER)
export class LapseOfferProcessor implements EffectProcessor<{ placeId: string }> {
  constructor(private readonly lapse: LapseOffer) {}

  process(tx: Tx, payload: { placeId: string }): Promise<void> {
    return this.lapse.execute(tx, payload);
  }
}
