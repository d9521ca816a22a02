import { formatMinutes } from '../../../src/kernel/minutes.js';
import { formatDate } from '../../../src/platform/views/helpers/format.js';
import { pageLanguage } from '../../../src/platform/translation/page-language.js';
import { say, sayWord } from '../../../src/platform/translation/say.js';
import type { ApprovedCourse } from '../domain/approved-course.js';
import { ACCEPTED_FILES } from '../domain/proof-type.js';
import { SUBMISSION_PATHS, topicField, type SubmissionKind, type TrainingKind } from '../domain/submission.js';
import { bodyChoice } from './body-choice.js';
import { deliveryChoices, DELIVERY_WORDS } from './delivery-words.js';
import { addressOf, NOTHING_ASKED, type Asked } from './asked.js';
import type { Choice } from '../use-cases/read-form-choices.js';
import type { SignedText } from '../use-cases/read-signed-texts.js';
import type { StatementReading } from '../use-cases/read-statements.js';
import type { SubmissionReading } from '../use-cases/submission-reading.js';
import { agreedLine, statementTask } from './statement.page.js';

/** Where each kind of submission lives, and what it is called. */
export const KINDS: Record<SubmissionKind, { path: string; one: string; newTitle: string }> = {
  outside_training: {
    path: SUBMISSION_PATHS.outside_training,
    one: 'Outside training',
    newTitle: 'Tell us about a training you took elsewhere',
  },
  continuing_education: {
    path: SUBMISSION_PATHS.continuing_education,
    one: 'Continuing education',
    newTitle: 'Record continuing education',
  },
  document: { path: SUBMISSION_PATHS.document, one: 'Document', newTitle: 'Hand in a document' },
};

/** The person's evidence: what can be said at once, what was handed in, what to do next. */
export function evidencePage(
  statements: readonly StatementReading[],
  submissions: readonly SubmissionReading[],
  agreements: readonly SignedText[],
) {
  return {
    statements: statements.map(statementTask),
    agreed: agreements.map(agreedLine),
    submissions: submissions.map((submission) => ({ cells: submissionCells(submission) })),
    columns: [
      { label: say`What` },
      { label: say`Kind` },
      { label: say`Time`, numeric: true },
      { label: say`How it stands` },
    ],
    hasSubmissions: submissions.length > 0,
    returned: submissions.filter(({ state }) => state === 'returned').map(returnedCard),
  };
}

function submissionCells({ id, kind, title, minutes, state }: SubmissionReading) {
  const { path, one } = KINDS[kind];
  const time = minutes > 0 ? formatMinutes(minutes) : '';
  return [{ text: titleWords(kind, title), href: `${path}/${id}` }, { text: sayWord(one) }, { text: time }, { state }];
}

function returnedCard({ id, kind, title, note }: SubmissionReading) {
  return { title: titleWords(kind, title), note, href: `${KINDS[kind].path}/${id}` };
}

/** The form for a training; with a submission, filled in as it was sent. */
export function trainingFormPage(
  kind: TrainingKind,
  choices: { topics: readonly Choice[]; bodies: readonly Choice[] },
  submission?: SubmissionReading,
  course?: ApprovedCourse | null,
) {
  const { path, newTitle } = KINDS[kind];
  const minutes = new Map((submission ?? course)?.topics.map((part) => [part.topic, part.minutes]));
  const topics = course ? choices.topics.filter(({ value }) => isTopicOf(course, value)) : choices.topics;
  return {
    title: submission ? say`Change “${titleWords(submission.kind, submission.title)}”` : sayWord(newTitle),
    action: submission ? `${path}/${submission.id}/revisions` : path,
    proofOptional: kind === 'continuing_education' || (submission?.fileName ?? null) !== null,
    isContinuingEducation: kind === 'continuing_education',
    topics: topics.map(({ value, label }) => ({
      name: topicField(value),
      label: sayWord(label),
      value: minutes.get(value),
    })),
    course: course && { id: course.id, title: course.title, provider: course.provider },
    deliveries: deliveryChoices(),
    bodies: submission || course || choices.bodies.length < 2 ? [] : choices.bodies,
    accept: ACCEPTED_FILES,
    fileName: submission?.fileName,
    note: submission?.note,
    form: { values: submission ? trainingValues(submission) : {} },
  };
}

function isTopicOf({ topics }: ApprovedCourse, code: string): boolean {
  return topics.some(({ topic }) => topic === code);
}

function trainingValues(submission: SubmissionReading) {
  const { provider, title, startedOn, finishedOn, delivery, assessmentPassed } = submission;
  const assessment = assessmentPassed === null ? undefined : assessmentPassed ? 'yes' : 'no';
  const dates = { startedOn: startedOn?.toString(), finishedOn: finishedOn?.toString() };
  return { provider, title, ...dates, delivery: delivery ?? undefined, assessmentPassed: assessment };
}

/** @param asked what a clause of somebody's rules asks for; kinds that fit it alone are offered, the others a link away */
export function documentFormPage(
  choices: { types: readonly Choice[]; bodies: readonly Choice[] },
  submission?: SubmissionReading,
  asked: Asked = NOTHING_ASKED,
) {
  const { path, newTitle } = KINDS.document;
  const fitting = choices.types.filter(({ value }) => asked.types.includes(value));
  const types = submission || fitting.length === 0 ? choices.types : fitting;
  return {
    title: submission ? say`Change “${titleWords(submission.kind, submission.title)}”` : sayWord(newTitle),
    action: submission ? `${path}/${submission.id}/revisions` : `${path}${addressOf(asked)}`,
    types: types.map(({ value, label }) => ({ value, label: sayWord(label) })),
    isNarrowed: types === fitting,
    ...bodyChoice(submission ? [] : choices.bodies, asked),
    accept: ACCEPTED_FILES,
    fileName: submission?.fileName,
    note: submission?.note,
    form: { values: { documentType: submission?.documentType ?? (types.length === 1 ? types[0]?.value : undefined) } },
  };
}

/** One submission to read, for its owner and for reviewers. */
export function submissionPage(submission: SubmissionReading, topics: readonly Choice[], proofHref: string) {
  const names = new Map(topics.map(({ value, label }) => [value, sayWord(label)]));
  const { kind, title, provider, startedOn, finishedOn, minutes, fileName, state, note } = submission;
  const training = [
    { key: say`Given by`, value: provider },
    { key: say`First day`, value: formatDate(startedOn, pageLanguage()) },
    { key: say`Last day`, value: formatDate(finishedOn, pageLanguage()) },
    {
      key: say`Time`,
      value: [
        ...submission.topics.map((part) => `${names.get(part.topic) ?? part.topic}: ${formatMinutes(part.minutes)}`),
        say`In all: ${formatMinutes(minutes)}`,
      ],
    },
    ...(submission.delivery
      ? [{ key: say`How it was given`, value: sayWord(DELIVERY_WORDS[submission.delivery]) }]
      : []),
    ...(submission.assessmentPassed === null
      ? []
      : [{ key: say`Test at the end`, value: submission.assessmentPassed ? say`Passed` : say`Not passed yet` }]),
  ];
  return {
    title: titleWords(kind, title),
    state,
    note,
    rows: [{ key: say`Kind`, value: sayWord(KINDS[kind].one) }, ...(kind === 'document' ? [] : training)],
    fileName,
    proofHref: fileName && proofHref,
  };
}

/** A document is called by its type; a training by what its owner wrote. */
function titleWords(kind: SubmissionKind, title: string): string {
  return kind === 'document' ? sayWord(title) : title;
}
