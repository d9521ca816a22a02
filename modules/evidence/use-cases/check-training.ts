import { Injectable } from '@nestjs/common';
import { dateIn } from '../../../src/kernel/dates.js';
import type { FieldProblem } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Competencies } from '../../competencies/competencies.public.js';
import { claimProblems, type ApprovedCourse } from '../domain/approved-course.js';
import { trainingProblems, type TrainingDetails, type TrainingKind } from '../domain/submission.js';
import type { ChosenBody } from './choose-body.js';
import { ReadCourses } from './read-courses.js';

interface Checked {
  /** What was told, with what the register says of the chosen course in place of what was typed. */
  readonly details: TrainingDetails;
  readonly problems: FieldProblem[];
}

/** Looks at a training before it is sent or accepted. */
@Injectable()
export class CheckTraining {
  constructor(
    private readonly competencies: Competencies,
    private readonly courses: ReadCourses,
  ) {}

  /** The course of the register that is named; null for none. */
  async course(tx: Tx, kind: TrainingKind, details: TrainingDetails): Promise<ApprovedCourse | null> {
    if (kind !== 'outside_training') return null;
    return (await this.courses.forClaim(tx, details.approvedCourseId, null))?.course ?? null;
  }

  /** @param told.body the body it is for; where that is still open, days are held against the day in UTC */
  async execute(
    tx: Tx,
    told: { kind: TrainingKind; body: ChosenBody | FieldProblem; details: TrainingDetails },
  ): Promise<Checked> {
    const body = 'message' in told.body ? null : told.body;
    const day = body?.today ?? dateIn('UTC', tx.now);
    const course = await this.course(tx, told.kind, told.details);
    const details = course ? ofCourse(told.details, course) : { ...told.details, approvedCourseId: null };
    const topics = await this.competencies.topics(tx, told.kind === 'outside_training' ? 'training' : 'ce');
    const problems = trainingProblems(details, new Set(topics.map(({ code }) => code)), day);
    const isOther = body !== null && course?.bodyId !== body.bodyId;
    if (told.details.approvedCourseId && isOther && told.kind === 'outside_training') {
      problems.push({
        field: 'approvedCourseId',
        message: 'Choose a course of this certifying body, or enter your own',
      });
    }
    if (course && problems.length === 0) problems.push(...claimProblems(details.topics, course));
    return { details, problems };
  }
}

function ofCourse(details: TrainingDetails, { id, provider, title, delivery, live }: ApprovedCourse): TrainingDetails {
  return { ...details, approvedCourseId: id, provider, title, delivery, live };
}
