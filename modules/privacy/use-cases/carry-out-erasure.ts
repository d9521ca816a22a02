import { Injectable } from '@nestjs/common';
import { dateIn } from '../../../src/kernel/dates.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { PersonalData } from '../../../src/platform/personal-data/personal-data.js';
import { Retention } from '../domain/retention.js';
import { ErasureRepository } from '../persistence/erasure.repository.js';
import { ErasureTrail } from './erasure-trail.js';

/** Where a day ends last: what is kept until a day is kept until it is over everywhere. */
const LAST_ZONE = 'Etc/GMT+12';

/** Names go when no register and no legal file needs them any more. */
@Injectable()
export class RemoveNames {
  constructor(
    private readonly erasures: ErasureRepository,
    private readonly data: PersonalData,
    private readonly retention: Retention,
    private readonly trail: ErasureTrail,
  ) {}

  async execute(tx: Tx): Promise<void> {
    const { tables: register } = this.retention.class('register');
    for (const erasure of await this.erasures.withNamesToGo(tx, dateIn(LAST_ZONE, tx.now))) {
      const stays = (await this.data.count(tx, erasure.personId, register)).size > 0;
      if (!stays) await this.data.erase(tx, erasure.personId, { last: true });
      await this.erasures.settleName(tx, erasure.id, { stays });
      await this.trail.record(tx, stays ? 'name-kept' : 'name-removed', erasure);
    }
  }
}

/** The time to think again is over: account, learning and letters go; what must stay loses nothing but the account. */
@Injectable()
export class CarryOutErasure {
  constructor(
    private readonly erasures: ErasureRepository,
    private readonly data: PersonalData,
    private readonly names: RemoveNames,
    private readonly trail: ErasureTrail,
  ) {}

  /** A repeat, and one that was taken back, does nothing. */
  async execute(tx: Tx, erasureId: string): Promise<void> {
    const erasure = await this.erasures.lock(tx, erasureId);
    if (erasure?.state !== 'waiting') return;
    await this.erasures.settle(tx, erasureId, 'carried_out');
    await this.data.erase(tx, erasure.personId, { last: false });
    await this.trail.record(tx, 'carried-out', erasure);
    await this.names.execute(tx);
  }
}
