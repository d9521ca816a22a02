import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { dateIn } from '../../../src/kernel/dates.js';
import { Audit } from '../../../src/platform/audit/audit.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Ids } from '../../../src/platform/ids/ids.js';
import { Outbox } from '../../../src/platform/jobs/outbox.js';
import { Letters } from '../../notifications/notifications.public.js';
import { Retention } from '../domain/retention.js';

/** The effect that carries an erasure out. */
export const CARRY_OUT_ERASURE = 'privacy.carry-out-erasure';

interface Known {
  id: string;
  personId: string;
}

/** Ids and the way to the worker. */
@Injectable()
export class ErasureMachine {
  constructor(
    readonly ids: Ids,
    readonly outbox: Outbox,
  ) {}
}

/** What every step of an erasure leaves behind: a row of the audit, a letter to the person, the job to come. */
@Injectable()
export class ErasureTrail {
  constructor(
    private readonly retention: Retention,
    private readonly audit: Audit,
    private readonly letters: Letters,
    private readonly machine: ErasureMachine,
  ) {}

  /** A new erasure, and when it will be carried out. */
  begin(tx: Tx): { id: string; dueAt: Temporal.Instant } {
    return { id: this.machine.ids.next(), dueAt: tx.now.add({ hours: 24 * this.retention.takeBackDays }) };
  }

  async asked(tx: Tx, erasure: Known & { dueAt: Temporal.Instant }, bodyIds: readonly string[]): Promise<void> {
    const { id, dueAt } = erasure;
    await this.machine.outbox.add(tx, { kind: CARRY_OUT_ERASURE, payload: { erasureId: id }, dueAt });
    await this.record(tx, 'asked', erasure);
    for (const bodyId of bodyIds) await this.record(tx, 'announced', erasure, { bodyId });
    const on = dateIn('UTC', dueAt).toString();
    await this.write(tx, 'account-erasure-asked', erasure, { on });
  }

  async takenBack(tx: Tx, erasure: Known): Promise<void> {
    await this.record(tx, 'taken-back', erasure);
    await this.write(tx, 'account-erasure-taken-back', erasure, {});
  }

  async record(
    tx: Tx,
    step: 'asked' | 'announced' | 'taken-back' | 'carried-out' | 'answered' | 'name-removed' | 'name-kept',
    { id, personId }: Known,
    more: { bodyId?: string; details?: Record<string, string> } = {},
  ): Promise<void> {
    await this.audit.record(tx, {
      action: `privacy.erasure.${step}`,
      subject: { kind: 'erasure', id },
      personId,
      ...more,
    });
  }

  private async write(tx: Tx, kind: string, { id, personId }: Known, data: Record<string, string>): Promise<void> {
    const letter = { kind, identity: `${kind}/${id}`, to: { personId }, data: { ...data, path: '/profile/data' } };
    await this.letters.send(tx, letter);
  }
}
