import { inUnixLines } from '../domain/draft-files.js';
import type { CheckText } from '../domain/lesson-checks.js';
import { textOf } from './file-form.js';

type Sent = Readonly<Record<string, unknown>>;

/** The most that the form has room for. */
const MOST_CHECKS = 12;
const MOST_OPTIONS = 6;

/** The questions that were typed. A row without text is no option, and a question without any text is none. */
export function typedChecks(sent: Sent): CheckText[] {
  const word = (name: string) => inUnixLines(textOf(sent, name)).trim();
  return upTo(MOST_CHECKS).flatMap((n) => {
    const question = word(`question${n}`);
    const rows = upTo(MOST_OPTIONS).filter((m) => word(`option${n}-${m}`) !== '');
    if (question === '' && rows.length === 0) return [];
    const options = rows.map((m) => ({
      text: word(`option${n}-${m}`),
      correct: word(`right${n}-${m}`) === 'yes',
      feedback: word(`feedback${n}-${m}`),
    }));
    return [{ question, options }];
  });
}

/** The fields of the form with these questions in it, and room for one more. */
export function checkFields(checks: readonly CheckText[]) {
  return upTo(Math.min(MOST_CHECKS, checks.length + 1)).map((n) => {
    const check = checks[n - 1];
    const rows = Math.min(MOST_OPTIONS, Math.max(3, (check?.options.length ?? 0) + 1));
    return {
      heading: `Question ${n}`,
      isNew: check === undefined,
      question: `question${n}`,
      questionValue: check?.question,
      rows: upTo(rows).map((m) => rowOf(n, m, check?.options[m - 1])),
    };
  });
}

function rowOf(n: number, m: number, option: CheckText['options'][number] | undefined) {
  return {
    label: `Question ${n}, option ${m}`,
    optionLabel: `Option ${m}`,
    option: `option${n}-${m}`,
    optionValue: option?.text,
    feedback: `feedback${n}-${m}`,
    feedbackValue: option?.feedback,
    right: `right${n}-${m}`,
    rightValue: option?.correct ? 'yes' : undefined,
  };
}

function upTo(most: number): number[] {
  return Array.from({ length: most }, (_, at) => at + 1);
}
