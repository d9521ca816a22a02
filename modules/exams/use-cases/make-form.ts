import { Injectable } from '@nestjs/common';
import { organizationsOf, personIdOf } from '../../../src/kernel/actor.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { ItemBank } from '../../item-bank/item-bank.public.js';
import { randomSequence, shuffled } from '../../quizzes/items.public.js';
import { scoredItems } from '../domain/blueprint.js';
import { drawForm, type Chance, type FormLine } from '../domain/draw-form.js';
import { bankLacks } from '../exams.errors.js';
import type { Exam } from '../persistence/exam.repository.js';
import type { FormItem } from '../persistence/form.repository.js';
import { ExamRows } from './exam-rows.js';
import { ExamTrail } from './exam-trail.js';
import { FormKeys } from './form-keys.js';

/**
 * Draws a form of an exam and freezes it: which items, in which order, their options in which order, its raw cut. All of it follows
 * from the seed that is kept, what the bank had that day and what the forms before asked.
 */
@Injectable()
export class MakeForm {
  constructor(
    private readonly rows: ExamRows,
    private readonly bank: ItemBank,
    private readonly trail: ExamTrail,
    private readonly keys: FormKeys,
  ) {}

  /**
   * @param seed left out: by chance
   * @throws DomainError not_found for another body's exam; exams.bank_lacks_domain, _difficulty, _pretest, which name it
   */
  async execute(tx: Tx, { examId, seed = this.trail.newSeed() }: { examId: string; seed?: number }) {
    const exam = await this.rows.exams.find(tx, examId);
    if (!exam || !organizationsOf(tx.actor, 'psychometrician').includes(exam.bodyId)) throw notFound('this exam');
    const chance = chanceOf(seed);
    const lines = await this.draw(tx, exam, chance);
    const formId = this.trail.newId();
    const items = await this.withOptions(tx, { exam, formId, lines }, chance);
    const scored = items.filter(({ isPretest }) => !isPretest).map(({ versionId }) => versionId);
    const { bodyId, studyId } = exam;
    const cut = await this.bank.cutScore(tx, { bodyId, studyId, versionIds: scored });
    const number = await this.rows.forms.nextNumber(tx, examId);
    const form = {
      id: formId,
      bodyId,
      examId,
      number,
      seed,
      scoredItems: scoredItems(exam.blueprint),
      cutNumerator: cut.numerator,
      cutDenominator: cut.denominator,
      madeBy: personIdOf(tx.actor),
    };
    await this.rows.forms.add(tx, form, items);
    await this.trail.desk(tx, 'form.made', { kind: 'exam_form', id: formId, bodyId }, { exam: examId, number });
    return { formId, number };
  }

  /**
   * Scored items are in use and judged in the study, since a cut without them would be none; others are in pretest. What was ruled of since
   * waits for an edit.
   */
  private async draw(tx: Tx, { bodyId, schemeCode, studyId, blueprint }: Exam, chance: Chance): Promise<FormLine[]> {
    const judged = new Set(
      (await this.bank.closedStudies(tx, bodyId)).find(({ id }) => id === studyId)?.versionIds ?? [],
    );
    await this.keys.hold(tx, bodyId);
    const ruled = await this.keys.ruledVersions(tx, bodyId);
    const candidates = (await this.bank.candidates(tx, { bodyId })).filter(({ versionId }) => !ruled.has(versionId));
    const scored = candidates.filter(({ state, versionId }) => state === 'active' && judged.has(versionId));
    const pretest = candidates.filter(({ state }) => state === 'pretest');
    const before = await this.rows.forms.askedBefore(tx, { bodyId, schemeCode });
    const drawn = drawForm(blueprint, { scored, pretest }, chance, before);
    if ('lacks' in drawn) throw bankLacks(drawn.lacks);
    return drawn.lines;
  }

  private async withOptions(
    tx: Tx,
    { exam, formId, lines }: { exam: Exam; formId: string; lines: readonly FormLine[] },
    chance: Chance,
  ): Promise<FormItem[]> {
    const questions = await this.bank.questions(tx, {
      bodyId: exam.bodyId,
      versionIds: lines.map(({ versionId }) => versionId),
      purpose: 'form',
      subject: { kind: 'exam_form', id: formId },
    });
    const keys = new Map(questions.map(({ versionId, options }) => [versionId, options.map(({ key }) => key)]));
    return lines.map(({ versionId, itemId, kind, examDomain, competency, isPretest }, index) => ({
      place: index + 1,
      versionId,
      itemId,
      kind,
      examDomain,
      competency,
      isPretest,
      optionOrder: chance.shuffled((keys.get(versionId) ?? []).toSorted()),
    }));
  }
}

function chanceOf(seed: number): Chance {
  const random = randomSequence(seed);
  return { shuffled: (elements) => shuffled(elements, random) };
}
