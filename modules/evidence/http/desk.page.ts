import { formatMinutes } from '../../../src/kernel/minutes.js';
import { dateIn } from '../../../src/kernel/dates.js';
import { pageLinks } from '../../../src/platform/http/paging.js';
import { formatDate } from '../../../src/platform/views/helpers/format.js';
import type { CourseState } from '../domain/approved-course.js';
import { SUBMISSION_KINDS, topicField, type SubmissionKind } from '../domain/submission.js';
import type { CourseOnDay } from '../use-cases/read-courses.js';
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
export function reviewPage(submission: ReviewReading, topics: readonly Choice[], chosen: CourseOnDay | null) {
  const { id, kind, personName, personNumber, revision, answers, state, timeZone } = submission;
  const minutes = new Map(submission.topics.map((part) => [part.topic, part.minutes]));
  return {
    ...submissionPage(submission, topics, `/desk/evidence/${id}/proof`),
    person: `${personName} (${personNumber})`,
    action: `/desk/evidence/${id}/reviews`,
    revision,
    course: kind === 'outside_training' ? courseNote(submission, chosen) : null,
    kind: kind === 'document' ? null : kind,
    topics: topics.map(({ value, label }) => ({ name: topicField(value), label, value: minutes.get(value) })),
    waiting: state === 'submitted',
    answers: answers.map(({ outcome, note, at }) => ({
      text: outcome === 'accepted' ? 'Accepted' : 'Returned for more information',
      note,
      on: formatDate(dateIn(timeZone, at)),
    })),
  };
}

const STATES: Record<CourseState, string> = {
  approved: 'It was approved on that day.',
  withdrawn: 'Its approval had been withdrawn by that day.',
  not_yet: 'It was not approved yet on that day.',
  ended: 'Its approval had ended by that day.',
};

/** Whether it was approved on the day it was finished. */
function courseNote({ finishedOn }: ReviewReading, chosen: CourseOnDay | null) {
  if (!chosen?.state || !finishedOn) {
    return { heading: 'Not from the register', text: 'The person entered this training on their own.', good: false };
  }
  const { title, provider, topics } = chosen.course;
  const whole = topics.reduce((sum, part) => sum + part.minutes, 0);
  const told = `Finished on ${formatDate(finishedOn)}. ${STATES[chosen.state]} Approved for ${formatMinutes(whole)} in all.`;
  return { heading: `${title}, ${provider}`, text: told, good: chosen.state === 'approved' };
}

/** The approval that the training falls under, out of the courses that were found. */
export function registerChoice(
  id: string,
  courses: readonly CourseOnDay[],
  { text, approvedCourseId }: { text: string; approvedCourseId: string | null },
) {
  const found = courses.map(({ course, state }) => ({
    value: course.id,
    label: `${course.title}, ${course.provider}`,
    hint: [
      `For ${course.schemeCode}, ${formatMinutes(course.topics.reduce((sum, { minutes }) => sum + minutes, 0))} in all.`,
      state ? STATES[state] : '',
    ].join(' '),
  }));
  return {
    action: `/desk/evidence/${id}`,
    text,
    items: [...found, { value: 'none', label: 'None of these' }],
    value: approvedCourseId ?? 'none',
  };
}
