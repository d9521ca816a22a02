import { hoursToMinutes } from '../../../../src/kernel/minutes.js';
import type { Clause, Message } from '../eligibility-tree.js';
import type { SchemeDefinition } from '../scheme-definition.js';
import type { Assessment } from './assessment.js';
import { vouchedBy, type CandidateFact } from './candidate-facts.js';
import type { HoursRule } from './hours-rule.js';
import { supervisorBars } from './supervisor-qualification.js';

type SupervisionRule = NonNullable<SchemeDefinition['supervision']>;

const OTHER_MODE: Message = { code: 'not_counted.supervision_mode' };

/**
 * Supervision received, signed by a supervisor with the qualification the scheme asks for. With `must_cover_domains` each
 * practice domain must have been touched, and only time in those domains counts. A ratio is of the practice hours asked
 * in all, so that more practice never asks for more supervision.
 */
export function supervisionRule(
  rule: SupervisionRule,
  assessment: Assessment,
  parts: readonly Clause<Message>[] = [],
): HoursRule {
  const domains = rule.must_cover_domains ? supervisedDomains(assessment.definition) : [];
  return {
    id: 'supervision',
    title: { code: 'clause.supervision' },
    need: supervisionMinutes(assessment.definition),
    buckets: domains.map((topic) => ({ topic, need: 'covered', accepts: [topic] })),
    otherTopicsCount: !rule.must_cover_domains,
    limits: [],
    shares: [],
    bars: countsAsSupervision(rule, assessment),
    parts,
  };
}

/** Why a fact is not supervision as the scheme asks for it. */
export function countsAsSupervision(rule: SupervisionRule, assessment: Assessment) {
  const notSignedWell = supervisorBars(rule.supervisor, assessment);
  return (candidate: CandidateFact): Message | null =>
    vouchedBy(candidate.fact, ['supervisor-signature', 'registrar']) ??
    notSignedWell(candidate) ??
    (modeFits(rule, candidate) ? null : OTHER_MODE);
}

/** The domains supervision has to cover: those of practice, or of training where the scheme asks for no practice. */
export function supervisedDomains({ practice, training }: SchemeDefinition): string[] {
  return (practice ?? training)?.buckets.map(({ domain }) => domain) ?? [];
}

/** The minutes asked: a figure, a share of the practice asked, or the larger where both are given. */
export function supervisionMinutes({ supervision, practice }: SchemeDefinition): number {
  const asked = hoursToMinutes(supervision?.received_hours ?? 0);
  const ratio = supervision?.ratio;
  if (!ratio || !practice) return asked;
  return Math.max(asked, Math.ceil((hoursToMinutes(practice.total_hours) * ratio.hours) / ratio.per_practice_hours));
}

const WAYS = [
  ['individual', 'group'],
  ['in_person', 'remote'],
] as const;

/** A way that is stated has to be among those allowed; what is not stated is not held against anyone. */
function modeFits({ modes }: SupervisionRule, { fact }: CandidateFact): boolean {
  if (!modes) return true;
  const { method, delivery } = fact.value;
  const stated = [typeof method === 'string' ? method.replace('_supervision', '') : null, delivery];
  return WAYS.every((pair) => {
    const allowed = pair.filter((way) => modes.includes(way));
    return allowed.length === 0 || pair.every((way) => !stated.includes(way) || modes.includes(way));
  });
}
