import { stringify } from 'csv-stringify/sync';
import { formatMinutes } from '../../../src/kernel/minutes.js';
import { pageLinks } from '../../../src/platform/http/paging.js';
import { BYTE_ORDER_MARK, SAFE } from '../../../src/platform/lists/list-csv.js';
import { formatDate } from '../../../src/platform/views/helpers/format.js';
import type { Affected, AffectedPerson } from '../use-cases/read-affected.js';

/** Who is affected when a course is not approved any more. */
export function affectedPage({ course, people, next }: Affected, after?: string) {
  const path = `/desk/approved-trainings/${course.id}/affected`;
  return {
    id: course.id,
    title: course.title,
    provider: course.provider,
    withdrawnFrom: course.withdrawnFrom?.toString(),
    columns: [
      { label: 'Person' },
      { label: 'Finished on' },
      { label: 'Time', numeric: true },
      { label: 'Open application' },
      { label: 'Credential' },
    ],
    rows: people.map((person) => ({
      cells: [
        { text: person.name, note: person.number },
        { text: formatDate(person.finishedOn), note: dayWords(person) },
        { text: formatMinutes(person.minutes) },
        applicationCell(person),
        credentialCell(person),
      ],
    })),
    csv: `${path}.csv`,
    pages: pageLinks(path, {}, { after, next }),
  };
}

function dayWords({ afterWithdrawal }: AffectedPerson): string | undefined {
  if (afterWithdrawal === null) return undefined;
  return afterWithdrawal ? 'After the approval ended' : 'While it was approved';
}

function applicationCell({ applications: [one, ...more] }: AffectedPerson) {
  if (!one) return { text: 'None' };
  return {
    text: one.schemeCode,
    href: `/desk/applications/${one.id}`,
    note: [one, ...more].map(stateWords).join(', '),
  };
}

function stateWords({ state }: { state: string }): string {
  return state.replaceAll('_', ' ');
}

function credentialCell({ credentials: [one, ...more] }: AffectedPerson) {
  if (!one) return { text: 'None' };
  const note = [one, ...more].map(({ status, title }) => `${title}: ${status}`).join(', ');
  return { text: one.number, href: `/desk/credentials/${one.number}`, note };
}

export const AFFECTED_HEADER =
  BYTE_ORDER_MARK +
  stringify(
    [['Person', 'Name', 'Finished on', 'Minutes', 'After the approval ended', 'Open applications', 'Credentials']],
    SAFE,
  );

export function affectedLines(people: readonly AffectedPerson[]): string {
  const lines = people.map((person) => [
    person.number,
    person.name,
    person.finishedOn.toString(),
    person.minutes,
    person.afterWithdrawal === null ? '' : person.afterWithdrawal ? 'yes' : 'no',
    person.applications.map(({ schemeCode, state }) => `${schemeCode} ${state}`).join('; '),
    person.credentials.map(({ number, status }) => `${number} ${status}`).join('; '),
  ]);
  return stringify(lines, SAFE);
}
