import { Injectable } from '@nestjs/common';
import { organizationsOf, systemActor } from '../../../src/kernel/actor.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { Ruling } from '../domain/rescoring/ruling.js';
import { RescoreRepository, type Rescore } from '../persistence/rescore.repository.js';
import { sealedKeys, type SealedRuling } from './form-keys.js';
import { Vault } from './vault.js';

/** Rescores of the bodies where the acting person looks after exams. */
@Injectable()
export class FindRescore {
  constructor(
    private readonly rescores: RescoreRepository,
    private readonly vault: Vault,
  ) {}

  bodies(tx: Tx): string[] {
    return [...new Set(organizationsOf(tx.actor, 'psychometrician', 'administrator'))];
  }

  /** @throws DomainError not_found for another body's */
  async one(tx: Tx, rescoreId: string): Promise<Rescore> {
    const rescore = await this.rescores.find(tx, this.bodies(tx), rescoreId);
    if (!rescore) throw notFound('this rescore');
    return rescore;
  }

  /** What was ruled, opened by the product itself to score by it. */
  async ruling(tx: Tx, { bodyId, versionId, ruling: kind, secretId }: Rescore): Promise<Ruling> {
    const asProduct = { ...tx, actor: systemActor('exams') };
    const opened = await this.vault.open<SealedRuling>(asProduct, { bodyId, ids: [secretId], purpose: 'scoring' });
    return { versionId, kind, keys: sealedKeys(kind, opened.get(secretId)) };
  }
}
