import { Injectable } from '@nestjs/common';
import { organizationsOf } from '../../../src/kernel/actor.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { ItemBank, type ClosedStudy } from '../../item-bank/item-bank.public.js';
import type { Exam } from '../persistence/exam.repository.js';
import type { ExamForm } from '../persistence/form.repository.js';
import { ExamRows } from './exam-rows.js';

export type { Exam as ExamReading } from '../persistence/exam.repository.js';

/** A form as its owners see it: what covers which domain, never which items. */
export interface FormReading extends ExamForm {
  coverage: { domain: string; scored: number; pretest: number }[];
}

/** Exams and their forms, for who sets them up and who approves. No word of an item. */
@Injectable()
export class ReadExamDesk {
  constructor(
    private readonly rows: ExamRows,
    private readonly bank: ItemBank,
  ) {}

  async list(tx: Tx): Promise<Exam[]> {
    return this.rows.exams.at(tx, organizationsOf(tx.actor, 'psychometrician', 'administrator', 'registrar'));
  }

  /** @throws DomainError not_found for another body's */
  async one(tx: Tx, examId: string): Promise<{ exam: Exam; forms: FormReading[] }> {
    const exam = await this.rows.exams.find(tx, examId);
    const bodies = organizationsOf(tx.actor, 'psychometrician', 'administrator');
    if (!exam || !bodies.includes(exam.bodyId)) throw notFound('this exam');
    const forms: FormReading[] = [];
    for (const form of await this.rows.forms.of(tx, examId)) {
      forms.push({ ...form, coverage: await this.coverage(tx, form.id) });
    }
    return { exam, forms };
  }

  /** What an exam can be set up with. */
  async toSetUp(tx: Tx): Promise<{ bodyId: string; studies: ClosedStudy[] }[]> {
    const found: { bodyId: string; studies: ClosedStudy[] }[] = [];
    for (const bodyId of organizationsOf(tx.actor, 'psychometrician')) {
      found.push({ bodyId, studies: await this.bank.closedStudies(tx, bodyId) });
    }
    return found;
  }

  private async coverage(tx: Tx, formId: string): Promise<FormReading['coverage']> {
    const byDomain = new Map<string, { domain: string; scored: number; pretest: number }>();
    for (const { examDomain: domain, isPretest } of await this.rows.forms.itemsOf(tx, formId)) {
      const one = byDomain.get(domain) ?? { domain, scored: 0, pretest: 0 };
      one[isPretest ? 'pretest' : 'scored']++;
      byDomain.set(domain, one);
    }
    return [...byDomain.values()].sort((a, b) => (a.domain < b.domain ? -1 : 1));
  }
}
