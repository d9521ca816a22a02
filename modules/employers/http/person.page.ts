import { formatDate, formatHours } from '../../../src/platform/views/helpers/format.js';
import type { CategoryEvidence } from '../domain/competence.js';
import type { DomainEvidence } from '../domain/domain-evidence.js';
import type { RosterLine } from '../use-cases/read-lines.js';
import type { SharedRecord } from '../use-cases/read-shared.js';
import { categoryGlance, competencyLines, domainWords, evidenceLine, hoursWords } from './evidence-words.js';
import { alsoWords, MATCH_NOTES } from './roster.page.js';

/** One person of the roster: employment, standing, and what they share. */
export function personPage(
  line: RosterLine,
  shared: SharedRecord | null,
  { timeZone, asOf }: { timeZone: string; asOf: string },
) {
  const { standing, from, until } = line;
  return {
    ...line,
    timeZone,
    asOf,
    matchNote: MATCH_NOTES[line.match],
    facts: [
      {
        key: 'Employed with you',
        value: until ? `${formatDate(from)} to ${formatDate(until)}` : `Since ${formatDate(from)}`,
      },
      { key: 'Number', value: line.credentialNumber },
      ...(standing
        ? [
            { key: 'Credential', value: line.title },
            { key: 'Standing', state: standing.status },
            { key: 'Since', value: formatDate(standing.since) },
            { key: 'Last valid day', value: formatDate(standing.expiresOn) },
            ...(standing.concurrent.length > 0 ? [{ key: 'Also true', value: alsoWords(standing.concurrent) }] : []),
          ]
        : []),
    ],
    publicHref: standing && `/v/${line.credentialNumber}`,
    shared: shared && sharedSection(shared),
  };
}

function sharedSection({ until, frameworks, domains }: SharedRecord) {
  return {
    until,
    frameworks: frameworks.map(({ code, title, categories }) => ({
      code,
      title,
      have: categories.filter((category) => !categoryGlance(category).none).length,
      need: categories.length,
      categories: categories.map(categoryCard),
    })),
    chart: domains.map(chartPoint),
    chartUnit: domains.some(({ practiceMinutes }) => practiceMinutes !== null) ? 'Hours' : 'Pieces',
    columns: [
      { label: 'Domain' },
      { label: 'Evidence' },
      { label: 'Latest' },
      { label: 'Different vouchers', numeric: true },
    ],
    rows: domains.map((domain) => ({
      cells: [
        { text: domain.title },
        { text: domainWords(domain), note: hoursWords(domain) },
        { text: domain.latestOn ? formatDate(domain.latestOn) : '–' },
        { text: String(domain.vouchers) },
      ],
    })),
  };
}

/** What names a statement stands first; what only proves a domain is said to do so. */
function categoryCard(category: CategoryEvidence) {
  const { code, title, evidence, statements } = category;
  const by = (basis: 'competency' | 'domain') => evidence.filter((one) => one.basis === basis).map(evidenceLine);
  const pieces = evidence.length + statements.reduce((sum, one) => sum + one.evidence.length, 0);
  return {
    ...categoryGlance(category),
    code,
    title,
    pieces,
    own: by('competency'),
    statements: statements.map(competencyLines),
    ofDomains: by('domain'),
  };
}

function chartPoint({ title, trainings, practices, trainingMinutes, practiceMinutes }: DomainEvidence) {
  if (trainingMinutes === null || practiceMinutes === null) return { label: title, value: trainings + practices };
  const minutes = trainingMinutes + practiceMinutes;
  return { label: title, value: minutes / 60, text: `${formatHours(minutes)} h` };
}
