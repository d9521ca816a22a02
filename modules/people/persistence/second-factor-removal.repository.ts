import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { In, IsNull, MoreThan } from 'typeorm';
import { validate } from 'uuid';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { SecondFactorRemovalEntity } from './second-factor-removal.entity.js';

@Injectable()
export class SecondFactorRemovalRepository {
  async add(tx: Tx, removal: SecondFactorRemovalEntity): Promise<void> {
    await tx.manager.insert(SecondFactorRemovalEntity, removal);
  }

  /** Those that ask for a second administrator, since a moment, oldest first. Whether they still wait is for the caller to judge. */
  asked(tx: Tx, bodyIds: readonly string[], since: Temporal.Instant): Promise<SecondFactorRemovalEntity[]> {
    return tx.manager.find(SecondFactorRemovalEntity, {
      where: { bodyId: In([...bodyIds]), needsConfirmation: true, createdAt: MoreThan(since) },
      order: { createdAt: 'ASC' },
    });
  }

  /** @param bodyIds the bodies the actor administers: a stranger's row is not found */
  async find(tx: Tx, bodyIds: readonly string[], id: string): Promise<SecondFactorRemovalEntity | null> {
    if (!validate(id)) return null;
    return tx.manager.findOneBy(SecondFactorRemovalEntity, {
      id,
      bodyId: In([...bodyIds]),
      needsConfirmation: true,
      confirms: IsNull(),
    });
  }

  /** Whether this member of staff had a hand in removing the person's second factor since a moment. */
  wasHandledBy(tx: Tx, { personId, handledBy }: { personId: string; handledBy: string }, since: Temporal.Instant) {
    return tx.manager.existsBy(SecondFactorRemovalEntity, { personId, handledBy, createdAt: MoreThan(since) });
  }
}
