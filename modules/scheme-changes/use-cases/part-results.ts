import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Outbox } from '../../../src/platform/jobs/outbox.js';
import type { Touched } from '../domain/touched.js';
import { ImpactDifferenceRepository } from '../persistence/impact-difference.repository.js';
import {
  ImpactPreviewRepository,
  type ImpactPart,
  type PartProgress,
} from '../persistence/impact-preview.repository.js';
import { COUNT_PART } from './begin-preview.js';

/** What a part found, how far it came, and the effect that goes on from there. */
@Injectable()
export class PartResults {
  constructor(
    private readonly previews: ImpactPreviewRepository,
    private readonly differences: ImpactDifferenceRepository,
    private readonly outbox: Outbox,
  ) {}

  /** The part, for nobody else until this transaction ends. */
  lock(tx: Tx, previewId: string, number: number): Promise<ImpactPart | null> {
    return this.previews.lockPart(tx, previewId, number);
  }

  async keep(tx: Tx, { previewId: id, bodyId }: ImpactPart, touched: readonly Touched[]): Promise<void> {
    await this.differences.insertAll(tx, { id, bodyId }, touched);
  }

  async advance(tx: Tx, part: ImpactPart, came: PartProgress): Promise<void> {
    const { previewId, number } = part;
    await this.previews.advance(tx, part, came);
    if (!came.done) await this.outbox.add(tx, { kind: COUNT_PART, payload: { previewId, part: number } });
    else if (await this.previews.allDone(tx, previewId)) await this.previews.end(tx, previewId, 'done');
  }
}
