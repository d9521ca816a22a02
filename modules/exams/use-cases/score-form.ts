import { Injectable } from '@nestjs/common';
import { systemActor } from '../../../src/kernel/actor.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { ItemBank } from '../../item-bank/item-bank.public.js';
import type { Answer } from '../../quizzes/items.public.js';
import { countedLines, keyedContents, type Ruling } from '../domain/rescoring/ruling.js';
import type { ExactCut } from '../domain/scaling.js';
import { scoreSitting, type SittingScore } from '../domain/score-sitting.js';
import { FormRepository } from '../persistence/form.repository.js';
import type { AffectedForm } from '../persistence/rescore.repository.js';
import { FormKeys, KEYED_CREDIT } from './form-keys.js';

export type Scorer = (answers: Readonly<Record<string, Answer>>) => SittingScore;

/** Makes ready to score any number of sittings of a form by the keys that hold: keys are opened once, by the product itself. */
@Injectable()
export class ScoreForm {
  constructor(
    private readonly forms: FormRepository,
    private readonly keys: FormKeys,
    private readonly bank: ItemBank,
  ) {}

  /** @param proposed a ruling as if it held, with the cut that would belong to it */
  async of(
    tx: Tx,
    form: AffectedForm & { bodyId: string },
    { rescoreId, proposed }: { rescoreId: string; proposed?: { ruling: Ruling; cut: ExactCut } },
  ): Promise<Scorer> {
    const key = await this.keys.of(tx, form, proposed);
    const lines = countedLines(key, await this.forms.itemsOf(tx, form.id));
    const contents = await this.bank.contents(
      { ...tx, actor: systemActor('exams') },
      {
        bodyId: form.bodyId,
        versionIds: lines.flatMap(({ versionId, isPretest }) => (isPretest ? [] : versionId)),
        purpose: 'scoring',
        subject: { kind: 'exam_rescore', id: rescoreId },
      },
    );
    const keyed = keyedContents(key, contents);
    const rules = { cut: key.cut, scale: form.scale, crediting: KEYED_CREDIT };
    return (answers) => scoreSitting(lines, keyed, new Map(Object.entries(answers)), rules);
  }
}
