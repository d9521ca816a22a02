import { Temporal } from 'temporal-polyfill';
import { say, sayWord } from '../../../src/platform/translation/say.js';
import type { ApplicationSummary } from '../../certification/certification.public.js';
import type { CredentialSummary } from '../../credentials/credentials.public.js';
import type { Next } from '../use-cases/read-next.js';
import type { TraineeHome } from '../use-cases/read-trainee-home.js';
import { examsAheadOf } from './exams-ahead.page.js';
import { learningWaits, groupsOf } from './learning.page.js';
import { nextPage } from './next.page.js';
import { providerPage } from './provider.page.js';
import { underWayOf, waitingOf } from './waiting.page.js';

const APPLICATION_NEXT: Record<string, string> = {
  draft: 'Your application is begun. Check your answers and send it when you are ready.',
  submitted: 'Your application has arrived. A reviewer reads it next.',
  under_review: 'A reviewer is reading your application.',
  returned: 'Your application came back with notes. Everything you entered is kept.',
};

/** In the order in which people do it. */
const DONE: Readonly<Record<string, string>> = {
  training: 'Training',
  practice: 'Practice',
  supervision: 'Supervision',
  continuing_education: 'Continuing education',
};

/** The home page of somebody who learns, applies or holds a credential: what is done, what comes next. */
export function traineeHomePage(home: TraineeHome) {
  const { courses, application, credentials, waiting, today } = home;
  return {
    waiting: [...learningWaits(home), ...waitingOf(waiting)],
    underWay: underWayOf(waiting),
    exams: examsAheadOf(home.exams, home.now),
    groups: groupsOf(home),
    files: waiting.files,
    credentials: credentials.map((credential) => credentialCard(credential, today)),
    application: application && {
      state: application.state,
      next: sayWord(applicationNext(application, home.next)),
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
    provider: home.teaching && providerPage(home.teaching),
    next: worksHereOnly(home) ? null : nextPage(home.next),
    isChosen: home.next.isChosen,
    done: Object.entries(DONE).flatMap(([kind, title]) => {
      const minutes = home.done.find((one) => one.kind === kind)?.minutes;
      return minutes ? [{ title: sayWord(title), minutes }] : [];
    }),
  };
}

/** Who came to teach or to write has an own certification told only once they did something toward one. */
function worksHereOnly({ teaching, next, credentials, courses, done }: TraineeHome): boolean {
  return teaching !== null && next.kind === 'choice' && credentials.length + courses.length + done.length === 0;
}

function credentialCard({ number, title, expiresOn, standing }: CredentialSummary, today: string) {
  const { status } = standing;
  const isOver = status === 'expired' || status === 'not_active';
  return {
    number,
    title,
    status,
    isOver,
    expiresOn: expiresOn.toString(),
    href: '/credentials',
    renew:
      isOver || (status === 'active' && endsSoon(expiresOn, today))
        ? { href: `/renewals/${number}`, text: isOver ? say`See what you can do` : say`Renew it` }
        : null,
  };
}

/** What truly comes next: an exam that is passed, or that nobody asks for, does not. */
function applicationNext({ id, state }: ApplicationSummary, next: Next): string {
  if (state !== 'admitted') return APPLICATION_NEXT[state] ?? '';
  const tree = next.kind === 'way' && next.application?.id === id ? next.way.tree : null;
  if (!tree) return 'You are admitted as a candidate. Open your application to see what comes next.';
  if (tree.met)
    return 'You are admitted as a candidate, and everything that is asked for is there. The decision comes next.';
  const awaitsExam = tree.clauses.some((clause) => clause.id === 'exam' && clause.state === 'still_needed');
  return awaitsExam
    ? 'You are admitted as a candidate. The exam and the decision come next.'
    : 'You are admitted as a candidate. Add what is still needed; then the decision comes next.';
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
