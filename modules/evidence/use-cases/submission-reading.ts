import type { Temporal } from 'temporal-polyfill';
import type { Delivery } from '../domain/approved-course.js';
import type { TopicMinutes } from '../domain/fact.js';
import type { SubmissionKind, SubmissionState } from '../domain/submission.js';
import type { SubmissionEntity } from '../persistence/submission.entity.js';

/** A submission as its owner and the body's reviewers see it. */
export interface SubmissionReading {
  readonly id: string;
  readonly bodyId: string;
  readonly kind: SubmissionKind;
  readonly state: SubmissionState;
  /** The training's title, or what the document is. */
  readonly title: string;
  readonly documentType: string | null;
  readonly provider: string | null;
  readonly startedOn: Temporal.PlainDate | null;
  readonly finishedOn: Temporal.PlainDate | null;
  readonly topics: readonly TopicMinutes[];
  readonly minutes: number;
  readonly fileName: string | null;
  readonly revision: number;
  readonly submittedAt: Temporal.Instant;
  /** The reviewer's latest note. */
  readonly note: string | null;
  /** The course of the register that the person chose, if any. */
  readonly approvedCourseId: string | null;
  readonly delivery: Delivery | null;
  readonly live: boolean | null;
  readonly assessmentPassed: boolean | null;
}

/** @param told.title what it is called: of a document, the words for its type */
export function submissionReading(
  row: SubmissionEntity,
  { title, note }: { title: string; note: string | null },
): SubmissionReading {
  const { id, bodyId, kind, state, documentType, provider, startedOn, finishedOn, topics } = row;
  const { fileName, revision, submittedAt, approvedCourseId, delivery, live, assessmentPassed } = row;
  const minutes = topics.reduce((sum, part) => sum + part.minutes, 0);
  const described = { id, bodyId, kind, state, title, documentType, provider, startedOn, finishedOn, topics, minutes };
  const training = { approvedCourseId, delivery, live, assessmentPassed };
  return { ...described, ...training, fileName, revision, submittedAt, note };
}
