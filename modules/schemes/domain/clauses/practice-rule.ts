import { Temporal } from 'temporal-polyfill';
import { isAfter } from '../../../../src/kernel/dates.js';
import { hoursToMinutes } from '../../../../src/kernel/minutes.js';
import type { VouchingMethod } from '../../../evidence/evidence.public.js';
import type { Message } from '../eligibility-tree.js';
import type { SchemeDefinition } from '../scheme-definition.js';
import type { Assessment } from './assessment.js';
import { dayNumber, lookBack, tooOld, vouchedBy, type CandidateFact } from './candidate-facts.js';
import { eventsOf } from './credential-history.js';
import { usedForOthers } from './different-hours.js';
import { documentClause } from './document.clause.js';
import { partOf } from './clause-of.js';
import { limitsOf, type HoursRule } from './hours-rule.js';
import { supervisorBars } from './supervisor-qualification.js';

type PracticeRule = NonNullable<SchemeDefinition['practice']>;

const OTHER_KIND: Message = { code: 'not_counted.practice_kind' };
const EXCLUDED: Message = { code: 'not_counted.excluded_activity' };
const BEFORE_START: Message = { code: 'not_counted.before_start' };
const AFTER_DEADLINE: Message = { code: 'not_counted.after_deadline' };

const SIGNED: readonly VouchingMethod[] = ['supervisor-signature', 'registrar'];

/** How practice is kept here anyway; every other code of `evidence` is a document to be accepted. */
const KEPT_HERE = 'signed_log';

/** Practice in the scheme's domains, of the kinds it allows, signed by a supervisor, within the time that counts. */
export function practiceRule(rule: PracticeRule, assessment: Assessment): HoursRule {
  const { facts, onDate } = assessment;
  const need = hoursToMinutes(rule.total_hours);
  const firstDay = lookBack(onDate, rule.within);
  const time = timeThatCounts(rule, assessment);
  const kinds = new Set<string | null>(rule.kinds);
  const excluded = new Set<unknown>(rule.excludes);
  const notSignedWell = rule.supervisor ? supervisorBars(rule.supervisor, assessment) : null;
  return {
    id: 'practice',
    title: { code: 'clause.practice' },
    need,
    buckets: rule.buckets.map(({ domain, min_hours, accepts = [domain], within }) => {
      const first = lookBack(onDate, within);
      return {
        topic: domain,
        need: hoursToMinutes(min_hours),
        accepts,
        ...(within && { bars: (candidate: CandidateFact) => tooOld(candidate, first) }),
      };
    }),
    otherTopicsCount: rule.other_topics_count ?? rule.buckets.length === 0,
    ...limitsOf(need, rule.caps, rule.shares),
    bars: (candidate) =>
      vouchedForPractice(candidate) ??
      (kinds.has(candidate.fact.code) ? null : OTHER_KIND) ??
      (excluded.has(candidate.fact.value.activity) ? EXCLUDED : null) ??
      time.bars(candidate) ??
      tooOld(candidate, firstDay) ??
      notSignedWell?.(candidate) ??
      null,
    alsoNeeded: time.alsoNeeded,
    openFrom: time.over ? null : onDate,
    parts: (rule.evidence ?? [])
      .filter((code) => code !== KEPT_HERE)
      .map((code) => partOf('practice', documentClause({ code }, assessment))),
    used: usedForOthers(facts, rule.different_hours_from),
  };
}

/** Practice and supervision count by a supervisor's signature; null when there is one. */
export function vouchedForPractice({ fact }: CandidateFact): Message | null {
  return vouchedBy(fact, SIGNED);
}

/** From the event that starts the clock until the time is over; an extension of the credential extends it too. */
function timeThatCounts({ counts_from, must_finish_within }: PracticeRule, { clock, onDate, ...rest }: Assessment) {
  if (!counts_from) return { bars: () => null, alsoNeeded: [], over: false };
  const began = clock(counts_from);
  if (!began) {
    const alsoNeeded: Message[] = [{ code: 'needed.event', values: { event: counts_from } }];
    return { bars: () => BEFORE_START, alsoNeeded, over: false };
  }
  const first = dayNumber(began);
  if (!must_finish_within) {
    return { bars: ({ day }: CandidateFact) => (day < first ? BEFORE_START : null), alsoNeeded: [], over: false };
  }
  const planned = began.add(Temporal.Duration.from(must_finish_within));
  const extended = eventsOf(rest.facts, rest.definition.id).flatMap(({ fact: { code, value } }) =>
    code === 'extended' && typeof value.expires_on === 'string' ? [Temporal.PlainDate.from(value.expires_on)] : [],
  );
  const last = [planned, ...extended].reduce((a, b) => (isAfter(b, a) ? b : a));
  const lastDay = dayNumber(last);
  const over = isAfter(onDate, last);
  const alsoNeeded: Message[] = [
    { code: over ? 'needed.time_over' : 'needed.finish_by', values: { date: last.toString() } },
  ];
  const bars = ({ day }: CandidateFact) => (day < first ? BEFORE_START : day > lastDay ? AFTER_DEADLINE : null);
  return { bars, alsoNeeded, over };
}
