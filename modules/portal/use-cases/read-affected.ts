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

/** Of what a course taught here recorded of everybody: how much is looked through at once, and how often for one page. */
const LOOKED_THROUGH = 500;
const MOST_LOOKS = 10;

type Ties = Pick<AffectedPerson, 'applications' | 'credentials'> & { known: boolean };

/**
 * Whose training rests on a course of the register, and what they have open or hold at its body. Of a course taught here only people
 * who have applied to the body or hold a credential of it. Only looked at: nobody is written to, and no application and no
 * credential changes without a decision about it.
 */
@Injectable()
export class ReadAffected {
  constructor(
    private readonly courses: ApprovedCourses,
    private readonly people: People,
    private readonly applications: Applications,
    private readonly register: Register,
  ) {}

  /**
   * The same number of queries however many people a page shows; a page may be short where few of a course taught here are the
   * body's, and there is more while `next` says so.
   * @param after the `next` of the page before
   * @throws DomainError not_found for another body's course
   */
  async execute(tx: Tx, courseId: string, after: string | undefined, length = AFFECTED_PAGE): Promise<Affected> {
    const course = await this.courses.own(tx, courseId);
    const limit = course.courseCode === null ? length + 1 : LOOKED_THROUGH;
    let key = keyOf(after);
    const found: { row: RestingFact; ties: Ties }[] = [];
    for (let looks = 0; looks < MOST_LOOKS && found.length <= length; looks++) {
      const rows = await this.courses.restingOn(tx, course, { after: key, limit });
      const ties = await this.ties(tx, course, [...new Set(rows.map(({ personId }) => personId))]);
      for (const row of rows) {
        const own = ties.get(row.personId);
        if (own && (row.ofBody || own.known)) found.push({ row, ties: own });
      }
      const last = rows.at(-1);
      key = rows.length < limit || !last ? null : { occurredOn: last.occurredOn.toString(), id: last.factId };
      if (key === null) break;
    }
    const page = pageOf(found, ({ row }) => [row.occurredOn.toString(), row.factId], length);
    const next = page.next ?? (key && `${key.occurredOn}_${key.id}`);
    return { course, people: await this.named(tx, course, page.rows), next };
  }

  private async named(
    tx: Tx,
    { withdrawnFrom }: CourseDetail,
    found: readonly { row: RestingFact; ties: Ties }[],
  ): Promise<AffectedPerson[]> {
    const people = await this.people.getAll(tx, [...new Set(found.map(({ row }) => row.personId))]);
    return found.map(({ row: { factId, personId, occurredOn, minutes }, ties: { applications, credentials } }) => ({
      factId,
      number: people.get(personId)?.number ?? '',
      name: people.get(personId)?.displayName ?? '',
      finishedOn: occurredOn,
      minutes,
      afterWithdrawal: withdrawnFrom && occurredOn.since(withdrawnFrom).sign >= 0,
      applications,
      credentials,
    }));
  }

  /** What these persons have at the body of the course. */
  private async ties(tx: Tx, { bodyId }: CourseDetail, personIds: readonly string[]): Promise<Map<string, Ties>> {
    const ties = new Map(
      personIds.map((id): [string, Ties] => [id, { known: false, applications: [], credentials: [] }]),
    );
    if (personIds.length === 0) return ties;
    for (const { id, personId, schemeCode, state, closed } of await this.applications.readAt(tx, bodyId, personIds)) {
      const own = ties.get(personId);
      if (!own || state === 'draft') continue;
      own.known = true;
      if (!closed) own.applications.push({ id, schemeCode, state });
    }
    for (const { personId, number, title, standing } of await this.register.grantedAt(tx, bodyId, personIds)) {
      const own = ties.get(personId);
      if (!own) continue;
      own.known = true;
      own.credentials.push({ number, title, status: standing.status });
    }
    return ties;
  }
}

function keyOf(after: string | undefined): { occurredOn: string; id: string } | null {
  const [occurredOn, id] = readKey(after, keyParts.date, keyParts.id) ?? [];
  return occurredOn && id ? { occurredOn, id } : null;
}
