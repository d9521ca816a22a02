import { Injectable } from '@nestjs/common';
import { personIdOf } from '../../../src/kernel/actor.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { ExpectedAtExam } from '../../certification/exam-sittings.public.js';
import { People } from '../../people/people.public.js';
import { Accommodations, mostOf, type Accommodation } from '../../quizzes/accommodations.public.js';
import { fromAdjustments } from '../domain/adjustments.js';
import { cannotSitToday, sitsAlready } from '../exams.errors.js';
import type { Exam } from '../persistence/exam.repository.js';
import { ExamGate } from './exam-gate.js';
import { ExamRows } from './exam-rows.js';

/** Somebody who is expected, as far as a room has to know them: nothing of their application. */
export interface Expected extends ExpectedAtExam {
  /** As in the register, to be held against what they show. */
  name: string;
  number: string;
  accommodations: Accommodation;
}

/** Who may sit an exam today and has not begun. Oneself is never on that list. */
@Injectable()
export class ExpectedPeople {
  constructor(
    private readonly gate: ExamGate,
    private readonly rows: ExamRows,
    private readonly people: People,
    private readonly accommodations: Accommodations,
  ) {}

  /** By name. */
  async all(tx: Tx, exam: Exam): Promise<Expected[]> {
    const sat = await this.rows.sittings.authorisationsSat(tx, exam.id);
    const found: ExpectedAtExam[] = [];
    for (const one of await this.authorised(tx, exam)) {
      // Only who sat before may have to wait, or be done.
      if (!sat.has(one.authorisationId) || (await this.canSit(tx, exam, one))) found.push(one);
    }
    const names = await this.people.getAll(
      tx,
      found.map(({ personId }) => personId),
    );
    const told: Expected[] = [];
    for (const one of found) {
      const { legalName: name = '', number = '' } = names.get(one.personId) ?? {};
      told.push({ ...one, name, number, accommodations: await this.madeEasier(tx, one) });
    }
    return told.toSorted((a, b) => a.name.localeCompare(b.name, 'en'));
  }

  /** @throws DomainError not_found for who has no authorisation that holds today, and for oneself */
  async one(tx: Tx, exam: Exam, authorisationId: string): Promise<Expected> {
    const found = (await this.authorised(tx, exam)).find((one) => one.authorisationId === authorisationId);
    if (!found) throw notFound('this person in the room');
    const { legalName: name, number } = await this.people.get(tx, found.personId);
    return { ...found, name, number, accommodations: await this.madeEasier(tx, found) };
  }

  /**
   * The same, held: until the transaction ends they begin no sitting, and nobody else checks them in.
   * @throws DomainError as {@link one}; exams.sits_already
   */
  async held(tx: Tx, exam: Exam, authorisationId: string): Promise<Expected> {
    const person = await this.one(tx, exam, authorisationId);
    await this.gate.hold(tx, person);
    if (await this.rows.sittings.openOf(tx, person.personId, person.applicationId)) throw sitsAlready();
    return person;
  }

  /** @throws DomainError exams.cannot_sit_today; why is between the person and the body */
  async requireReady(tx: Tx, exam: Exam, person: Expected): Promise<void> {
    if (!(await this.canSit(tx, exam, person))) throw cannotSitToday();
  }

  private async authorised(tx: Tx, exam: Exam): Promise<ExpectedAtExam[]> {
    return (await this.gate.expected(tx, exam)).filter(({ personId }) => personId !== personIdOf(tx.actor));
  }

  private async canSit(tx: Tx, exam: Exam, { personId }: ExpectedAtExam): Promise<boolean> {
    const candidate = await this.gate.candidate(tx, personId, exam);
    return candidate !== null && (await this.gate.refusal(tx, personId, exam, candidate)) === null;
  }

  private async madeEasier(tx: Tx, { personId, adjustments }: ExpectedAtExam): Promise<Accommodation> {
    return mostOf([await this.accommodations.of(tx, personId), fromAdjustments(adjustments)]);
  }
}
