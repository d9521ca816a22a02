import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Outbox } from '../../../src/platform/jobs/outbox.js';
import { APPLY_RESCORE } from '../domain/rescoring/effects.js';
import { isApplied, outcomeOf } from '../domain/rescoring/compare-results.js';
import { FORM_STATISTICS } from '../domain/statistics/effects.js';
import type { AffectedForm, Rescore } from '../persistence/rescore.repository.js';
import type { ScoredSitting } from '../persistence/score.repository.js';
import { RescoringRows } from './rescoring-rows.js';
import { RescoringTrail } from './rescoring-trail.js';
import { ScoreForm, type Scorer } from './score-form.js';
import { WriteResult } from './write-result.js';

/** Sittings of one step: one transaction, a second or two. */
const STEP = 50;

/** What a step does with the sittings that it scored. */
@Injectable()
export class RescoreEffects {
  constructor(
    readonly score: ScoreForm,
    readonly write: WriteResult,
    readonly trail: RescoringTrail,
    readonly outbox: Outbox,
  ) {}
}

/**
 * Takes an approved rescore a step further. Each sitting is looked at once (its row tells), in the transaction that writes what came of
 * it: whatever breaks off goes on from there, and a step that comes twice finds nothing left.
 */
@Injectable()
export class ApplyRescore {
  constructor(
    private readonly rows: RescoringRows,
    private readonly effects: RescoreEffects,
  ) {}

  /** Fifty sittings, and an outbox row for the next; nothing for a rescore that is not approved or already applied. */
  async execute(tx: Tx, rescoreId: string): Promise<void> {
    const rescore = await this.rows.rescores.lock(tx, rescoreId);
    if (!rescore?.approvedAt || rescore.appliedAt) return;
    const sittings = await this.rows.scores.next(tx, rescoreId, STEP);
    const forms = await this.rows.rescores.affected(tx, rescore);
    await this.look(tx, rescore, { sittings, forms });
    if (sittings.length === STEP) {
      const orderKey = `exam_rescore ${rescoreId}`;
      await this.effects.outbox.add(tx, { kind: APPLY_RESCORE, payload: { rescoreId }, orderKey });
      return;
    }
    await this.rows.rescores.finish(tx, rescoreId);
    const { bodyId } = rescore;
    await this.effects.trail.note(tx, 'rescore.applied', { kind: 'exam_rescore', id: rescoreId, bodyId });
    for (const { id: formId } of forms) {
      const orderKey = `exam_form ${formId}`;
      await this.effects.outbox.add(tx, { kind: FORM_STATISTICS, payload: { formId }, orderKey });
    }
  }

  private async look(
    tx: Tx,
    rescore: Rescore,
    { sittings, forms }: { sittings: readonly ScoredSitting[]; forms: readonly AffectedForm[] },
  ): Promise<void> {
    const { id: rescoreId, bodyId } = rescore;
    const wanted = new Set(sittings.map(({ formId }) => formId));
    const scorers = new Map<string, { form: AffectedForm; scorer: Scorer }>();
    for (const form of forms.filter(({ id }) => wanted.has(id))) {
      scorers.set(form.id, { form, scorer: await this.effects.score.of(tx, { ...form, bodyId }, { rescoreId }) });
    }
    for (const sitting of sittings) {
      const known = scorers.get(sitting.formId);
      if (!known) throw new Error(`Form ${sitting.formId} does not hold the item any more`);
      await this.one(tx, rescore, { sitting, ...known });
    }
  }

  private async one(
    tx: Tx,
    { id: rescoreId, bodyId }: Rescore,
    { sitting, form, scorer }: { sitting: ScoredSitting; form: AffectedForm; scorer: Scorer },
  ): Promise<void> {
    const { id: sittingId, personId, result: before } = sitting;
    const after = scorer(sitting.answers);
    const outcome = outcomeOf(before, after);
    await this.rows.scores.addFound(tx, { rescoreId, sittingId, bodyId, personId, outcome, before, after });
    if (!isApplied(outcome)) return;
    const ground = { bodyId, rescoreId, passDecisionId: null };
    const satOn = await this.effects.write.execute(tx, sitting, after, ground);
    await this.effects.trail.tell(tx, 'application-exam-rescored', {
      identity: `${rescoreId}:${sittingId}`,
      personId,
      bodyId,
      sittingId,
      title: form.exam,
      on: satOn.toString(),
      passed: outcome === 'passes_now',
      raised: outcome === 'raised',
    });
  }
}
