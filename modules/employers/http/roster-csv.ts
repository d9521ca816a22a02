import { stringify } from 'csv-stringify/sync';
import { BYTE_ORDER_MARK, SAFE } from '../../../src/platform/lists/list-csv.js';
import { formatInstant } from '../../../src/platform/views/helpers/format.js';
import { COLUMNS, type ListProblem } from '../domain/roster-list.js';
import type { RosterView } from '../use-cases/read-roster.js';

/** The roster as a list that can be uploaded again; the first line says as of when it is. */
export function rosterCsv({ employer, asOf, entries }: RosterView): string {
  const header = [
    ...Object.values(COLUMNS),
    'Credential',
    'Standing',
    'Since',
    'Last valid day',
    'Also true',
    'Standing on',
    'On the register',
  ];
  const rows = entries.map(({ name, credentialNumber, from, until, title, standing, match }) => [
    name,
    credentialNumber ?? '',
    from,
    until ?? '',
    title ?? '',
    standing?.status ?? '',
    standing?.since ?? '',
    standing?.expiresOn ?? '',
    standing?.concurrent.join(' ') ?? '',
    standing?.onDate ?? '',
    { matched: 'yes', no_number: 'no number given', not_matched: 'number and name do not go together' }[match],
  ]);
  const asOfLine = [`As of ${formatInstant(asOf, employer.timeZone)}, ${employer.name}`];
  return BYTE_ORDER_MARK + stringify([asOfLine, header, ...rows], SAFE);
}

/** What needs attention in an uploaded list, with each line as it was read. */
export function problemsCsv(problems: readonly ListProblem[]): string {
  const rows = problems.map(({ line, column, message, cells }) => [line, column, message, ...cells]);
  return BYTE_ORDER_MARK + stringify([['Line', 'Column', 'What to do', 'The line as it was read'], ...rows], SAFE);
}
