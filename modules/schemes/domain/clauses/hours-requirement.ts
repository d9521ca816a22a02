import { hoursToMinutes } from '../../../../src/kernel/minutes.js';
import type { Message } from '../eligibility-tree.js';
import type { PrerequisiteOf } from '../scheme-definition.js';
import type { Assessment } from './assessment.js';
import { dayNumber, lookBack, tooOld, vouchedBy, type CandidateFact } from './candidate-facts.js';
import type { HoursRule } from './hours-rule.js';
import { countsAsSupervision } from './supervision-rule.js';
import { vouchedForTraining } from './training-rule.js';
import { vouchedForPractice } from './practice-rule.js';

type Requirement = PrerequisiteOf<'hours'>;
export type HoursKind = Requirement['of'];

/** "40 hours of training in these topics" as a requirement of its own. Without topics, any will do. */
export function hoursRequirement(rule: Requirement, assessment: Assessment, id = rule.code): HoursRule {
  const need = hoursToMinutes(rule.min_hours);
  const { topics } = rule;
  const firstDay = lookBack(assessment.onDate, rule.within);
  const vouched = vouchedFor(rule.of, assessment);
  return {
    id,
    title: { code: `clause.${rule.code}` },
    need,
    buckets: [],
    takes: topics,
    otherTopicsCount: topics === undefined,
    limits: [],
    shares: [],
    bars: (candidate) => vouched(candidate) ?? tooOld(candidate, firstDay),
    ...(rule.shared && { shared: true }),
  };
}

/** Training asked before the next sitting of the exam, done after the sitting that asked for it. */
export function remediationRule(hours: number, after: Assessment['onDate']): HoursRule {
  const attemptedOn = dayNumber(after);
  return {
    id: 'exam_remediation',
    title: { code: 'clause.exam_remediation' },
    need: hoursToMinutes(hours),
    buckets: [],
    otherTopicsCount: true,
    limits: [],
    shares: [],
    bars: (candidate) => vouchedForTraining(candidate) ?? (candidate.day <= attemptedOn ? BEFORE_ATTEMPT : null),
  };
}

const BEFORE_ATTEMPT: Message = { code: 'not_counted.before_attempt' };

/** Who may vouch for hours of a kind. */
function vouchedFor(kind: HoursKind, assessment: Assessment): (one: CandidateFact) => Message | null {
  const { supervision } = assessment.definition;
  switch (kind) {
    case 'training':
      return vouchedForTraining;
    case 'practice':
      return vouchedForPractice;
    case 'supervision':
      return supervision ? countsAsSupervision(supervision, assessment) : vouchedForPractice;
    case 'continuing_education':
      return ({ fact }) => vouchedBy(fact, ['reviewer', 'course', 'registrar']);
  }
}
