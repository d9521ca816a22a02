import { formatDate, formatInstant } from '../../../src/platform/views/helpers/format.js';
import { pageLanguage } from '../../../src/platform/translation/page-language.js';
import { say, sayWord } from '../../../src/platform/translation/say.js';
import { PAUSE_REASONS } from '../domain/application-clock.js';
import { dueWords, pauseLabels, standstillWords } from '../domain/clock-words.js';
import type { ApplicationDetail, ApplicationOverview } from '../use-cases/read-applications.js';
import { clauseTitles } from './history.page.js';
import type { CaseDetail } from '../use-cases/read-case.js';

/** What the body promised, in sentences: for the applicant and the desk alike. */
export function limitRows({ limits, body }: Pick<ApplicationOverview, 'limits' | 'body'>) {
  return limits.map(({ rule, dueOn, late, paused }) => ({
    term: sayWord(dueWords[rule]),
    date: dueOn.toString(),
    text: paused
      ? say`Paused since ${formatDate(paused.since.toZonedDateTimeISO(body.timeZone).toPlainDate(), pageLanguage())}: ${sayWord(standstillWords[paused.reason])}. The day moves on for as long as it is paused.`
      : late
        ? say`This day has passed, and the answer is still owed.`
        : say`The body promised an answer by the end of this day.`,
  }));
}

/** The buttons with which staff stop the clock or let it run; none for who may not. */
export function pauseForms({ limits, may }: CaseDetail) {
  if (!may.keepTime || limits.length === 0) return null;
  const standing = new Set(limits.flatMap(({ paused }) => paused?.reason ?? []));
  const choices = PAUSE_REASONS.map((value) => ({ value, label: pauseLabels[value] }));
  return {
    stop: choices.filter(({ value }) => !standing.has(value)),
    start: choices.filter(({ value }) => standing.has(value)),
  };
}

/** Requirements that were set aside, with both reasons. @param path where one is taken back, for who may; null for others */
export function waiverRows(detail: ApplicationDetail, path: string | null = null) {
  const titles = clauseTitles(detail);
  const { timeZone } = detail.body;
  return detail.waivers.map(({ id, clauseId, reasons, at, takenBack }) => ({
    title: titles.get(clauseId) ?? clauseId,
    text: `${reasons[0]}. ${reasons[1]}`,
    when: formatInstant(at, timeZone, pageLanguage()),
    takenBack: takenBack && { text: takenBack.reason, when: formatInstant(takenBack.at, timeZone, pageLanguage()) },
    href: path && !takenBack ? `${path}/${id}/endings/new` : null,
  }));
}
