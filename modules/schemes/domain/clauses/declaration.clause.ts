import type { Temporal } from 'temporal-polyfill';
import type { Clause, Message, NotCounted } from '../eligibility-tree.js';
import type { PrerequisiteOf } from '../scheme-definition.js';
import type { Assessment } from './assessment.js';
import { evidenceRef, lookBack, tooOld, vouchedBy, type CandidateFact } from './candidate-facts.js';
import { latestOf } from './earliest.js';

type DeclarationRule = PrerequisiteOf<'declaration'>;
type Checkpoint = DeclarationRule['checked_at'][number];

/** A share the person declares (living or working in the jurisdiction), once for each point at which it is checked. */
export function declarationClause(rule: DeclarationRule, { facts, onDate }: Assessment) {
  const declared = (facts.get('declaration') ?? []).filter(({ fact }) => fact.code === rule.code);
  const children = rule.checked_at.map((checkpoint) => checkpointClause(rule, checkpoint, declared, onDate));
  const clause: Clause<Message> = {
    id: rule.code,
    title: { code: `clause.${rule.code}` },
    state: children.every((child) => child.state === 'met') ? 'met' : 'still_needed',
    have: children.filter((child) => child.state === 'met').length,
    need: children.length,
    unit: 'items',
    counted: children.flatMap((child) => child.counted),
    notCounted: [],
    reasons: [],
    earliestOn: latestOf(children.map((child) => child.earliestOn)),
    children,
  };
  return clause;
}

/** Only the last declaration speaks: circumstances change, and an earlier one no longer describes them. */
function checkpointClause(
  rule: DeclarationRule,
  checkpoint: Checkpoint,
  declared: readonly CandidateFact[],
  onDate: Temporal.PlainDate,
) {
  const need = rule.min_percent_live_or_work;
  const firstDay = lookBack(onDate, rule.within);
  const notCounted: NotCounted<Message>[] = [];
  let last: CandidateFact | undefined;
  for (const candidate of declared) {
    if (candidate.fact.value.checked_at !== checkpoint) continue;
    const reason = candidate.barred ?? vouchedBy(candidate.fact, ['self']) ?? tooOld(candidate, firstDay);
    if (reason) {
      notCounted.push({ ref: evidenceRef(candidate.fact), reason });
      continue;
    }
    if (last) notCounted.push({ ref: evidenceRef(last.fact), reason: LATER_ONE });
    last = candidate;
  }
  const percent = typeof last?.fact.value.percent === 'number' ? last.fact.value.percent : 0;
  const met = last !== undefined && percent >= need;
  if (last && !met) notCounted.push({ ref: evidenceRef(last.fact), reason: { code: 'not_counted.below_share' } });
  const clause: Clause<Message> = {
    id: `${rule.code}.${checkpoint}`,
    title: { code: `checkpoint.${checkpoint}` },
    state: met ? 'met' : 'still_needed',
    have: percent,
    need,
    unit: 'percent',
    counted: last && met ? [evidenceRef(last.fact)] : [],
    notCounted,
    reasons: met ? [] : [{ code: 'needed.declaration', values: { percent: need } }],
    earliestOn: last && met ? last.fact.occurredOn : onDate,
    ...(checkpoint === 'exam' && { due: 'at_exam' as const }),
    children: [],
  };
  return clause;
}

const LATER_ONE: Message = { code: 'not_counted.later_one' };
