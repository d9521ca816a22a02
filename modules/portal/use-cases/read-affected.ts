import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { keyParts, pageOf, readKey } from '../../../src/platform/http/paging.js';
import { Applications } from '../../certification/certification.public.js';
import { Register } from '../../credentials/credentials.public.js';
import { ApprovedCourses, type CourseDetail, type RestingFact } from '../../evidence/evidence.public.js';
import { People } from '../../people/people.public.js';

export interface AffectedPerson {
  factId: string;
  number: string;
  name: string;
  /** The day the training was finished, and its whole minutes. */
  finishedOn: Temporal.PlainDate;
  minutes: number;
  /** Finished on or after the day from which the approval is withdrawn; null while it is not. */
  afterWithdrawal: boolean | null;
  /** Open at the body of the course. */
  applications: { id: string; schemeCode: string; state: string }[];
  /** Granted by the body of the course. */
  credentials: { number: string; title: string; status: string }[];
}

export interface Affected {
  course: CourseDetail;
  people: AffectedPerson[];
  next: string | null;
}

export const AFFECTED_PAGE = 25;

/**
 * Whose accepted training rests on a course of the register, and what they have open or hold at its body. Only looked at:
 * nobody is written to, and no application and no credential changes without a decision about it.
 */
@Injectable()
export class ReadAffected {
  constructor(
    private readonly courses: ApprovedCourses,
    private readonly people: People,
    private readonly applications: Applications,
    private readonly register: Register,
  ) {}

  /** @param after the `next` of the page before @throws DomainError not_found for another body's course */
  async execute(tx: Tx, courseId: string, after: string | undefined, length = AFFECTED_PAGE): Promise<Affected> {
    const course = await this.courses.own(tx, courseId);
    const [occurredOn, id] = readKey(after, keyParts.date, keyParts.id) ?? [];
    const key = occurredOn && id ? { occurredOn, id } : null;
    const found = await this.courses.restingOn(tx, course, { after: key, limit: length + 1 });
    const { rows, next } = pageOf(found, (row) => [row.occurredOn.toString(), row.factId], length);
    const people = await this.people.getAll(tx, [...new Set(rows.map(({ personId }) => personId))]);
    const affected: AffectedPerson[] = [];
    for (const row of rows) {
      const person = people.get(row.personId);
      const { factId, occurredOn: finishedOn, minutes } = row;
      const named = { factId, number: person?.number ?? '', name: person?.displayName ?? '', finishedOn, minutes };
      affected.push({ ...named, ...(await this.ties(tx, course, row)) });
    }
    return { course, people: affected, next };
  }

  private async ties(
    tx: Tx,
    { bodyId, withdrawnFrom }: CourseDetail,
    { personId, occurredOn }: RestingFact,
  ): Promise<Pick<AffectedPerson, 'afterWithdrawal' | 'applications' | 'credentials'>> {
    const applications = (await this.applications.readFor(tx, personId)).filter(
      (one) => one.bodyId === bodyId && !one.closed && one.state !== 'draft',
    );
    const credentials = (await this.register.credentialsOf(tx, personId)).filter((one) => one.bodyId === bodyId);
    return {
      afterWithdrawal: withdrawnFrom && occurredOn.since(withdrawnFrom).sign >= 0,
      applications: applications.map(({ id, schemeCode, state }) => ({ id, schemeCode, state })),
      credentials: credentials.map(({ number, title, standing }) => ({ number, title, status: standing.status })),
    };
  }
}
