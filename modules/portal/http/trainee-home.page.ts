import { Temporal } from 'temporal-polyfill';
import { say, sayWord } from '../../../src/platform/translation/say.js';
import { eligibilityView, type ClausePlace, type EligibilityView } from '../../schemes/schemes.public.js';
import type { TraineeHome } from '../use-cases/read-trainee-home.js';
import type { Way } from '../use-cases/scheme-progress.js';
import { examsAheadOf } from './exams-ahead.page.js';
import { learningWaits, groupsOf } from './learning.page.js';
import { waitingOf } from './waiting.page.js';

type ClauseView = EligibilityView['nextClauses'][number];

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
    way: way && wayOf(way, application),
  };
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

function wayOf({ version, tree, stage }: Way, application: TraineeHome['application']) {
  const places = { rules: version, exam: application && examOf(application) };
  const { done, of, nextClauses, doneClauses, earliestOn } = eligibilityView(
    tree,
    application ? places : { rules: version },
  );
  const tasks = nextClauses.map(taskOf);
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

/** Nobody sits an exam before they are admitted to it. */
function examOf({ id, state }: NonNullable<TraineeHome['application']>): ClausePlace | null {
  return state === 'admitted' ? { href: `/applications/${id}/exam`, action: say`See how to sit the exam` } : null;
}

/** A clause that is still needed. One that is worked on in its parts, such as a choice, leads to each of them. */
function taskOf({ title, have, need, unit, reasons, place, children }: ClauseView) {
  const ways = place ? [] : children.filter((part) => part.place);
  return {
    title,
    place: place ?? null,
    ways: ways.map((way) => ({ title: way.title, href: way.place?.href })),
    reason: reasons[0] ?? null,
    bar: need ? { have: have ?? 0, need, unit } : null,
  };
}
