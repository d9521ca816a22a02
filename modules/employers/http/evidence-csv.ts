import { stringify } from 'csv-stringify/sync';
import { BYTE_ORDER_MARK, SAFE } from '../../../src/platform/lists/list-csv.js';
import { formatInstant } from '../../../src/platform/views/helpers/format.js';
import type { CompetencyEvidence } from '../domain/competence.js';
import type { EvidenceView, SharedLine } from '../use-cases/read-roster-evidence.js';
import { kindWords, voucherWords } from './evidence-words.js';

const HEADER = [
  'Name',
  'Credential number',
  'Framework',
  'Code',
  'Competency',
  'Evidence',
  'Title',
  'By domain',
  'Pieces',
  'First day',
  'Latest day',
  'Vouched for',
  'Percent',
  'Minutes',
  'Shared until',
];

/** What is shared, a line for each piece of evidence under each competency; the first line says as of when it is. */
export function evidenceCsv({ employer, asOf, entries }: EvidenceView): string {
  const asOfLine = [
    `As of ${formatInstant(asOf, employer.timeZone)}, ${employer.name}. Shared by each person and noted for them; whoever ends it shares it no longer.`,
  ];
  return BYTE_ORDER_MARK + stringify([asOfLine, HEADER, ...entries.flatMap(linesOf)], SAFE);
}

function linesOf({ name, credentialNumber, shared }: SharedLine): (string | number)[][] {
  const about = ({ code, title, evidence }: CompetencyEvidence, framework: string) =>
    evidence.map((one) => [
      name,
      credentialNumber ?? '',
      framework,
      code,
      title,
      kindWords(one.kind),
      one.title ?? '',
      one.domains.join(', '),
      one.pieces,
      one.firstOn.toString(),
      one.latestOn.toString(),
      one.vouchedBy.map(voucherWords).join(', '),
      one.percent ?? '',
      one.minutes ?? '',
      shared.until ?? '',
    ]);
  return shared.frameworks.flatMap(({ title, categories }) =>
    categories.flatMap((category) => [category, ...category.statements].flatMap((one) => about(one, title))),
  );
}
