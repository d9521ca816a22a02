import { Temporal } from 'temporal-polyfill';
import { formatMinutes, MINUTES_PER_DAY } from '../../../src/kernel/minutes.js';
import type { FieldProblem } from '../../../src/kernel/domain-error.js';
import type { Delivery } from './approved-course.js';
import type { TopicMinutes } from './fact.js';

export const SUBMISSION_KINDS = ['outside_training', 'continuing_education', 'document'] as const;
export type SubmissionKind = (typeof SUBMISSION_KINDS)[number];
export type TrainingKind = Exclude<SubmissionKind, 'document'>;

/** Where the person finds each kind of submission, followed by its id. */
export const SUBMISSION_PATHS: Record<SubmissionKind, string> = {
  outside_training: '/evidence/outside-trainings',
  continuing_education: '/evidence/continuing-education',
  document: '/evidence/documents',
};

/** `submitted` until a reviewer accepts (for good) or returns it; what was returned can be changed and sent again. */
export type SubmissionState = 'submitted' | 'returned' | 'accepted';

/** Outside training or continuing education, as the person describes it. */
export interface TrainingDetails {
  readonly provider: string;
  readonly title: string;
  readonly startedOn: Temporal.PlainDate | null;
  readonly finishedOn: Temporal.PlainDate | null;
  /** Only topics with time. */
  readonly topics: readonly TopicMinutes[];
  /** The course of the register that it is; its provider, title and delivery then go before what was typed. */
  readonly approvedCourseId?: string | null;
  readonly delivery?: Delivery | null;
  readonly live?: boolean | null;
  readonly assessmentPassed?: boolean | null;
}

export interface CompleteTraining extends TrainingDetails {
  readonly startedOn: Temporal.PlainDate;
  readonly finishedOn: Temporal.PlainDate;
}

/** A file somebody handed in, after it was looked into. */
export interface ProofFile {
  readonly sha256: string;
  readonly fileName: string;
  /** The type that was found in the bytes, never the sender's word. */
  readonly type: string;
  /** Bytes. */
  readonly size: number;
}

const LONGEST_TEXT = 300;

/**
 * What keeps a training from being sent.
 *
 * @param topics codes a scheme of the map knows
 * @param today in the body's zone
 */
export function trainingProblems(
  details: TrainingDetails,
  topics: ReadonlySet<string>,
  today: Temporal.PlainDate,
): FieldProblem[] {
  return [
    ...textProblems('title', details.title, 'Enter the title of the training'),
    ...textProblems('provider', details.provider, 'Enter who gave the training'),
    ...dateProblems(details, today),
    ...timeProblems(details, topics),
  ];
}

/** @throws RangeError when problems were not looked for first */
export function complete(details: TrainingDetails): CompleteTraining {
  const { startedOn, finishedOn } = details;
  if (!startedOn || !finishedOn) throw new RangeError('a training has a first and a last day');
  return { ...details, startedOn, finishedOn };
}

function textProblems(field: string, text: string, empty: string): FieldProblem[] {
  if (text.trim() === '') return [{ field, message: empty }];
  if (text.length > LONGEST_TEXT) return [{ field, message: `Use at most ${LONGEST_TEXT} characters` }];
  return [];
}

function dateProblems({ startedOn, finishedOn }: TrainingDetails, today: Temporal.PlainDate): FieldProblem[] {
  if (!startedOn || !finishedOn) {
    return [
      ...(startedOn ? [] : [{ field: 'startedOn', message: 'Enter the first day, such as 2026-03-01' }]),
      ...(finishedOn ? [] : [{ field: 'finishedOn', message: 'Enter the last day, such as 2026-03-05' }]),
    ];
  }
  if (Temporal.PlainDate.compare(startedOn, finishedOn) > 0) {
    return [{ field: 'finishedOn', message: 'The last day is before the first day. Check both dates' }];
  }
  if (Temporal.PlainDate.compare(finishedOn, today) > 0) {
    return [{ field: 'finishedOn', message: 'Send the training once it is finished. The last day is still to come' }];
  }
  return [];
}

function timeProblems({ topics, startedOn, finishedOn }: TrainingDetails, known: ReadonlySet<string>): FieldProblem[] {
  if (topics.length === 0) return [{ field: 'topics', message: 'Enter the time for at least one topic' }];
  const unreadable = topics.flatMap(({ topic, minutes }) => {
    if (!known.has(topic)) return [{ field: 'topics', message: `There is no topic called ${topic}` }];
    if (Number.isInteger(minutes) && minutes > 0) return [];
    return [{ field: topicField(topic), message: 'Enter whole hours and minutes' }];
  });
  if (unreadable.length > 0) return unreadable;
  if (new Set(topics.map(({ topic }) => topic)).size < topics.length) {
    return [{ field: 'topics', message: 'Each topic can be named once. Add up its time' }];
  }
  if (!startedOn || !finishedOn || Temporal.PlainDate.compare(startedOn, finishedOn) > 0) return [];
  const most = (startedOn.until(finishedOn).days + 1) * MINUTES_PER_DAY;
  const sum = topics.reduce((total, { minutes }) => total + minutes, 0);
  if (sum <= most) return [];
  return [
    { field: 'topics', message: `${formatMinutes(sum)} do not fit between these dates. Check the time and the dates` },
  ];
}

/** Name of the form field that holds a topic's time. */
export function topicField(topic: string): string {
  return `time_${topic}`;
}
