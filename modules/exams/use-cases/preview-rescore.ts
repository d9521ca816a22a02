import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import {
  groupOf,
  movesOf,
  previewGroups,
  type Figures,
  type PreviewGroup,
} from '../domain/rescoring/compare-results.js';
import type { ExactCut } from '../domain/scaling.js';
import { FormRepository } from '../persistence/form.repository.js';
import type { AffectedForm, Rescore } from '../persistence/rescore.repository.js';
import { FindRescore } from './find-rescore.js';
import { FormKeys } from './form-keys.js';
import { RescoringRows } from './rescoring-rows.js';
import { ScoreForm } from './score-form.js';

export interface PreviewLine {
  sittingId: string;
  personId: string;
  form: string;
  group: PreviewGroup;
  before: Figures;
  after: Figures;
}

export interface PreviewedForm {
  form: string;
  sittings: number;
  before: ExactCut & { scoredItems: number };
  after: ExactCut & { scoredItems: number };
}

export interface Preview {
  forms: PreviewedForm[];
  counts: Record<PreviewGroup, number>;
  moves: { points: number; people: number }[];
  lines: PreviewLine[];
}

/** What keys and forms say of a rescore. */
@Injectable()
export class RescoreKeys {
  constructor(
    readonly find: FindRescore,
    readonly forms: FormRepository,
    readonly keys: FormKeys,
    readonly score: ScoreForm,
  ) {}
}

/** Works out who would change by a rescore that is proposed: exactly, from the answers and keys of this moment, and keeps nothing of it. */
@Injectable()
export class PreviewRescore {
  constructor(
    private readonly rows: RescoringRows,
    private readonly key: RescoreKeys,
  ) {}

  /** @throws DomainError exams.nothing_left */
  async execute(tx: Tx, rescore: Rescore): Promise<Preview> {
    const forms: PreviewedForm[] = [];
    const lines: PreviewLine[] = [];
    for (const form of await this.rows.rescores.affected(tx, rescore)) {
      const { told, found } = await this.of(tx, rescore, form);
      forms.push(told);
      lines.push(...found);
    }
    const counts = Object.fromEntries(Object.keys(previewGroups).map((group) => [group, 0])) as Preview['counts'];
    for (const { group } of lines) counts[group]++;
    return { forms, counts, moves: movesOf(lines), lines };
  }

  private async of(tx: Tx, rescore: Rescore, affected: AffectedForm) {
    const { bodyId } = rescore;
    const form = { ...affected, bodyId };
    const lines = await this.key.forms.itemsOf(tx, form.id);
    const ruling = await this.key.find.ruling(tx, rescore);
    const { cut, scoredItems } = await this.key.keys.cutWith(tx, form, { lines, ruling });
    const scorer = await this.key.score.of(tx, form, { rescoreId: rescore.id, proposed: { ruling, cut } });
    const name = `${form.exam}, form ${form.number}`;
    const found: PreviewLine[] = [];
    for await (const sittings of this.rows.scores.closed(tx, form.id)) {
      for (const { id: sittingId, personId, answers, result } of sittings) {
        const after = scorer(answers);
        found.push({ sittingId, personId, form: name, group: groupOf(result, after), before: result, after });
      }
    }
    const newest = (await this.rows.rescores.inForce(tx, form.id)).at(-1) ?? form;
    const before = {
      numerator: newest.cutNumerator,
      denominator: newest.cutDenominator,
      scoredItems: newest.scoredItems,
    };
    return { told: { form: name, sittings: found.length, before, after: { ...cut, scoredItems } }, found };
  }
}
