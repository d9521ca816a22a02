import { formatDate, formatInstant } from '../../../src/platform/views/helpers/format.js';
import { pageLanguage } from '../../../src/platform/translation/page-language.js';
import { say } from '../../../src/platform/translation/say.js';
import { BACKGROUND_RESULTS, backgroundWords, LEAST_ANSWER_DAYS } from '../domain/background-result.js';
import type { BackgroundAnswer, BackgroundAtDesk, OwnBackground } from '../use-cases/read-background.js';

/** Background results of a case, for staff: the fact and whether the person was heard. */
export function backgroundPage({ applicationId, codes, checks, caseFileId, today, timeZone, may }: BackgroundAtDesk) {
  const open = checks.filter(({ replaced }) => !replaced);
  return {
    id: applicationId,
    title: 'Background check',
    asksNone: codes.length === 0,
    caseFileId,
    may: { ...may, record: may.record && codes.length > 0 },
    checks: checks.map(({ code, result, provider, reference, checkedOn, replaced, answer }) => ({
      title: `${words(code)}, ${formatDate(checkedOn)}`,
      rows: [
        { key: 'Result', value: replaced ? `${backgroundWords[result]} (put right since)` : backgroundWords[result] },
        { key: 'Report', value: `${provider}, ${reference}` },
        ...(answer ? [{ key: 'The person’s answer', value: answerWords(answer, timeZone) }] : []),
      ],
    })),
    codes: codes.map((code) => ({ value: code, label: words(code) })),
    results: BACKGROUND_RESULTS.map((value) => ({ value, label: backgroundWords[value] })),
    replaceable: open.map(({ id, code, checkedOn }) => ({
      value: id,
      label: `${words(code)}, ${formatDate(checkedOn)}`,
    })),
    suggestedDay: today.add({ days: 2 * LEAST_ANSWER_DAYS + 2 }).toString(),
    leastDays: LEAST_ANSWER_DAYS,
  };
}

/** What a person is asked about a result, for that person. */
export function backgroundAnswerPage(id: string, { answer, mayAnswer, timeZone }: OwnBackground) {
  return {
    id,
    title: say`Your answer about the background check`,
    mayAnswer,
    until: answer?.answerUntil.toString(),
    answered: answer?.answeredAt && formatInstant(answer.answeredAt, timeZone, pageLanguage()),
  };
}

function answerWords({ answerUntil, answeredAt }: BackgroundAnswer, timeZone: string): string {
  return answeredAt ? `Came ${formatInstant(answeredAt, timeZone)}` : `Asked for, until ${formatDate(answerUntil)}`;
}

function words(code: string): string {
  const text = code.replaceAll('_', ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
