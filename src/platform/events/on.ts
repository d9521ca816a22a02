import { SetMetadata, type Type } from '@nestjs/common';

export const ON = 'goodstanding:on';

/**
 * `in-transaction`: runs within the publisher's transaction, throwing aborts it. `after`: one outbox row, run by the
 * worker once the publisher has committed.
 */
export type Delivery = 'in-transaction' | 'after';

export interface Subscription {
  event: Type<object>;
  delivery: Delivery;
}

/** Subscribes a method `(tx, event)` of a `*.listener.ts` provider to events of a module above. */
export const On = (event: Type<object>, delivery: Delivery): MethodDecorator =>
  SetMetadata(ON, { event, delivery } satisfies Subscription);
