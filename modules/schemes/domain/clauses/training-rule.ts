import { hoursToMinutes } from '../../../../src/kernel/minutes.js';
import type { Fact } from '../../../evidence/evidence.public.js';
import type { Message } from '../eligibility-tree.js';
import type { SchemeDefinition } from '../scheme-definition.js';
import type { Assessment } from './assessment.js';
import { dayNumber, lookBack, tooOld, vouchedBy, type CandidateFact } from './candidate-facts.js';
import { usedForOthers } from './different-hours.js';
import { waiversOf } from './waiver.js';
import { limitsOf, type Bucket, type HoursRule } from './hours-rule.js';

type TrainingRule = NonNullable<SchemeDefinition['training']>;

const NOT_APPROVED: Message = { code: 'not_counted.provider_not_approved' };
const NOT_LIVE: Message = { code: 'not_counted.not_live' };
const NOT_ASSESSED: Message = { code: 'not_counted.not_assessed' };

/** Training in the scheme's domains: finished courses of ours, and outside training that a reviewer accepted. */
export function trainingRule(rule: TrainingRule, { facts, onDate, definition, options }: Assessment): HoursRule {
  const need = hoursToMinutes(rule.total_hours);
  const firstDay = lookBack(onDate, rule.within);
  const waivers = waiversOf(facts, definition.id);
  return {
    id: 'training',
    title: { code: 'clause.training' },
    need,
    buckets: rule.buckets.map((bucket) => ({
      ...bucketOf(bucket, onDate),
      ...waivedFrom(waivers.get(`training.${bucket.domain}`)),
    })),
    otherTopicsCount: rule.other_topics_count ?? rule.buckets.length === 0,
    ...limitsOf(need, rule.caps, rule.shares),
    bars: (candidate) =>
      vouchedForTraining(candidate) ??
      tooOld(candidate, firstDay) ??
      (rule.providers === 'approved_only' && !isApproved(candidate.fact, options) ? NOT_APPROVED : null) ??
      (rule.live_interaction_required && !isLive(candidate) ? NOT_LIVE : null),
    used: usedForOthers(facts, rule.different_hours_from),
  };
}

/** Of outside training the acceptance says it; a course taught here knows no body, so that its approval is asked for. */
function isApproved(fact: Fact, { approves }: Assessment['options']): boolean {
  return fact.value.approved === true || (fact.vouchedBy?.method === 'course' && approves?.(fact) === true);
}

/** Training counts by the word of the course, of a reviewer or of a registrar, never by the person's own; null when it has one. */
export function vouchedForTraining({ fact }: CandidateFact): Message | null {
  return vouchedBy(fact, ['course', 'reviewer', 'registrar']);
}

function bucketOf(bucket: TrainingRule['buckets'][number], onDate: Assessment['onDate']): Bucket {
  const { domain, min_hours, accepts = [domain], within, assessment, after } = bucket;
  const firstDay = lookBack(onDate, within);
  const bars = (candidate: CandidateFact) =>
    tooOld(candidate, firstDay) ??
    (assessment && candidate.fact.value.assessment_passed !== true ? NOT_ASSESSED : null);
  return {
    topic: domain,
    need: hoursToMinutes(min_hours),
    accepts,
    ...((within || assessment) && { bars }),
    ...(after && { after }),
  };
}

function waivedFrom(waiver: Fact | undefined): Pick<Bucket, 'waivedFrom'> {
  return waiver ? { waivedFrom: dayNumber(waiver.occurredOn) } : {};
}

function isLive({ fact }: CandidateFact): boolean {
  return fact.value.delivery === 'in_person' || fact.value.delivery === 'live_online';
}
