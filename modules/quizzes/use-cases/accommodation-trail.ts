import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { dateIn } from '../../../src/kernel/dates.js';
import { Audit } from '../../../src/platform/audit/audit.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Ids } from '../../../src/platform/ids/ids.js';
import { Letters } from '../../notifications/notifications.public.js';
import { Organizations } from '../../organizations/organizations.public.js';

export interface About {
  /** `accommodation` or `accommodation_request`. */
  kind: string;
  id: string;
  bodyId: string;
  personId: string;
}

/**
 * What remains of an act besides its rows: the audit's row, and a letter. Neither says what is made easier: letters lie in
 * mailboxes that others may open, so they lead to the person's own page.
 */
@Injectable()
export class AccommodationTrail {
  constructor(
    private readonly letters: Letters,
    private readonly organizations: Organizations,
    private readonly audit: Audit,
    private readonly ids: Ids,
  ) {}

  newId(): string {
    return this.ids.next();
  }

  note(
    tx: Tx,
    what: string,
    { kind, id, bodyId, personId }: About,
    details: Record<string, string | null> = {},
  ): Promise<void> {
    return this.audit.record(tx, {
      action: `quizzes.accommodation.${what}`,
      subject: { kind, id },
      bodyId,
      personId,
      details,
    });
  }

  /** The day it is at the body. */
  async today(tx: Tx, bodyId: string): Promise<Temporal.PlainDate> {
    const { timeZone } = await this.organizations.get(tx, bodyId);
    return dateIn(timeZone, tx.now);
  }

  /** Writes to the person. @param until the last day of what ends later; null where there is none to tell */
  async tell(
    tx: Tx,
    what: 'settled' | 'declined' | 'ended',
    { id, bodyId, personId }: About,
    until: Temporal.PlainDate | null = null,
  ): Promise<void> {
    await this.letters.send(tx, {
      kind: { settled: 'accommodation-settled', declined: 'accommodation-declined', ended: 'accommodation-ended' }[
        what
      ],
      identity: `quizzes.accommodation.${what}:${id}`,
      to: { personId },
      bodyId,
      data: {
        on: (await this.today(tx, bodyId)).toString(),
        ...(until && { until: until.toString() }),
        path: '/accommodations',
      },
    });
  }
}
