import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/transaction.js';
import { Processes, type EffectProcessor } from '../jobs/processes.js';
import { EVENT_DELIVERY, Events } from './events.js';

interface Delivery {
  subscriber: string;
  event: object;
}

/** Brings an event to a subscriber that asked for it after the commit. */
@Injectable()
@Processes(EVENT_DELIVERY)
export class EventDeliveryProcessor implements EffectProcessor<Delivery> {
  constructor(private readonly events: Events) {}

  async process(tx: Tx, { subscriber, event }: Delivery): Promise<void> {
    await this.events.deliver(tx, subscriber, event);
  }
}
