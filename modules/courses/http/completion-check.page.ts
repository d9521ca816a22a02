import { formatMinutes } from '../../../src/kernel/minutes.js';
import { pageLanguage } from '../../../src/platform/translation/page-language.js';
import { say } from '../../../src/platform/translation/say.js';
import { formatDate } from '../../../src/platform/views/helpers/format.js';
import type { CheckedCompletion, CompletionAnswer } from '../use-cases/check-completion.js';

/** 404 for what is not on record, 422 for what cannot be a number. */
export function statusOf({ status }: CompletionAnswer): number {
  if (status === 'recorded') return 200;
  return status === 'unknown' ? 404 : 422;
}

/** What anybody is told about a certificate of completion. */
export function completionCheckPage(answer: CompletionAnswer) {
  if (answer.status !== 'recorded') {
    const isMistyped = answer.status === 'mistyped';
    return {
      number: answer.number,
      isRecorded: false,
      isNamed: false,
      isWithdrawn: false,
      heading: isMistyped ? say`This number has a slip in it` : say`Not on record`,
      text: isMistyped
        ? say`Every number carries a check symbol, and here it does not fit. Compare it with the certificate, symbol by symbol.`
        : say`No completion with this number is on record here. That is all we can say about it.`,
      rows: [],
    };
  }
  const { completion } = answer;
  return {
    number: completion.number,
    isRecorded: true,
    isNamed: completion.name !== null,
    isWithdrawn: completion.isWithdrawn,
    heading: say`This completion is on record`,
    text: say`Compare what stands here with the paper. What differs was changed on the paper.`,
    rows: rowsOf(completion),
  };
}

function rowsOf(completion: CheckedCompletion) {
  const { name, course, version, offeredBy, completedOn, minutes, liveMinutes, number, edition, fileHash } = completion;
  return [
    ...(name === null ? [] : [{ key: say`Name`, value: name }]),
    { key: say`Course`, value: say`${course}, version ${version}` },
    { key: say`Offered by`, value: offeredBy },
    { key: say`Completed on`, value: formatDate(completedOn, pageLanguage()) },
    { key: say`Training counted`, value: formatMinutes(minutes) },
    ...(liveMinutes > 0 ? [{ key: say`Of this live`, value: formatMinutes(liveMinutes) }] : []),
    { key: say`Number`, value: number },
    ...(edition > 1
      ? [
          {
            key: say`Edition`,
            value: say`${edition}: the record was added to, or the name changed. An earlier paper may say less.`,
          },
        ]
      : []),
    { key: say`SHA-256 of the file`, value: fileHash },
  ];
}
