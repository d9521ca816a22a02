import { formatCount, formatDate, formatHours } from '../../../src/platform/views/helpers/format.js';
import type { CategoryEvidence, CompetencyEvidence, ShownEvidence } from '../domain/competence.js';
import type { DomainEvidence } from '../domain/domain-evidence.js';
import type { VouchedBy } from '../domain/evidence-piece.js';

const KINDS: Record<ShownEvidence['kind'], string> = {
  course: 'Course finished',
  quiz: 'Quiz passed',
  training: 'Outside training accepted',
  practice: 'Signed practice',
};

/** One line of evidence: what, how much, which kind and when, by whose word, and which domains where it only proves those. */
export function evidenceLine(evidence: ShownEvidence) {
  const { kind, title, pieces, percent, questions, minutes, domains } = evidence;
  const entries = kind === 'practice' ? formatCount(pieces, 'signed practice entry', 'signed practice entries') : null;
  return {
    what: title ?? entries ?? KINDS[kind],
    amounts: [
      ...(percent === null ? [] : [`${percent}% of ${formatCount(questions ?? 0, 'question')} on this`]),
      ...(minutes === null ? [] : [`${formatHours(minutes)} h`]),
    ].join(', '),
    note: [...(title ? [KINDS[kind]] : []), periodWords(evidence), ...evidence.vouchedBy.map(voucherWords)].join(', '),
    domains: domains.join(', '),
  };
}

/** The word for a kind of evidence, in tables. */
export const kindWords = (kind: ShownEvidence['kind']): string => KINDS[kind];

/** Who stands for it, in words. */
export function voucherWords({ how, name }: VouchedBy): string {
  switch (how) {
    case 'course':
      return 'by the course';
    case 'quiz':
      return 'scored here';
    case 'supervisor-signature':
      return `signed by ${name ?? 'the supervisor'}`;
    case 'reviewer':
      return `accepted by ${name ?? 'a reviewer'}`;
    default:
      return name ? `confirmed by ${name}` : 'recorded here';
  }
}

/** A category at a glance: statements with evidence of their own, the latest day, and whether there is evidence by domain. */
export function categoryGlance({ statements, statementCount, evidence, latestOn, awaiting }: CategoryEvidence) {
  const named = statements.length > 0 || evidence.some(({ basis }) => basis === 'competency');
  const byDomain = evidence.some(({ basis }) => basis === 'domain');
  return {
    have: statements.length,
    need: statementCount,
    named,
    byDomain,
    none: !named && !byDomain,
    awaiting,
    text: `${statements.length} of ${formatCount(statementCount, 'statement')}`,
    short: `${statements.length} of ${statementCount}`,
    latest: latestOn && `Latest ${formatDate(latestOn)}`,
  };
}

/** A competency with its lines of evidence. */
export function competencyLines({ code, title, evidence }: CompetencyEvidence) {
  return { code, title, lines: evidence.map(evidenceLine) };
}

export function domainWords({ trainings, practices }: DomainEvidence): string {
  const parts = [
    ...(trainings > 0 ? [formatCount(trainings, 'training')] : []),
    ...(practices > 0 ? [formatCount(practices, 'signed practice entry', 'signed practice entries')] : []),
  ];
  return parts.join(', ') || 'None recorded';
}

export function hoursWords({ trainingMinutes, practiceMinutes }: DomainEvidence): string {
  if (trainingMinutes === null || practiceMinutes === null) return '';
  return `${formatHours(trainingMinutes)} h training, ${formatHours(practiceMinutes)} h practice`;
}

function periodWords({ firstOn, latestOn }: ShownEvidence): string {
  const latest = formatDate(latestOn);
  return firstOn.equals(latestOn) ? latest : `${formatDate(firstOn)} to ${latest}`;
}
