import { known } from './known.js';
import { hoursToMinutes } from '../../../../src/kernel/minutes.js';
import type { Message } from '../eligibility-tree.js';
import type { Assessment } from './assessment.js';
import { dayNumber, lookBack, tooOld, vouchedBy, type CandidateFact } from './candidate-facts.js';
import { usedForOthers } from './different-hours.js';
import { hoursClause } from './hours.clause.js';
import { placeHours } from './hours-pool.js';
import { limitsOf, type HoursRule } from './hours-rule.js';
import { neededMinutes } from './needed-minutes.js';

const BEFORE_TERM: Message = { code: 'not_counted.before_term' };
const AFTER_TERM: Message = { code: 'not_counted.after_date' };
const USED_LAST_TERM: Message = { code: 'not_counted.used_last_term' };

/** A term of the credential: its first day, and the first day of the next one. */
interface Term {
  readonly startsOn: Assessment['onDate'];
  readonly nextStartsOn?: Assessment['onDate'];
}

/**
 * Continuing education done since the term began. Any topic counts toward the whole; some topics have a minimum.
 *
 * @param previousTerm where the scheme lets hours beyond the need go on: the term they may come from
 */
export function continuingEducationRule(assessment: Assessment, term: Term, previousTerm?: Term): HoursRule {
  const { ce } = assessment.definition.renewal;
  const { carry_over } = ce;
  const rule = ofTerm(assessment, term);
  if (carry_over === false || !previousTerm) return rule;

  const carried = carriedOver(assessment, { ...previousTerm, nextStartsOn: term.startsOn }, carry_over.topics);
  const firstDay = dayNumber(term.startsOn);
  const isCarried = ({ fact, day }: CandidateFact) => day < firstDay && carried.has(fact.id);
  const used = new Map(rule.used);
  for (const { fact } of assessment.facts.get('continuing_education') ?? []) {
    const on = carried.get(fact.id);
    if (on === undefined) continue;
    const minutes = Math.max(used.get(fact.id)?.minutes ?? 0, (fact.minutes ?? 0) - on);
    used.set(fact.id, { minutes, reason: USED_LAST_TERM });
  }
  return {
    ...rule,
    limits: [...rule.limits, { holds: isCarried, atMost: hoursToMinutes(carry_over.max_hours) }],
    bars: (candidate) => (isCarried(candidate) ? null : rule.bars(candidate)),
    used,
  };
}

function ofTerm({ definition, facts, onDate }: Assessment, { startsOn, nextStartsOn }: Term): HoursRule {
  const { ce } = definition.renewal;
  const need = hoursToMinutes(ce.total_hours);
  const first = dayNumber(startsOn);
  const next = nextStartsOn ? dayNumber(nextStartsOn) : Infinity;
  return {
    id: 'continuing_education',
    title: { code: 'clause.continuing_education' },
    need,
    buckets: ce.buckets.map(({ topic, min_hours, accepts = [topic], within }) => {
      const firstDay = lookBack(onDate, within);
      const bars = (candidate: CandidateFact) => tooOld(candidate, firstDay);
      return { topic, need: hoursToMinutes(min_hours), accepts, ...(within && { bars }) };
    }),
    otherTopicsCount: true,
    ...limitsOf(need, ce.caps, ce.shares),
    bars: ({ fact, day }) =>
      vouchedBy(fact, ['reviewer', 'course', 'registrar']) ??
      (day < first ? BEFORE_TERM : day >= next ? AFTER_TERM : null),
    used: usedForOthers(facts, ce.different_hours_from),
  };
}

/** Minutes that the term before counted beyond what it needed, by fact. */
function carriedOver(assessment: Assessment, term: Term, topics: readonly string[] | undefined) {
  const rule = ofTerm(assessment, term);
  const placed = placeHours([rule], assessment.facts.get('continuing_education') ?? [], [new Set([rule])]);
  const clause = hoursClause(rule, known(placed.get(rule)), assessment.onDate);
  const needed = neededMinutes(clause);
  const over = new Map<string, number>();
  for (const { factId, minutes } of clause.counted) {
    const rest = (minutes ?? 0) - (needed.get(factId) ?? 0);
    if (rest > 0) over.set(factId, rest);
  }
  if (!topics) return over;
  for (const { fact } of assessment.facts.get('continuing_education') ?? []) {
    const within = fact.topics.reduce((sum, { topic, minutes }) => sum + (topics.includes(topic) ? minutes : 0), 0);
    const rest = Math.min(within, over.get(fact.id) ?? 0);
    if (rest > 0) over.set(fact.id, rest);
    else over.delete(fact.id);
  }
  return over;
}
