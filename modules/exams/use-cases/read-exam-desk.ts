import { Injectable } from '@nestjs/common';
import { organizationsOf } from '../../../src/kernel/actor.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { pageOf, PAGE_LENGTH, type Page } from '../../../src/platform/http/paging.js';
import { ItemBank } from '../../item-bank/item-bank.public.js';
import { PROCTORS } from '../domain/rooms.js';
import type { Exam } from '../persistence/exam.repository.js';
import type { ExamForm, Overlap } from '../persistence/form.repository.js';
import { ExamRows } from './exam-rows.js';
import { ReadExamSetup, type ExamRules } from './read-exam-setup.js';

/** An exam, with the zone in which its body tells times and what its scheme is called. */
export type ExamReading = Exam & { zone: string; schemeTitle: string };

/** A form as its owners see it: what covers which domain, never which items. */
export interface FormReading extends ExamForm {
  coverage: { domain: string; scored: number; pretest: number }[];
  /** The forms before it that ask some of its items too. */
  overlaps: Pick<Overlap, 'number' | 'exam' | 'items'>[];
}

export interface ExamAtDesk {
  exam: ExamReading;
  /** First made first. */
  forms: FormReading[];
  /** Title of the study that gives the cut score. */
  study: string;
  /** Titles of exam domains by their codes. */
  domains: Record<string, string>;
  /** What its scheme says today; null where it does not run any more. */
  rules: { title: string; rules: ExamRules } | null;
  /** People out of forms, and sittings that repeated one. */
  retakes: { outOfForms: number; repeated: number };
}

/** Exams and their forms, for who sets them up and who approves. No word of an item. */
@Injectable()
export class ReadExamDesk {
  constructor(
    private readonly rows: ExamRows,
    private readonly bank: ItemBank,
    private readonly setup: ReadExamSetup,
  ) {}

  /** Newest first. @param after `created_at` and id that the page before ended with */
  async list(tx: Tx, after: string[] | null): Promise<Page<ExamReading>> {
    const bodies = organizationsOf(tx.actor, 'psychometrician', ...PROCTORS);
    const found = await this.rows.exams.at(tx, bodies, { after, limit: PAGE_LENGTH + 1 });
    const page = pageOf(found, ({ createdAt, id }) => [createdAt.toString(), id]);
    const rows: ExamReading[] = [];
    const schemeTitle = await this.setup.schemeTitles(tx);
    for (const exam of page.rows)
      rows.push({ ...exam, zone: await this.setup.zone(tx, exam), schemeTitle: schemeTitle(exam) });
    return { ...page, rows };
  }

  /** @throws DomainError not_found for another body's */
  async one(tx: Tx, examId: string): Promise<ExamAtDesk> {
    const exam = await this.rows.exams.find(tx, examId);
    const bodies = organizationsOf(tx.actor, 'psychometrician', 'administrator');
    if (!exam || !bodies.includes(exam.bodyId)) throw notFound('this exam');
    const forms: FormReading[] = [];
    const overlaps = await this.rows.forms.overlaps(tx, examId);
    for (const form of await this.rows.forms.of(tx, examId)) {
      const own = overlaps.filter(({ formId }) => formId === form.id);
      const shared = own.map(({ number, exam: ofExam, items }) => ({ number, exam: ofExam, items }));
      forms.push({ ...form, coverage: await this.coverage(tx, form.id), overlaps: shared });
    }
    const studies = await this.bank.closedStudies(tx, exam.bodyId);
    const study = studies.find(({ id }) => id === exam.studyId)?.title ?? '';
    const zone = await this.setup.zone(tx, exam);
    const schemeTitle = (await this.setup.schemeTitles(tx))(exam);
    const domains = await this.setup.domainTitles(tx);
    const rules = await this.setup.rules(tx, exam);
    const retakes = await this.rows.forms.retakes(tx, examId);
    return { exam: { ...exam, zone, schemeTitle }, forms, study, domains, rules, retakes };
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
