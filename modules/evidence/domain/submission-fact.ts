import type { Temporal } from 'temporal-polyfill';
import type { NewFact, TopicMinutes } from './fact.js';
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
}

/**
 * The fact that an acceptance writes. Training counts for the day it was finished; a document for the day it was handed
 * in, since what matters is that the body has seen it.
 *
 * @param handedInOn in the body's zone
 */
export function factOf(submission: AcceptedSubmission, reviewerId: string, handedInOn: Temporal.PlainDate): NewFact {
  const { id, bodyId, personId, kind, documentType, provider, title, topics, fileSha256 } = submission;
  const document = kind === 'document';
  return {
    personId,
    bodyId,
    kind: kind === 'outside_training' ? 'training' : kind,
    code: document ? documentType : null,
    topics,
    value: document
      ? { document_type: documentType, sha256: fileSha256 }
      : { provider, title, ...(fileSha256 && { sha256: fileSha256 }) },
    occurredOn: submission.finishedOn ?? handedInOn,
    vouchedBy: { method: 'reviewer', personId: reviewerId, organizationId: bodyId },
    source: { module: 'evidence', id },
  };
}
