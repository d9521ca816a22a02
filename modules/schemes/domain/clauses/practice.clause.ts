import type { Temporal } from 'temporal-polyfill';
import { hoursToMinutes } from '../../../../src/kernel/minutes.js';
import type { Message } from '../eligibility-tree.js';
import type { SchemeDefinition } from '../scheme-definition.js';
import { vouchedBy, type CandidateFacts } from './candidate-facts.js';
import { hoursClause } from './hours.clause.js';

const OTHER_KIND: Message = { code: 'not_counted.practice_kind' };

/** Practice in the scheme's domains, paid or volunteer as it allows, signed by a supervisor. */
export function practiceClause(
  { total_hours, kinds, buckets }: NonNullable<SchemeDefinition['practice']>,
  facts: CandidateFacts,
  onDate: Temporal.PlainDate,
) {
  return hoursClause(
    {
      id: 'practice',
      title: { code: 'clause.practice' },
      need: hoursToMinutes(total_hours),
      buckets: buckets.map(({ domain, min_hours }) => ({ topic: domain, need: hoursToMinutes(min_hours) })),
      otherTopicsCount: false,
      bars: ({ fact }) =>
        vouchedBy(fact, ['supervisor-signature', 'registrar']) ??
        (kinds.some((kind) => kind === fact.code) ? null : OTHER_KIND),
    },
    facts.get('practice') ?? [],
    onDate,
  );
}
