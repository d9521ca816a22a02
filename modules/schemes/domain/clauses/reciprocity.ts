import { hoursToMinutes } from '../../../../src/kernel/minutes.js';
import type { Clause, Message } from '../eligibility-tree.js';
import type { Assessment } from './assessment.js';
import { lookBack, tooOld, vouchedBy } from './candidate-facts.js';
import { partOf } from './clause-of.js';
import { documentClause } from './document.clause.js';
import type { HoursBook } from './hours-book.js';
import type { HoursKind } from './hours-requirement.js';
import type { Bucket, HoursRule } from './hours-rule.js';
import { wholeClause } from './whole.clause.js';

/** What is asked of people certified elsewhere, in place of training, practice and supervision. */
export function reciprocityClauses(assessment: Assessment, hours: HoursBook): Clause<Message>[] {
  const { requires, letters } = assessment.definition.reciprocity;
  const documents = (whole: string, codes: readonly string[]) =>
    wholeClause(
      whole,
      codes.map((code) => partOf(whole, documentClause({ code }, assessment))),
    );
  return [
    ...(requires.length > 0 ? [documents('reciprocity', requires)] : []),
    ...[
      hours.clause('practice', 'reciprocity_practice'),
      hours.clause('continuing_education', 'reciprocity_ce'),
    ].filter((clause) => clause !== undefined),
    ...(letters ? [documents('reciprocity_letters', letters)] : []),
  ];
}

/** The hours among it. Outside work and education is confirmed by the body's reviewer or registrar as well as by who signed. */
export function reciprocityHours(kind: HoursKind, { definition, onDate }: Assessment): HoursRule[] {
  const { practice_hours, ce } = definition.reciprocity;
  if (kind === 'practice' && practice_hours) {
    return [
      recent('reciprocity_practice', practice_hours, onDate, {
        buckets: [],
        bars: ({ fact }) => vouchedBy(fact, ['supervisor-signature', 'reviewer', 'registrar']),
      }),
    ];
  }
  if (kind === 'continuing_education' && ce) {
    const ethics: Bucket[] = ce.ethics
      ? [{ topic: 'ethics', need: hoursToMinutes(ce.ethics), accepts: ['ethics', 'law_ethics'] }]
      : [];
    return [
      recent('reciprocity_ce', ce, onDate, {
        buckets: ethics,
        bars: ({ fact }) => vouchedBy(fact, ['reviewer', 'course', 'registrar']),
      }),
    ];
  }
  return [];
}

function recent(
  id: string,
  { hours, within }: { hours: number; within: string },
  onDate: Assessment['onDate'],
  { buckets, bars }: Pick<HoursRule, 'buckets' | 'bars'>,
): HoursRule {
  const firstDay = lookBack(onDate, within);
  return {
    id,
    title: { code: `clause.${id}` },
    need: hoursToMinutes(hours),
    buckets,
    otherTopicsCount: true,
    limits: [],
    shares: [],
    bars: (candidate) => bars(candidate) ?? tooOld(candidate, firstDay),
  };
}
