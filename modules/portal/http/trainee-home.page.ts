import { Temporal } from 'temporal-polyfill';
import { say, sayWord } from '../../../src/platform/translation/say.js';
import { eligibilityView } from '../../schemes/schemes.public.js';
import type { TraineeHome } from '../use-cases/read-trainee-home.js';
import type { Way } from '../use-cases/scheme-progress.js';
import { examsAheadOf } from './exams-ahead.page.js';
import { learningWaits, groupsOf } from './learning.page.js';
import { waitingOf } from './waiting.page.js';

/** Where each kind of clause is worked on. A clause without a place is the body's to record. */
const PLACES: Record<string, { href: string; action: string }> = {
  training: { href: '/courses', action: 'Go to your courses' },
  practice: { href: '/practice', action: 'Log practice hours' },
  supervision: { href: '/practice', action: 'Log supervision you received' },
  exam: { href: '/applications', action: 'See how to sit the exam' },
  lived_experience: { href: '/evidence', action: 'Make this statement' },
  education: { href: '/evidence', action: 'Upload a document' },
  residency: { href: '/evidence', action: 'Make this declaration' },
  code_of_ethics: { href: '/evidence', action: 'Read and sign the code' },
};

const APPLICATION_NEXT: Record<string, string> = {
  draft: 'Your application is begun. Check your answers and send it when you are ready.',
  submitted: 'Your application has arrived. A reviewer reads it next.',
  under_review: 'A reviewer is reading your application.',
  returned: 'Your application came back with notes. Everything you entered is kept.',
  admitted: 'You are admitted as a candidate. The exam and the decision come next.',
};

/** The home page of somebody who learns, applies or holds a credential: what is done, what comes next. */
export function traineeHomePage(home: TraineeHome) {
  const { courses, application, credentials, way, waiting, today } = home;
  return {
    waiting: [...learningWaits(home), ...waitingOf(waiting)],
    exams: examsAheadOf(home.exams, home.now),
    groups: groupsOf(home),
    files: waiting.files,
    credentials: credentials.map(({ number, title, expiresOn, standing }) => ({
      number,
      title,
      status: standing.status,
      expiresOn: expiresOn.toString(),
      href: '/credentials',
      renew: standing.status === 'active' && endsSoon(expiresOn, today) ? `/renewals/${number}` : null,
    })),
    application: application && {
      state: application.state,
      next: sayWord(APPLICATION_NEXT[application.state] ?? ''),
      href: `/applications/${application.id}`,
    },
    courses: courses
      .toSorted((a, b) => placeOf(a) - placeOf(b))
      .map(({ code, title, language, lessonsDone, lessonsTotal, completedOn, pausedAt }) => ({
        title,
        language,
        href: `/courses/${code}`,
        lessonsDone,
        lessonsTotal,
        completedOn: completedOn?.toString() ?? null,
        isPaused: pausedAt !== null && completedOn === null,
      })),
    way: way && wayOf(way),
  };
}

function placeFor(clause: string): { href: string; action: string } | null {
  const place = PLACES[clause];
  return place ? { ...place, action: sayWord(place.action) } : null;
}

/** What is under way stands first, then what rests, then what is finished; each in the order it was begun. */
function placeOf({ completedOn, pausedAt }: TraineeHome['courses'][number]): number {
  if (completedOn) return 2;
  return pausedAt ? 1 : 0;
}

/** Renewal is offered from the day of the first reminder. */
function endsSoon(expiresOn: Temporal.PlainDate, today: string): boolean {
  const from = expiresOn.subtract({ days: 90 });
  return Temporal.PlainDate.compare(from, Temporal.PlainDate.from(today)) <= 0;
}

function stageWords(stage: string): string {
  return sayWord(stage.replaceAll('_', ' '));
}

function wayOf({ version, tree, stage }: Way) {
  const { done, of, nextClauses, doneClauses, earliestOn } = eligibilityView(tree);
  const tasks = nextClauses.map(({ id, title, have, need, unit, reasons }) => ({
    title,
    place: placeFor(id),
    reason: reasons[0] ?? null,
    bar: need ? { have: have ?? 0, need, unit } : null,
  }));
  return {
    stage: stage ? stageWords(stage) : null,
    title: stage ? say`${sayWord(version.title)}, ${stageWords(stage)} stage` : sayWord(version.title),
    href: `/eligibility/${version.code}?${new URLSearchParams({ body: version.bodyId, ...(stage && { stage }) }).toString()}`,
    done,
    of,
    met: tree.met,
    earliestOn: earliestOn ?? null,
    next: tasks[0] ?? null,
    later: tasks.slice(1),
    doneTitles: doneClauses.map(({ title }) => title),
  };
}
