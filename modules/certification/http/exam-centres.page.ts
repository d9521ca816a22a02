import { stringify } from 'csv-stringify/sync';
import { pageLinks } from '../../../src/platform/http/paging.js';
import { BYTE_ORDER_MARK, SAFE } from '../../../src/platform/lists/list-csv.js';
import { pageLanguage } from '../../../src/platform/translation/page-language.js';
import { say, sayWord } from '../../../src/platform/translation/say.js';
import { formatDate } from '../../../src/platform/views/helpers/format.js';
import { ADJUSTMENT_CODES, ADJUSTMENTS } from '../domain/exam/adjustments.js';
import type { AuthorisationState } from '../domain/exam/authorisation.js';
import type { LineOutcome } from '../domain/exam/judge-report.js';
import type { ImportReading } from '../use-cases/confirm-exam-import.js';
import type { AuthorisationOfPerson, AuthorisationReading, OwnExam } from '../use-cases/read-authorisations.js';

const STATES: Record<AuthorisationState, string> = { issued: 'Can be used', used: 'Used', withdrawn: 'Withdrawn' };

const OUTCOMES: Record<LineOutcome, string> = {
  good: 'Can be recorded',
  not_counted: 'Recorded, does not count',
  same: 'Left out',
  problem: 'To correct',
  recorded: 'Recorded',
};

const attemptsOf = (most: number | null): string => (most === null ? say`No limit` : String(most));

/** The authorisations of a body. */
export function authorisationsPage(
  { rows, next }: { rows: AuthorisationOfPerson[]; next: string | null },
  after?: string,
) {
  return {
    columns: [
      { label: 'Candidate' },
      { label: 'Number' },
      { label: 'Dates' },
      { label: 'Adjustments' },
      { label: 'State' },
      { label: 'Act' },
    ],
    rows: rows.map((row) => ({
      cells: [
        { text: row.legalName, note: row.schemeCode, href: `/desk/applications/${row.applicationId}` },
        { text: row.number, note: row.centre },
        {
          text: `${formatDate(row.validFrom)} to ${formatDate(row.validTo)}`,
          note: `Attempts: ${attemptsOf(row.maxAttempts)}`,
        },
        { text: row.adjustments.join(', ') || 'None' },
        { text: STATES[row.state] },
        row.state === 'issued'
          ? { text: 'Withdraw', href: `/desk/exam-authorisations/${row.id}/withdrawals/new` }
          : { text: '–' },
      ],
    })),
    pages: pageLinks('/desk/exam-authorisations', {}, { after, next }),
  };
}

/** What a centre needs to book and to admit: adjustments and never a reason. */
export function authorisationsCsv(rows: readonly AuthorisationOfPerson[]): string {
  const header = ['Authorization', 'Name', 'Exam', 'Valid from', 'Valid to', 'Attempts', 'Adjustments', 'Center'];
  const lines = rows.map((row) => [
    row.number,
    row.legalName,
    row.schemeCode,
    row.validFrom.toString(),
    row.validTo.toString(),
    row.maxAttempts ?? '',
    row.adjustments.join('; '),
    row.centre,
  ]);
  return BYTE_ORDER_MARK + stringify([header, ...lines], SAFE);
}

export function authorisationFormPage(applicationId: string) {
  return {
    applicationId,
    adjustments: ADJUSTMENT_CODES.map((value) => ({ value, label: ADJUSTMENTS[value] })),
  };
}

/** The candidate's exam: how to book, how many attempts are left, when the next one counts. */
export function ownExamPage(applicationId: string, { authorisations, standing, isCandidate }: OwnExam) {
  const [current, ...earlier] = authorisations;
  const open = current?.state === 'issued' ? current : null;
  const { nextOn, left, passedOn, sittings, version } = standing;
  return {
    applicationId,
    title: version.title,
    isCandidate,
    passedOn: passedOn?.toString(),
    booking: open?.booking,
    centre: open?.centre,
    rows: open ? authorisationRows(open) : [],
    nextOn: nextOn?.toString(),
    attempts: [
      ...(left === null ? [] : [say`Attempts left: ${left}.`]),
      ...(sittings.length > 0 ? [say`Attempts so far: ${sittings.length}.`] : []),
    ].join(' '),
    earlier: (open ? earlier : authorisations).map(({ number, state }) => `${number}: ${sayWord(STATES[state])}`),
  };
}

function authorisationRows({ number, validFrom, validTo, maxAttempts, adjustments }: AuthorisationReading) {
  return [
    { key: say`Your number`, value: number },
    { key: say`First day`, value: formatDate(validFrom, pageLanguage()) },
    { key: say`Last day`, value: formatDate(validTo, pageLanguage()) },
    { key: say`Attempts`, value: attemptsOf(maxAttempts) },
    ...(adjustments.length > 0 ? [{ key: say`Arranged for you`, value: adjustments.map(sayWord) }] : []),
  ];
}

/** A list of results: how far its check or its recording is, and each line with something to tell. */
export function examListPage({ id, fileName, encoding, lines, state, doneTo, counts, told }: ImportReading) {
  const count = (outcome: LineOutcome): number => counts[outcome] ?? 0;
  const recordable = count('good') + count('not_counted');
  const isBusy = state === 'checking' || state === 'recording';
  return {
    id,
    fileName,
    encoding,
    converted: encoding !== 'UTF-8',
    isBusy,
    doneTo,
    lines,
    isRecorded: state === 'recorded',
    canRecord: state === 'checked' && recordable > 0,
    recordable,
    nothing: state === 'checked' && recordable === 0,
    tiles: [
      state === 'recorded' || state === 'recording'
        ? { value: count('recorded'), label: 'Recorded' }
        : { value: count('good'), label: 'Can be recorded' },
      { value: count('not_counted'), label: 'Within the waiting period' },
      { value: count('same'), label: 'Left out, known already' },
      { value: count('problem'), label: 'To correct' },
    ],
    columns: [{ label: 'Line' }, { label: 'What' }, { label: 'What to do' }],
    told: told.map(({ line, outcome, message, cells }) => ({
      cells: [
        { text: `Line ${line}` },
        { text: outcome ? OUTCOMES[outcome] : '', note: cells.filter(Boolean).join(' · ').slice(0, 120) },
        { text: message ?? '' },
      ],
    })),
    more: told.length >= TOLD_ON_PAGE,
  };
}

export const TOLD_ON_PAGE = 50;

export function toldCsv({ told }: ImportReading): string {
  const rows = told.map(({ line, outcome, message, cells }) => [
    line,
    outcome ? OUTCOMES[outcome] : '',
    message,
    ...cells,
  ]);
  return BYTE_ORDER_MARK + stringify([['Line', 'What', 'What to do', 'The line as it was read'], ...rows], SAFE);
}
