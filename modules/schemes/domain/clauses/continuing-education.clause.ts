import { Temporal } from 'temporal-polyfill';
import { hoursToMinutes } from '../../../../src/kernel/minutes.js';
import type { Message } from '../eligibility-tree.js';
import type { SchemeDefinition } from '../scheme-definition.js';
import { dayNumber, vouchedBy, type CandidateFacts } from './candidate-facts.js';
import { hoursClause } from './hours.clause.js';

const BEFORE_TERM: Message = { code: 'not_counted.before_term' };

/** Continuing education done since the term began. Any topic counts toward the whole; some topics have a minimum. */
export function continuingEducationClause(
  { total_hours, buckets }: SchemeDefinition['renewal']['ce'],
  facts: CandidateFacts,
  termStartsOn: Temporal.PlainDate,
  onDate: Temporal.PlainDate,
) {
  const firstDay = dayNumber(termStartsOn);
  return hoursClause(
    {
      id: 'continuing_education',
      title: { code: 'clause.continuing_education' },
      need: hoursToMinutes(total_hours),
      buckets: buckets.map(({ topic, min_hours }) => ({ topic, need: hoursToMinutes(min_hours) })),
      otherTopicsCount: true,
      bars: ({ fact, day }) =>
        vouchedBy(fact, ['reviewer', 'course', 'registrar']) ?? (day < firstDay ? BEFORE_TERM : null),
    },
    facts.get('continuing_education') ?? [],
    onDate,
  );
}
