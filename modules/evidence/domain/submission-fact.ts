import type { Temporal } from 'temporal-polyfill';
import type { Delivery } from './approved-course.js';
import type { FactValues, NewFact, TopicMinutes } from './fact.js';
import type { SubmissionKind } from './submission.js';

/** What the fact of an accepted submission is made of. */
export interface AcceptedSubmission {
  readonly id: string;
  readonly bodyId: string;
  readonly personId: string;
  readonly kind: SubmissionKind;
  readonly documentType: string | null;
  readonly provider: string | null;
  readonly title: string | null;
  readonly finishedOn: Temporal.PlainDate | null;
  readonly topics: readonly TopicMinutes[];
  readonly fileSha256: string | null;
  readonly approvedCourseId: string | null;
  readonly delivery: Delivery | null;
  readonly live: boolean | null;
  readonly assessmentPassed: boolean | null;
  /** What a document confirms, in the unit of its type; null where it confirms no amount. */
  readonly amount: number | null;
  /** What kind of training the reviewer found it to be; null where nothing was said. */
  readonly category: string | null;
}

/** What is known of every acceptance. */
interface Acceptance {
  readonly reviewerId: string;
  /** In the body's zone. */
  readonly handedInOn: Temporal.PlainDate;
}

/**
 * The fact that an acceptance writes. Training counts for the day it was finished; a document for the day it was handed
 * in, since what matters is that the body has seen it.
 *
 * @param approved whether the course it names was approved on the day it was finished
 */
export function factOf(
  submission: AcceptedSubmission,
  { reviewerId, handedInOn, approved }: Acceptance & { approved: boolean },
): NewFact {
  const { id, bodyId, personId, kind, documentType, topics } = submission;
  return {
    personId,
    bodyId,
    kind: kind === 'outside_training' ? 'training' : kind,
    code: kind === 'document' ? documentType : null,
    topics,
    value: valueOf(submission, approved),
    occurredOn: submission.finishedOn ?? handedInOn,
    vouchedBy: { method: 'reviewer', personId: reviewerId, organizationId: bodyId },
    source: { module: 'evidence', id },
  };
}

/** The figure that a reviewer read in a document, such as an age: a fact by itself, which says nothing else of the document. */
export function figureFactOf(
  { id, bodyId, personId }: AcceptedSubmission,
  { code, number }: { code: string; number: number },
  { reviewerId, handedInOn }: Acceptance,
): NewFact {
  return {
    personId,
    bodyId,
    kind: 'document',
    code,
    value: { number },
    occurredOn: handedInOn,
    vouchedBy: { method: 'reviewer', personId: reviewerId, organizationId: bodyId },
    source: { module: 'evidence', id },
  };
}

function valueOf(submission: AcceptedSubmission, approved: boolean): FactValues {
  const { kind, documentType, provider, title, fileSha256, approvedCourseId, delivery, live } = submission;
  if (kind === 'document') {
    const { amount } = submission;
    return { document_type: documentType, sha256: fileSha256, ...(amount !== null && { amount }) };
  }
  const { category } = submission;
  const told = { provider, title, ...(fileSha256 && { sha256: fileSha256 }), ...(category !== null && { category }) };
  if (kind === 'continuing_education') return told;
  const { assessmentPassed } = submission;
  return {
    ...told,
    approved,
    approved_course_id: approvedCourseId,
    delivery,
    live,
    assessment_passed: assessmentPassed,
  };
}
