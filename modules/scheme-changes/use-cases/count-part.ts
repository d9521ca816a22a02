import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { ImpactPart } from '../persistence/impact-preview.repository.js';
import { CompareBatch, type Comparison } from './compare-batch.js';
import { ComparisonOf } from './comparison-of.js';
import { PartResults } from './part-results.js';
import { Subjects } from './subjects.js';

/** Persons whose facts are in memory at once. */
const BATCH = 25;
/** Batches of one effect: about a second of work, of which a worker that is killed loses at most this much. */
const BATCHES = 40;

/**
 * Goes on with one part of a preview from the person it had reached. What it finds, how far it came and the effect that goes on
 * from there commit together, so that a worker may end at any moment: nobody is counted twice or left out.
 */
@Injectable()
export class CountPart {
  constructor(
    private readonly comparisons: ComparisonOf,
    private readonly subjects: Subjects,
    private readonly compare: CompareBatch,
    private readonly results: PartResults,
  ) {}

  async execute(tx: Tx, { previewId, part: number }: { previewId: string; part: number }): Promise<void> {
    const part = await this.results.lock(tx, previewId, number);
    const comparison = part && !part.done ? await this.comparisons.running(tx, previewId) : null;
    if (!part || !comparison) return;
    const progress = { reached: part.reached, counted: 0, bound: 0, done: false };
    for (let batch = 0; batch < BATCHES && !progress.done; batch += 1) {
      const found = await this.batch(tx, part, comparison, progress.reached);
      progress.reached = found.reached;
      progress.counted += found.counted;
      progress.bound += found.bound;
      progress.done = found.counted < BATCH;
    }
    await this.results.advance(tx, part, progress);
  }

  private async batch(tx: Tx, part: ImpactPart, comparison: Comparison, reached: string | null) {
    const { bodyId, code: schemeCode } = comparison.draft;
    const range = { above: reached ?? part.above, upTo: part.upTo };
    const subjects = await this.subjects.batch(tx, { kind: part.kind, bodyId, schemeCode }, range, BATCH);
    const { bound, touched } = await this.compare.execute(tx, comparison, subjects);
    await this.results.keep(tx, part, touched);
    return { counted: subjects.length, bound, reached: subjects.at(-1)?.personId ?? reached };
  }
}
