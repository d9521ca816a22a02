import type { Temporal } from 'temporal-polyfill';
import { hoursToMinutes } from '../../../../src/kernel/minutes.js';
import type { Message } from '../eligibility-tree.js';
import type { SchemeDefinition } from '../scheme-definition.js';
import { vouchedBy, type CandidateFacts } from './candidate-facts.js';
import { hoursClause, type Bucket } from './hours.clause.js';

const NOT_QUALIFIED: Message = { code: 'not_counted.supervisor_qualification' };

/**
 * Supervision received, signed by a supervisor who confirmed the qualification the scheme asks for. With
 * `must_cover_domains` each practice domain must have been touched, and only time in those domains counts.
 */
export function supervisionClause(
  rule: NonNullable<SchemeDefinition['supervision']>,
  domains: readonly string[],
  facts: CandidateFacts,
  onDate: Temporal.PlainDate,
) {
  const buckets: Bucket[] = rule.must_cover_domains ? domains.map((topic) => ({ topic, need: 'covered' })) : [];
  return hoursClause(
    {
      id: 'supervision',
      title: { code: 'clause.supervision' },
      need: hoursToMinutes(rule.received_hours ?? 0),
      buckets,
      otherTopicsCount: !rule.must_cover_domains,
      bars: ({ fact }) =>
        vouchedBy(fact, ['supervisor-signature', 'registrar']) ??
        (fact.value.supervisor_qualification === rule.supervisor.qualification ? null : NOT_QUALIFIED),
    },
    facts.get('supervision') ?? [],
    onDate,
  );
}
