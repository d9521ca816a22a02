import { Temporal } from 'temporal-polyfill';
import { isAfter, isBefore } from '../../../src/kernel/dates.js';
import { pageLanguage } from '../../../src/platform/translation/page-language.js';
import { say, sayWord } from '../../../src/platform/translation/say.js';
import { formatDate, formatInstant } from '../../../src/platform/views/helpers/format.js';
import type { OwnExamAhead } from '../use-cases/read-exams-ahead.js';

/** Each exam to come with its days, its place and what it asks beforehand; what is under way; what came of the last one. */
export function examsAheadOf(exams: readonly OwnExamAhead[], now: Temporal.Instant) {
  return exams.map((exam) => {
    const { here, applicationId, result } = exam;
    const authorisationHref = `/applications/${applicationId}/exam`;
    const page = here?.examId ? `/exams/${here.examId}` : authorisationHref;
    return {
      title: here?.title ?? say`Exam at an exam center`,
      language: here?.title ? 'en' : undefined,
      href: here?.openId ? `/sittings/${here.openId}` : page,
      authorisationHref,
      open: openWords(exam, now),
      toCome: here?.openId || result?.passed ? null : toCome(exam),
      result: result && {
        status: result.passed ? 'passed' : 'not_passed_yet',
        satOn: result.satOn.toString(),
        href: here?.satId ? `/sittings/${here.satId}/result` : `/applications/${applicationId}`,
      },
    };
  });
}

/** How a sitting stands that is under way here; null without one. */
function openWords({ here, timeZone }: OwnExamAhead, now: Temporal.Instant): string | null {
  if (!here?.deadlineAt) return null;
  const { deadlineAt, breakUntil } = here;
  const at = (instant: Temporal.Instant) => formatInstant(instant, timeZone, pageLanguage());
  const isAhead = (instant: Temporal.Instant) => Temporal.Instant.compare(instant, now) > 0;
  if (breakUntil && isAhead(breakUntil)) return say`You are on a break. It ends by itself at ${at(breakUntil)}.`;
  if (isAhead(deadlineAt)) return say`You have begun it. The time ends on ${at(deadlineAt)}.`;
  return say`The time has ended. Open it to see your result.`;
}

function toCome({ authorisation, here, today, nextOn }: OwnExamAhead) {
  if (!authorisation) return null;
  const { number, centre, booking, validFrom, validTo, adjustments } = authorisation;
  const first = nextOn && isAfter(nextOn, validFrom) ? nextOn : validFrom;
  const [from, to] = [formatDate(first, pageLanguage()), formatDate(validTo, pageLanguage())];
  if (isBefore(validTo, today)) {
    return {
      over: say`The days to sit it ended on ${to}. If you sat it, the result is on its way; if not, your certifying body can give you new days.`,
    };
  }
  return {
    days: isAfter(first, today) ? say`From ${from} through ${to}` : say`Now, through ${to}`,
    again: nextOn !== null,
    centre,
    number,
    booking,
    arranged: adjustments.map(sayWord),
    identity: here?.identityText,
    isHere: Boolean(here?.examId),
  };
}
