import type { Temporal } from 'temporal-polyfill';
import { hoursToMinutes } from '../../../../src/kernel/minutes.js';
import type { SchemeDefinition } from '../scheme-definition.js';
import { vouchedBy, type CandidateFacts } from './candidate-facts.js';
import { hoursClause } from './hours.clause.js';

/** Training in the scheme's domains: finished courses of ours, and outside training that a reviewer accepted. */
export function trainingClause(
  { total_hours, buckets }: NonNullable<SchemeDefinition['training']>,
  facts: CandidateFacts,
  onDate: Temporal.PlainDate,
) {
  return hoursClause(
    {
      id: 'training',
      title: { code: 'clause.training' },
      need: hoursToMinutes(total_hours),
      buckets: buckets.map(({ domain, min_hours }) => ({ topic: domain, need: hoursToMinutes(min_hours) })),
      otherTopicsCount: false,
      bars: ({ fact }) => vouchedBy(fact, ['course', 'reviewer', 'registrar']),
    },
    facts.get('training') ?? [],
    onDate,
  );
}
