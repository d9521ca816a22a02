import { accommodationWords, letterOf, lookOf } from '../../quizzes/accommodations.public.js';
import { formatDate } from '../../../src/platform/views/helpers/format.js';
import { pageLanguage } from '../../../src/platform/translation/page-language.js';
import { say, sayMessage } from '../../../src/platform/translation/say.js';
import { topicIn } from '../../schemes/schemes.public.js';
import type { AskedItem, OpenSitting, Progress, SittingReading } from '../use-cases/read-sitting.js';

/** How many questions stand together between two buttons that save. */
const GROUP = 10;

/** The page of an open sitting: every question at once, so that one page load is enough for the whole exam. */
export function sittingPage(sitting: OpenSitting, questions: readonly AskedItem[]) {
  const { accommodations, breakSecondsLeft } = sitting;
  const asked = questions.map((question) => questionView(question, accommodations.reader));
  const groups = Array.from({ length: Math.ceil(asked.length / GROUP) }, (_, at) => {
    const own = asked.slice(at * GROUP, (at + 1) * GROUP);
    return { number: at + 1, first: at * GROUP + 1, last: at * GROUP + own.length, questions: own };
  });
  return {
    title: sitting.title,
    sitting,
    groups,
    total: asked.length,
    // Questions are written in English.
    inEnglish: /^en\b/.test(pageLanguage()),
    answered: asked.filter(({ done }) => done).length,
    look: lookOf(accommodations),
    extras: accommodationWords(accommodations).map(sayMessage),
    reader: accommodations.reader,
    breakMinutesLeft: Math.ceil(breakSecondsLeft / 60),
  };
}

/** @param lettered each answer begins with a letter, for somebody who reads it aloud */
function questionView(question: AskedItem, lettered: boolean) {
  const { place, versionId, kind, scenario, stem, answer, revision, flagged } = question;
  const chosen = answer && 'chosen' in answer ? answer.chosen : [];
  const places = answer && 'places' in answer ? answer.places : {};
  return {
    place,
    versionId,
    isOrdering: kind === 'ordering',
    type: kind === 'single' ? 'radio' : 'checkbox',
    hint: { single: '', multiple: say`Choose all that apply.`, ordering: say`Give each step its place.` }[kind],
    scenario,
    stem,
    revision,
    flagged,
    done: chosen.length > 0 || Object.keys(places).length > 0,
    options: question.options.map(({ key, text }, at) => ({
      key,
      text: lettered ? `${letterOf(at)}. ${text}` : text,
      id: `q${place}-${at + 1}`,
      chosen: chosen.includes(key),
      places: question.options.map((_, index) => ({ value: index + 1, chosen: places[key] === index + 1 })),
    })),
  };
}

export function breakPage(sitting: Extract<SittingReading, { state: 'on_break' }>) {
  const { until, secondsLeft } = sitting;
  return { title: say`You are on a break`, sitting, until, minutesLeft: Math.ceil(secondsLeft / 60) };
}

/** What is left before handing in. */
export function handInPage(sitting: OpenSitting, progress: readonly Progress[]) {
  const open = progress.filter(({ answered }) => !answered);
  const flagged = progress.filter((one) => one.flagged);
  return {
    title: say`Hand in your exam?`,
    sitting,
    total: progress.length,
    answered: progress.length - open.length,
    open: open.map(({ place }) => place),
    flagged: flagged.map(({ place }) => place),
  };
}

export function resultPage(sitting: Exclude<SittingReading, { state: 'open' | 'ending' | 'on_break' }>) {
  const { result, candidate, nextForm } = sitting;
  return {
    title: say`${sitting.title}: your result`,
    sitting,
    status: result ? (result.passed ? 'passed' : 'not_passed_yet') : null,
    result,
    domains: Object.entries(result?.domains ?? {}).map(([code, percent]) => ({
      name: topicIn(pageLanguage(), code),
      percent,
    })),
    byTime: sitting.state === 'time_up',
    voided: sitting.state === 'voided',
    next: result?.passed || !candidate ? null : nextWords(candidate, nextForm),
    applicationId: candidate?.applicationId ?? null,
  };
}

type Closed = Exclude<SittingReading, { state: 'open' | 'ending' | 'on_break' }>;

/** Nothing is promised that is not so: also which form comes next is said as it stands. */
function nextWords({ nextOn, left, today }: NonNullable<Closed['candidate']>, nextForm: Closed['nextForm']) {
  if (left === 0)
    return say`All attempts that the scheme allows are used. Your certifying body can tell you how to go on.`;
  const many = left === null ? '' : say`Attempts left: ${left}.`;
  const waits = nextOn !== null && nextOn.toString() > today.toString();
  const ready = nextForm === 'another' || nextForm === 'seen';
  const when = waits
    ? say`Your next attempt counts from ${formatDate(nextOn, pageLanguage())} on.`
    : ready
      ? say`You can sit it again now.`
      : '';
  const what = {
    another: say`It asks another form.`,
    seen: say`It may ask some of the same questions again.`,
    waits: say`It asks another form, which is not ready yet: your certifying body sees that it is needed.`,
    none: say`No form of it is ready at the moment: please tell your certifying body.`,
  }[nextForm];
  return [when, many, what, say`The domains below show where another look helps.`].filter(Boolean).join(' ');
}

export function wordsOf(code: string): string {
  const words = code.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
