import { formatMinutes } from '../../../src/kernel/minutes.js';
import { dateIn } from '../../../src/kernel/dates.js';
import { pageLinks } from '../../../src/platform/http/paging.js';
import { formatDate } from '../../../src/platform/views/helpers/format.js';
import { SUBMISSION_KINDS, type SubmissionKind } from '../domain/submission.js';
import type { Choice } from '../use-cases/read-form-choices.js';
import { WAITING_DAYS, type DeskQuestion, type ReviewDesk, type ReviewReading } from '../use-cases/read-review-desk.js';
import { KINDS, submissionPage } from './evidence.page.js';

const WAITING_LABELS: Record<SubmissionKind, string> = {
  outside_training: 'Outside trainings waiting',
  continuing_education: 'Continuing education waiting',
  document: 'Documents waiting',
};

/** What waits for a review, with its filters. */
export function reviewDeskPage({ submissions, next, counts }: ReviewDesk, { kind, waiting, after }: DeskQuestion) {
  const filters = { kind, waiting };
  return {
    tiles: SUBMISSION_KINDS.map((one) => ({ value: counts[one], label: WAITING_LABELS[one] })),
    filters,
    kinds: SUBMISSION_KINDS.map((one) => ({ value: one, label: KINDS[one].one })),
    waits: WAITING_DAYS.map((days) => ({ value: String(days), label: `${days} days or more` })),
    columns: [
      { label: 'What' },
      { label: 'Kind' },
      { label: 'From' },
      { label: 'Time', numeric: true },
      { label: 'Waiting since' },
    ],
    rows: submissions.map((submission) => ({ cells: waitingCells(submission) })),
    pages: pageLinks('/desk/evidence', filters, { after, next }),
  };
}

function waitingCells({ id, title, kind, personName, personNumber, minutes, submittedAt, timeZone }: ReviewReading) {
  return [
    { text: title, href: `/desk/evidence/${id}` },
    { text: KINDS[kind].one },
    { text: personName, note: personNumber },
    { text: minutes > 0 ? formatMinutes(minutes) : '' },
    { text: formatDate(dateIn(timeZone, submittedAt)) },
  ];
}

/** One submission to review. */
export function reviewPage(submission: ReviewReading, topics: readonly Choice[]) {
  const { id, personName, personNumber, revision, answers, state, timeZone } = submission;
  return {
    ...submissionPage(submission, topics, `/desk/evidence/${id}/proof`),
    person: `${personName} (${personNumber})`,
    action: `/desk/evidence/${id}/reviews`,
    revision,
    waiting: state === 'submitted',
    answers: answers.map(({ outcome, note, at }) => ({
      text: outcome === 'accepted' ? 'Accepted' : 'Returned for more information',
      note,
      on: formatDate(dateIn(timeZone, at)),
    })),
  };
}
