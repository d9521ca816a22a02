import { dateIn } from '../../../src/kernel/dates.js';
import { formatMinutes } from '../../../src/kernel/minutes.js';
import { pageLinks } from '../../../src/platform/http/paging.js';
import { formatDate, formatInstant } from '../../../src/platform/views/helpers/format.js';
import type { Hand } from '../domain/hand.js';
import type { Member } from '../use-cases/read-group.js';
import type { TaughtCohort } from '../use-cases/read-taught-cohort.js';
import type { TeachingView } from '../use-cases/read-teaching.js';

const INVITED = {
  open: { text: 'Not answered yet', state: 'submitted' },
  accepted: { text: 'Said yes', state: 'passed' },
  declined: { text: 'Said no', state: 'withdrawn' },
  withdrawn: { text: 'Taken back', state: 'withdrawn' },
} as const;

/** Groups and invitations of an organization. */
export function teachingPage(view: TeachingView, after: string | undefined) {
  const { canTeach, cohorts, courses, invitations } = view;
  const titles = new Map(courses.map(({ code, title }) => [code, title]));
  return {
    canTeach,
    cohorts: {
      columns: [{ label: 'Group' }, { label: 'Course' }, { label: 'Dates' }, { label: 'Places', numeric: true }],
      rows: cohorts.map(({ cohort, isMine, taken, waiting }) => ({
        cells: [
          isMine ? { text: cohort.title, href: `/teaching/cohorts/${cohort.id}` } : { text: cohort.title },
          { text: titles.get(cohort.courseCode) ?? cohort.courseCode },
          { text: `${formatDate(cohort.startsOn)} to ${formatDate(cohort.endsOn)}` },
          { text: `${taken} of ${cohort.places}`, note: waiting > 0 ? `${waiting} waiting` : undefined },
        ],
      })),
    },
    invitations: invitations.rows.map(({ id, name, email, courseCode, state, createdAt }) => ({
      name,
      email,
      course: titles.get(courseCode) ?? courseCode,
      sent: `invited on ${formatDate(dateIn('UTC', createdAt))}`,
      state: INVITED[state],
      withdraw: state === 'open' ? `/teaching/invitations/${id}/withdrawals` : null,
    })),
    pages: pageLinks('/teaching', {}, { after, next: invitations.next }),
  };
}

/** The choices of the forms for a new group and for an invitation. */
export function teachingForms({ organizations, courses, colleagues, cohorts }: TeachingView) {
  return {
    organizations: organizations.map(({ id, name }) => ({ value: id, label: name })),
    hasSeveral: organizations.length > 1,
    courses: courses.map(({ code, title }) => ({ value: code, label: title })),
    colleagues: colleagues.map(({ personId, name }) => ({ value: personId, label: name })),
    cohorts: [
      { value: '', label: 'The course alone, at one’s own pace' },
      ...cohorts.map(({ cohort }) => ({ value: cohort.id, label: cohort.title })),
    ],
    openness: [
      { value: 'yes', label: 'Anybody may ask for a place', hint: 'Otherwise only with the code or an invitation.' },
    ],
  };
}

/** A group before the one who teaches it: kind words, and no list of who is best or last. */
export function groupPage(view: TaughtCohort, after: string | undefined) {
  const { cohort, course, timeZone, taken, waiting, members, sessions } = view;
  const href = `/teaching/cohorts/${cohort.id}`;
  return {
    title: cohort.title,
    href,
    rows: [
      { key: 'Course', value: course.title },
      { key: 'Dates', value: `${formatDate(cohort.startsOn)} to ${formatDate(cohort.endsOn)}` },
      {
        key: 'Places',
        value: `${taken} of ${cohort.places} taken or kept${waiting > 0 ? `, ${waiting} waiting` : ''}`,
      },
      { key: 'Code to join', value: `${cohort.joinCode.slice(0, 4)} ${cohort.joinCode.slice(4)}` },
    ],
    hasPlans: course.plans.length > 0,
    sessions: {
      columns: [{ label: 'Session' }, { label: 'Begins' }, { label: 'Where' }],
      rows: sessions.map((session) => ({
        cells: [
          { text: session.title, href: `/teaching/live-sessions/${session.id}` },
          { text: formatInstant(session.startsAt, timeZone), note: session.isCancelled ? 'Cancelled' : undefined },
          { text: session.place ?? '', note: session.delivery === 'in_person' ? 'In a room' : 'In a call' },
        ],
      })),
    },
    members: members.rows.map((member) => memberOf(member)),
    letters: `${href}/letters`,
    pages: pageLinks(href, {}, { after, next: members.next }),
  };
}

function memberOf({ personId, name, activity, hands }: Member) {
  return {
    personId,
    name,
    line: lineOf(activity),
    hands: hands.map(handWords),
    canWrite: activity !== null && !activity.isPaused && !activity.isFinished,
  };
}

function lineOf(activity: Member['activity']): string {
  if (!activity) return 'Not in the course yet';
  if (activity.isFinished) return 'Finished the course';
  if (activity.isPaused) return 'Rests at the moment, and goes on when it suits them';
  return `${activity.lessonsDone} of ${activity.lessonsTotal} lessons done`;
}

function handWords(hand: Hand): string {
  switch (hand.kind) {
    case 'quiet':
      return `Nothing done here for ${hand.days} days: a word from you may be welcome`;
    case 'quiz':
      return `Sat the quiz ${hand.sittings} times and has not passed it yet: you could look at the lessons together`;
    case 'session':
      return `Was not at “${hand.title}”: you could tell them what it was about`;
  }
}

/** The choices of the form for a new session. */
export function sessionForm({ cohort, course, timeZone }: TaughtCohort) {
  return {
    title: cohort.title,
    href: `/teaching/cohorts/${cohort.id}`,
    // As people say it: “New York” of America/New_York.
    timeZone: timeZone.replace(/^.*\//, '').replaceAll('_', ' '),
    plans: course.plans.map((plan) => ({
      value: plan.code,
      label: plan.title,
      hint: formatMinutes(plan.parts.reduce((sum, { minutes }) => sum + minutes, 0)),
    })),
    deliveries: [
      { value: 'in_person', label: 'In a room' },
      { value: 'live_online', label: 'In a call' },
    ],
  };
}
