import { Temporal } from 'temporal-polyfill';
import type { FieldProblem } from '../../../src/kernel/domain-error.js';
import { formatMinutes } from '../../../src/kernel/minutes.js';
import type { Fact, TopicMinutes } from './fact.js';

export const DELIVERIES = ['in_person', 'live_online', 'self_paced'] as const;
/** How a course reaches people. */
export type Delivery = (typeof DELIVERIES)[number];

/** A course as its body approved it for a scheme. Nothing of it ever changes; another edition is another course. */
export interface ApprovedCourse {
  readonly id: string;
  readonly bodyId: string;
  /** The scheme's code, as text: the register of approved training does not look into schemes. */
  readonly schemeCode: string;
  readonly provider: string;
  readonly title: string;
  /** Most minutes that may be claimed, by the scheme's training domain. */
  readonly topics: readonly TopicMinutes[];
  readonly delivery: Delivery;
  /** Whether people and trainer meet at the same time, in one room or on one line. */
  readonly live: boolean;
  readonly validFrom: Temporal.PlainDate;
  /** Last day; null while no end is set. */
  readonly validTo: Temporal.PlainDate | null;
  /** Of a course that is taught here: its code, as text. What it records by itself falls under this approval. */
  readonly courseCode: string | null;
}

/** One decision about a course; the first approves it. Append-only. */
export interface CourseDecision {
  readonly outcome: 'approved' | 'withdrawn';
  /** From the start of this day on. */
  readonly effectiveOn: Temporal.PlainDate;
}

/** The approval of a course that is taught here, with its decisions in the order in which they were taken. */
export interface TaughtHereApproval extends Pick<ApprovedCourse, 'topics' | 'validFrom' | 'validTo'> {
  readonly courseCode: string;
  readonly decisions: readonly (CourseDecision & { readonly decidedAt: Temporal.Instant })[];
}

/** What a course taught here recorded when somebody finished it. */
export type RecordedTraining = Pick<Fact, 'code' | 'occurredOn' | 'recordedAt' | 'topics'>;

export type CourseState = 'approved' | 'withdrawn' | 'not_yet' | 'ended';

/**
 * How a course stands on a day: inside its dates, and by the latest decision in effect then.
 * @param decisions in the order in which they were taken; of two with one day the later one holds
 */
export function stateOn(
  { validFrom, validTo }: Pick<ApprovedCourse, 'validFrom' | 'validTo'>,
  decisions: readonly CourseDecision[],
  day: Temporal.PlainDate,
): CourseState {
  const inEffect = decisions.filter(({ effectiveOn }) => Temporal.PlainDate.compare(effectiveOn, day) <= 0);
  const latest = inEffect.toSorted((a, b) => Temporal.PlainDate.compare(a.effectiveOn, b.effectiveOn)).at(-1);
  if (latest?.outcome === 'withdrawn') return 'withdrawn';
  if (!latest || Temporal.PlainDate.compare(day, validFrom) < 0) return 'not_yet';
  return validTo && Temporal.PlainDate.compare(day, validTo) > 0 ? 'ended' : 'approved';
}

/**
 * Whether a finished course that is taught here falls under one of the approvals: approved on the day it was finished, with no
 * more time than was approved. As with outside training, a withdrawal that was decided after the training was recorded takes
 * nothing away from it, whatever day it names: who is affected is a list for people to decide from.
 */
export function isApprovedTraining(approvals: readonly TaughtHereApproval[], training: RecordedTraining): boolean {
  const { code, occurredOn, recordedAt, topics } = training;
  return approvals.some((approval) => {
    if (approval.courseCode !== code || claimProblems(topics, approval).length > 0) return false;
    const binding = approval.decisions.filter(
      ({ outcome, decidedAt }) => outcome === 'approved' || Temporal.Instant.compare(decidedAt, recordedAt) <= 0,
    );
    return stateOn(approval, binding, occurredOn) === 'approved';
  });
}

/** What keeps a course from being entered. @param topics codes that the map of competencies knows */
export function courseProblems(
  course: Omit<ApprovedCourse, 'id' | 'bodyId'>,
  topics: ReadonlySet<string>,
): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const tell = (field: string, message: string): void => void problems.push({ field, message });
  const { provider, title, schemeCode, delivery, live, validFrom, validTo } = course;
  if (!/^[a-z0-9][a-z0-9-]{0,99}$/.test(schemeCode))
    tell('schemeCode', 'Enter the code of the scheme, such as icrc-pr');
  if (provider.trim() === '' || provider.length > 300)
    tell('provider', 'Enter who gives the course, in at most 300 characters');
  if (title.trim() === '' || title.length > 300)
    tell('title', 'Enter the title of the course, in at most 300 characters');
  if (course.courseCode !== null && !/^[a-z0-9][a-z0-9-]{0,99}$/.test(course.courseCode))
    tell(
      'courseCode',
      'Enter the code at the end of the course’s address here, such as first-steps, or leave it empty',
    );
  if (delivery === 'in_person' && !live)
    tell('live', 'A course in one room is live. Choose yes, or another way of delivery');
  if (delivery === 'self_paced' && live)
    tell('live', 'A course at one’s own pace is not live. Choose no, or another way of delivery');
  if (validTo && Temporal.PlainDate.compare(validTo, validFrom) < 0) {
    tell('validTo', 'The last day is before the first day. Check both dates');
  }
  if (course.topics.length === 0) tell('topics', 'Enter the time for at least one topic');
  for (const { topic, minutes } of course.topics) {
    if (!topics.has(topic)) tell('topics', `There is no topic called ${topic}`);
    else if (!Number.isInteger(minutes) || minutes <= 0) tell(`time_${topic}`, 'Enter whole hours and minutes');
  }
  if (new Set(course.topics.map(({ topic }) => topic)).size < course.topics.length) {
    tell('topics', 'Each topic can be named once. Add up its time');
  }
  return problems;
}

/** Claimed time may be less than what was approved, never more, and only in the course's own topics. */
export function claimProblems(
  claimed: readonly TopicMinutes[],
  course: Pick<ApprovedCourse, 'topics'>,
): FieldProblem[] {
  const most = new Map(course.topics.map(({ topic, minutes }) => [topic, minutes]));
  return claimed.flatMap(({ topic, minutes }) => {
    const approved = most.get(topic);
    if (approved === undefined) {
      return [{ field: `time_${topic}`, message: 'This course is not approved for this topic. Leave it empty' }];
    }
    if (minutes <= approved) return [];
    return [
      {
        field: `time_${topic}`,
        message: `The course is approved for ${formatMinutes(approved)} here. Enter that or less`,
      },
    ];
  });
}
