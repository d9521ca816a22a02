import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../src/platform/database/transaction.js';
import { isApprovedTraining, type RecordedTraining } from './domain/approved-course.js';
import { effectiveFacts } from './domain/effective-facts.js';
import type { Fact, FactKind, NewFact } from './domain/fact.js';
import { RestingFacts, type RestingFact } from './persistence/resting-facts.repository.js';
import { FactRepository } from './persistence/fact.repository.js';
import { SubmissionRepository } from './persistence/submission.repository.js';
import { ReadCourses, type CourseDetail } from './use-cases/read-courses.js';
import { RecordFact } from './use-cases/record-fact.js';

export { keptName, proofType } from './domain/proof-type.js';
export type {
  Fact,
  FactKind,
  FactSource,
  FactValue,
  FactValues,
  NewFact,
  TopicMinutes,
  Voucher,
  VouchingMethod,
} from './domain/fact.js';

/** The ledger's door: what satisfies a scheme is written here and read from here. */
@Injectable()
export class Evidence {
  constructor(
    private readonly recordFact: RecordFact,
    private readonly facts: FactRepository,
    private readonly submissions: SubmissionRepository,
  ) {}

  /**
   * Writes one fact, in the caller's transaction. The same source, kind and code again gives back the fact that is there.
   * @throws DomainError evidence.impossible_fact for topics above the whole; evidence.already_recorded where the source gave
   * a fact of other content; evidence.already_corrected where a correction came second
   */
  record(tx: Tx, fact: NewFact): Promise<Fact> {
    return this.recordFact.execute(tx, fact);
  }

  /**
   * The facts of a person that hold, by day: corrected and retracted ones left out.
   * @param knownAt left out: now; otherwise what had been recorded by then
   */
  async factsOf(tx: Tx, personId: string, { knownAt }: { knownAt?: Temporal.Instant } = {}): Promise<Fact[]> {
    return effectiveFacts(await this.facts.ofPerson(tx, personId), knownAt);
  }

  /** Whole minutes of a person by kind of evidence, as far as they hold; kinds without any are left out. */
  minutesOf(tx: Tx, personId: string): Promise<{ kind: FactKind; minutes: number }[]> {
    return this.facts.minutesOf(tx, personId);
  }

  /** Everything that was ever recorded for a person, corrected and retracted facts too: who vouched once had a part in it. */
  everRecorded(tx: Tx, personId: string): Promise<Fact[]> {
    return this.facts.ofPerson(tx, personId);
  }

  /** The bodies that a person sent something to or has facts at, whatever came of it; null among them for facts of no body. */
  async bodiesOf(tx: Tx, personId: string): Promise<Set<string | null>> {
    const [facts, sent] = [await this.facts.ofPerson(tx, personId), await this.submissions.allOfPerson(tx, personId)];
    return new Set([...facts, ...sent].map(({ bodyId }) => bodyId));
  }

  /** The body that a person sent something to, or has a fact at, most lately; null where there is none. */
  latestBodyOf(tx: Tx, personId: string): Promise<string | null> {
    return this.facts.latestBodyOf(tx, personId);
  }

  /** The facts that hold of several persons, by person. */
  async factsOfAll(tx: Tx, personIds: readonly string[]): Promise<Map<string, Fact[]>> {
    const byPerson = new Map<string, Fact[]>(personIds.map((id) => [id, []]));
    for (const fact of await this.facts.ofPersons(tx, personIds)) byPerson.get(fact.personId)?.push(fact);
    return new Map([...byPerson].map(([personId, facts]) => [personId, effectiveFacts(facts)]));
  }
}

export type { CourseDetail, RecordedTraining, RestingFact };

/** The register of approved training, for the desk that looks at who is affected by a withdrawal. */
@Injectable()
export class ApprovedCourses {
  constructor(
    private readonly courses: ReadCourses,
    private readonly resting: RestingFacts,
  ) {}

  /** A course of a body whose register the actor keeps. @throws DomainError not_found */
  own(tx: Tx, courseId: string): Promise<CourseDetail> {
    return this.courses.own(tx, courseId);
  }

  /**
   * Trainings that rest on a course, by day and id: those that its body accepted, and of a course taught here what it recorded of
   * everybody who finished it. Of the latter (`ofBody` false) a body may be shown only people it has to do with.
   * @param page.after the day and id that the page before ended with
   */
  restingOn(
    tx: Tx,
    course: { id: string; bodyId: string; courseCode: string | null },
    page: { after: { occurredOn: string; id: string } | null; limit: number },
  ): Promise<RestingFact[]> {
    return this.resting.of(tx, course, page);
  }

  /**
   * What a body approved of the courses taught here, for one of its schemes.
   * @param knownAt left out: now; otherwise as recorded by then
   * @returns whether a finished course, as it was recorded, falls under an approval
   */
  async taughtHere(
    tx: Tx,
    scheme: { bodyId: string; code: string },
    knownAt?: Temporal.Instant,
  ): Promise<(training: RecordedTraining) => boolean> {
    const approvals = await this.courses.taughtHere(tx, scheme, knownAt);
    return (training) => isApprovedTraining(approvals, training);
  }
}
