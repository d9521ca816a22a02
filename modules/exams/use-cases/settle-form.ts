import { Injectable } from '@nestjs/common';
import { organizationsOf, personIdOf } from '../../../src/kernel/actor.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { formSettled, secondPerson } from '../exams.errors.js';
import { ExamRows } from './exam-rows.js';
import { ExamTrail } from './exam-trail.js';

/** A second person approves a form, which is given from then on, or somebody withdraws it, and no new sitting gets it. */
@Injectable()
export class SettleForm {
  constructor(
    private readonly rows: ExamRows,
    private readonly trail: ExamTrail,
  ) {}

  /** @throws DomainError not_found, exams.second_person, exams.form_settled */
  async approve(tx: Tx, formId: string): Promise<{ examId: string; formId: string }> {
    const form = await this.find(tx, formId);
    if (form.madeBy === personIdOf(tx.actor)) throw secondPerson();
    if (!(await this.rows.forms.approve(tx, formId, personIdOf(tx.actor)))) throw formSettled();
    await this.trail.desk(tx, 'form.approved', { kind: 'exam_form', id: formId, bodyId: form.bodyId });
    return { examId: form.examId, formId };
  }

  /** @throws DomainError not_found, exams.form_settled */
  async withdraw(tx: Tx, formId: string): Promise<{ examId: string; formId: string }> {
    const form = await this.find(tx, formId);
    if (!(await this.rows.forms.withdraw(tx, formId, personIdOf(tx.actor)))) throw formSettled();
    await this.trail.desk(tx, 'form.withdrawn', { kind: 'exam_form', id: formId, bodyId: form.bodyId });
    return { examId: form.examId, formId };
  }

  private async find(tx: Tx, formId: string) {
    const bodies = organizationsOf(tx.actor, 'psychometrician', 'administrator');
    const form = await this.rows.forms.find(tx, bodies, formId);
    if (!form) throw notFound('this form');
    return form;
  }
}
