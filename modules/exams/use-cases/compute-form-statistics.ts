import { Injectable } from '@nestjs/common';
import { systemActor } from '../../../src/kernel/actor.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Ids } from '../../../src/platform/ids/ids.js';
import { ItemBank, type ItemContent } from '../../item-bank/item-bank.public.js';
import { countedLines, keyedContents } from '../domain/rescoring/ruling.js';
import { FormAccumulator } from '../domain/statistics/accumulator.js';
import { formStatistics } from '../domain/statistics/form-statistics.js';
import { StatisticsRepository, type MeasuredForm, type SavedAnswers } from '../persistence/statistics.repository.js';
import { FormKeys, KEYED_CREDIT } from './form-keys.js';

/**
 * Works out the statistics of a form from all its closed sittings, tells the item bank, and keeps the whole. The keys are opened as the
 * product's own reading, which the bank's log tells.
 */
@Injectable()
export class ComputeFormStatistics {
  constructor(
    private readonly rows: StatisticsRepository,
    private readonly bank: ItemBank,
    private readonly keys: FormKeys,
    private readonly ids: Ids,
  ) {}

  /**
   * Does nothing while nobody has finished the form.
   * @param onlyNew does nothing either where nobody has finished it since it was worked out last
   * @returns how many attempts it rests on, a person's first only; 0 where nothing was done
   * @throws Error for a form that is not there, or an item of it that cannot be opened
   */
  async execute(tx: Tx, { formId, onlyNew = false }: { formId: string; onlyNew?: boolean }): Promise<number> {
    const form = await this.rows.form(tx, formId);
    if (!form) throw new Error(`There is no form ${formId}`);
    if (onlyNew && (await this.rows.behind(tx, formId)).length === 0) return 0;
    const sums = await this.read(tx, form);
    if (sums.attempts === 0) return 0;
    const summary = formStatistics(sums);
    const { bodyId } = form;
    await this.rows.add(tx, { id: this.ids.next(), bodyId, formId, summary });
    const subject = { kind: 'exam_form', id: formId };
    await this.bank.writeStatistics(tx, { bodyId, subject, statistics: summary.items });
    return sums.attempts;
  }

  private async read(tx: Tx, form: MeasuredForm): Promise<FormAccumulator> {
    const { id, bodyId } = form;
    const key = await this.keys.of(tx, form);
    const lines = countedLines(key, await this.rows.itemsOf(tx, id));
    const asked = await this.bank.contents(
      { ...tx, actor: systemActor('exams') },
      {
        bodyId,
        versionIds: lines.map(({ versionId }) => versionId),
        purpose: 'statistics',
        subject: { kind: 'exam_form', id },
      },
    );
    const contents = keyedContents(key, asked);
    const items = lines.map((line) => {
      const keyed = contents.get(line.versionId);
      if (!keyed) throw new Error(`Version ${line.versionId} was not opened`);
      return { ...line, keyed, options: optionsOf(keyed) };
    });
    const sums = new FormAccumulator({ items, partsPerItem: KEYED_CREDIT.partsPerItem, cut: key.cut });
    for await (const attempts of this.rows.attempts(tx, id)) {
      for (const answers of attempts) sums.add(attemptOf(items, answers));
    }
    return sums;
  }
}

/** What is put in order has no options to count; of an item with several keys, right is what stands in any of them. */
function optionsOf(keyed: readonly ItemContent[]): { key: string; correct: boolean }[] {
  const [{ kind, options } = { kind: 'ordering', options: [] }] = keyed;
  if (kind === 'ordering') return [];
  return options.map(({ key }, at) => ({ key, correct: keyed.some((item) => item.options[at]?.correct === true) }));
}

function attemptOf(items: readonly { versionId: string; keyed: readonly ItemContent[] }[], answers: SavedAnswers) {
  return {
    credits: items.map(({ versionId, keyed }) => KEYED_CREDIT.creditFor(keyed, answers[versionId])),
    chosen: items.map(({ versionId }) => {
      const answer = answers[versionId];
      return answer && ('chosen' in answer ? answer.chosen : []);
    }),
  };
}
