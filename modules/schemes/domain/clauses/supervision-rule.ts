import { hoursToMinutes } from '../../../../src/kernel/minutes.js';
import type { Clause, Message } from '../eligibility-tree.js';
import type { SchemeDefinition } from '../scheme-definition.js';
import type { Assessment } from './assessment.js';
import type { CandidateFact } from './candidate-facts.js';
import { vouchedForPractice } from './practice-rule.js';
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
  const otherMode = modeBars(rule);
  return (candidate: CandidateFact): Message | null =>
    vouchedForPractice(candidate) ?? notSignedWell(candidate) ?? otherMode(candidate);
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
function modeBars({ modes = [] }: SupervisionRule): (candidate: CandidateFact) => Message | null {
  const left = WAYS.filter((pair) => pair.some((way) => modes.includes(way)))
    .flat()
    .filter((way) => !modes.includes(way));
  if (left.length === 0) return () => null;
  const leftOut = new Set<unknown>(left);
  return ({ fact: { value } }) => {
    const method = typeof value.method === 'string' ? value.method.replace('_supervision', '') : null;
    return leftOut.has(method) || leftOut.has(value.delivery) ? OTHER_MODE : null;
  };
}
