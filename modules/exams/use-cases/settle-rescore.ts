import { Injectable } from '@nestjs/common';
import { personIdOf } from '../../../src/kernel/actor.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Outbox } from '../../../src/platform/jobs/outbox.js';
import { APPLY_RESCORE } from '../domain/rescoring/effects.js';
import type { Rescore } from '../persistence/rescore.repository.js';
import { rescoreSecondPerson, rescoreSettled } from '../rescoring.errors.js';
import { RescoreKeys } from './preview-rescore.js';
import { RescoringRows } from './rescoring-rows.js';
import { RescoringTrail } from './rescoring-trail.js';

/** A second person approves a rescore, and from that moment its forms have another key; or somebody declines it. */
@Injectable()
export class SettleRescore {
  constructor(
    private readonly rows: RescoringRows,
    private readonly key: RescoreKeys,
    private readonly outbox: Outbox,
    private readonly trail: RescoringTrail,
  ) {}

  /**
   * Sittings that are closing meanwhile are waited for: what was scored by the old key is scored anew, what closes afterwards has the
   * new key at once. @throws DomainError not_found; exams.rescore_second_person, .rescore_settled, .nothing_left
   */
  async approve(tx: Tx, rescoreId: string): Promise<{ rescoreId: string }> {
    const rescore = await this.key.find.one(tx, rescoreId);
    const me = personIdOf(tx.actor);
    if (rescore.proposedBy === me) throw rescoreSecondPerson();
    await this.rows.rescores.changeKeys(tx, rescore.bodyId);
    if (!(await this.rows.rescores.approve(tx, rescoreId, me))) throw rescoreSettled();
    const forms = await this.keyForms(tx, rescore);
    await this.outbox.add(tx, { kind: APPLY_RESCORE, payload: { rescoreId }, orderKey: `exam_rescore ${rescoreId}` });
    const { bodyId, ruling } = rescore;
    await this.trail.note(tx, 'rescore.approved', { kind: 'exam_rescore', id: rescoreId, bodyId }, { ruling, forms });
    return { rescoreId };
  }

  /** Whoever proposed it may take it back by this, too. @throws DomainError not_found, exams.rescore_settled */
  async decline(tx: Tx, rescoreId: string): Promise<{ rescoreId: string }> {
    const { bodyId } = await this.key.find.one(tx, rescoreId);
    if (!(await this.rows.rescores.decline(tx, rescoreId, personIdOf(tx.actor)))) throw rescoreSettled();
    await this.trail.note(tx, 'rescore.declined', { kind: 'exam_rescore', id: rescoreId, bodyId });
    return { rescoreId };
  }

  /** Each form's next key, with the cut that was worked out for it. */
  private async keyForms(tx: Tx, rescore: Rescore): Promise<number> {
    const { id: rescoreId, bodyId, versionId, ruling: kind } = rescore;
    const forms = await this.rows.rescores.affected(tx, rescore);
    for (const form of forms) {
      const lines = await this.key.forms.itemsOf(tx, form.id);
      const given = { lines, ruling: { versionId, kind } };
      const { cut, scoredItems } = await this.key.keys.cutWith(tx, { ...form, bodyId }, given);
      const number = ((await this.rows.rescores.inForce(tx, form.id)).at(-1)?.number ?? 0) + 1;
      const { numerator: cutNumerator, denominator: cutDenominator } = cut;
      const next = { rescoreId, formId: form.id, number, scoredItems, cutNumerator, cutDenominator };
      await this.rows.rescores.addForm(tx, bodyId, next);
    }
    return forms.length;
  }
}
