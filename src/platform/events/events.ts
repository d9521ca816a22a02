import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { Outbox } from '../jobs/outbox.js';
import type { Tx } from '../database/transaction.js';
import { ON, type Delivery, type Subscription } from './on.js';

type Handler = (tx: Tx, event: object) => Promise<void>;

export interface Subscriber {
  /** `ListenerClass.method`; the identity of the outbox row for deliveries after the commit. */
  name: string;
  event: string;
  delivery: Delivery;
  handle: Handler;
}

/** The kind of the outbox rows that carry an event to a subscriber after the commit. */
export const EVENT_DELIVERY = 'event.delivery';

/** How a module hears one above it. Events are plain classes with JSON values, typed in the publisher's public door. */
@Injectable()
export class Events implements OnModuleInit {
  private subscribers: Subscriber[] = [];

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
    private readonly outbox: Outbox,
  ) {}

  onModuleInit(): void {
    this.subscribers = this.discovery.getProviders().flatMap(({ instance }) => this.subscriptionsOf(instance));
  }

  /** Hands `event` to its subscribers: those in the transaction now, in order of name; the others by an outbox row each. */
  async publish(tx: Tx, event: object): Promise<void> {
    const name = event.constructor.name;
    for (const subscriber of this.subscribers.filter((s) => s.event === name)) {
      if (subscriber.delivery === 'in-transaction') await subscriber.handle(tx, event);
      else await this.outbox.add(tx, { kind: EVENT_DELIVERY, payload: { subscriber: subscriber.name, event } });
    }
  }

  /** Performs one delivery after the commit; called by its processor. */
  async deliver(tx: Tx, subscriberName: string, event: object): Promise<void> {
    const subscriber = this.subscribers.find((s) => s.name === subscriberName);
    if (!subscriber) throw new Error(`No subscriber is called ${subscriberName}`);
    await subscriber.handle(tx, event);
  }

  /** Every subscription there is; an architecture test lists them. */
  list(): readonly Subscriber[] {
    return this.subscribers;
  }

  private subscriptionsOf(instance: unknown): Subscriber[] {
    if (!instance || typeof instance !== 'object') return [];
    const prototype: object | null = Object.getPrototypeOf(instance);
    if (!prototype || prototype === Object.prototype) return [];
    return this.scanner.getAllMethodNames(prototype).flatMap((method) => {
      const handler = (instance as Record<string, unknown>)[method];
      if (typeof handler !== 'function') return [];
      const subscription = this.reflector.get<Subscription | undefined>(ON, handler as () => unknown);
      if (!subscription) return [];
      return {
        name: `${instance.constructor.name}.${method}`,
        event: subscription.event.name,
        delivery: subscription.delivery,
        handle: (handler as Handler).bind(instance),
      };
    });
  }
}
