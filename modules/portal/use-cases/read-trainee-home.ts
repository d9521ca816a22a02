import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { dateIn } from '../../../src/kernel/dates.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Applications, type ApplicationSummary } from '../../certification/certification.public.js';
import { WaitingGroups, type GroupAhead, type InvitationAhead } from '../../cohorts/waiting.public.js';
import { Courses, type CourseAtAGlance } from '../../courses/courses.public.js';
import { Evidence } from '../../evidence/evidence.public.js';
import { Register, type CredentialSummary } from '../../credentials/credentials.public.js';
import { ReadExamsAhead, type OwnExamAhead } from './read-exams-ahead.js';
import { ReadNext } from './read-next.js';
import { ReadTeachingAhead, type ProviderWork } from './read-teaching-ahead.js';
import { ReadWaiting, type OwnWaiting } from './read-waiting.js';

export interface TraineeHome {
  courses: CourseAtAGlance[];
  /** Groups that the person learns with, what comes first first. */
  groups: GroupAhead[];
  invitations: InvitationAhead[];
  /** The work of a training provider, for who has a role there. */
  teaching: ProviderWork | null;
  /** The application that is under way, if there is one. */
  application: ApplicationSummary | null;
  /** What the person holds, newest first. */
  credentials: CredentialSummary[];
  /** Toward one certification of one body; or a choice. */
  next: Awaited<ReturnType<ReadNext['execute']>>;
  /** Minutes of what was done so far, whatever it is toward. */
  done: Awaited<ReturnType<Evidence['minutesOf']>>;
  /** What the person can do something about, or should know. */
  waiting: OwnWaiting;
  exams: OwnExamAhead[];
  today: string;
  now: Temporal.Instant;
}

/** What the person does here, and what waits for them meanwhile. */
@Injectable()
export class OwnDoings {
  constructor(
    readonly courses: Courses,
    readonly groups: WaitingGroups,
    readonly waiting: ReadWaiting,
    readonly teaching: ReadTeachingAhead,
  ) {}
}

/** What the person applies for and holds, and the exam between the two. */
@Injectable()
export class OwnCertifying {
  constructor(
    readonly applications: Applications,
    readonly register: Register,
    readonly exams: ReadExamsAhead,
  ) {}
}

/** The one page that matters to somebody who learns, applies or holds a credential. */
@Injectable()
export class ReadTraineeHome {
  constructor(
    private readonly doings: OwnDoings,
    private readonly certifying: OwnCertifying,
    private readonly next: ReadNext,
    private readonly evidence: Evidence,
  ) {}

  async execute(tx: Tx, personId: string): Promise<TraineeHome> {
    const applications = await this.certifying.applications.readFor(tx, personId);
    const application = applications.find(({ closed }) => !closed) ?? null;
    const credentials = await this.certifying.register.credentialsOf(tx, personId);
    return {
      courses: await this.doings.courses.atAGlance(tx, personId),
      groups: await this.doings.groups.of(tx, personId),
      teaching: await this.doings.teaching.execute(tx, personId),
      invitations: await this.doings.groups.invitationsOf(tx, personId),
      application,
      credentials,
      next: await this.next.execute(tx, personId, { applications, credentials }),
      done: await this.evidence.minutesOf(tx, personId),
      waiting: await this.doings.waiting.of(tx, personId),
      exams: await this.certifying.exams.execute(tx, personId, applications),
      today: dateIn('UTC', tx.now).toString(),
      now: tx.now,
    };
  }
}
