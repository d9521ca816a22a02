import { Temporal } from 'temporal-polyfill';
import { isAfter, isBefore } from '../../../src/kernel/dates.js';
import type { Fact } from '../../evidence/evidence.public.js';
import type { Assessment, EvaluatedScheme, EvaluationOptions } from './clauses/assessment.js';
import { backgroundCheckClause } from './clauses/background-check.clause.js';
import { cadenceClause } from './clauses/cadence.clause.js';
import { candidateFacts, dayNumber, type CandidateFacts } from './clauses/candidate-facts.js';
import { continuingEducationRule } from './clauses/continuing-education-rule.js';
import { certifiedOn, eventsOf } from './clauses/credential-history.js';
import { goodStandingClause, noViolationsClause } from './clauses/good-standing.clause.js';
import { HoursBook } from './clauses/hours-book.js';
import { hoursAskedBy, prerequisiteClause } from './clauses/prerequisite.clause.js';
import { countsAsSupervision } from './clauses/supervision-rule.js';
import { withWaivers } from './clauses/waiver.js';
import { treeOf } from './evaluate.js';
import type { Clause, EligibilityTree, Message } from './eligibility-tree.js';
import type { SchemeDefinition } from './scheme-definition.js';
import { lastStage } from './stages.js';

export interface RenewalOptions extends Pick<EvaluationOptions, 'signers'> {
  /** First day of the term that is being renewed. */
  readonly termStartsOn: Temporal.PlainDate;
  /** The term before, of which hours beyond the need may go on where the scheme says so. */
  readonly previousTerm?: { readonly startsOn: Temporal.PlainDate };
  /** The last valid day of the term; read from the register's events where it is left out. */
  readonly termEndsOn?: Temporal.PlainDate;
}

/** The term that is being renewed, and all that a clause may look at. */
interface Renewal {
  readonly assessment: Assessment;
  readonly options: RenewalOptions;
}

/**
 * What a renewal asks for, held against the evidence since the term began: continuing education, what the scheme asks
 * again (`renewal.also`), and the cadence of supervision in the last stage.
 */
export function evaluateRenewal(
  scheme: EvaluatedScheme,
  facts: readonly Fact[],
  onDate: Temporal.PlainDate,
  options: RenewalOptions,
): EligibilityTree<Message> {
  const { definition, bodyId, timeZone = 'UTC' } = scheme;
  const candidates = candidateFacts(facts, bodyId, onDate);
  const clock = () => certifiedOn(candidates, definition.id);
  const { signers } = options;
  const assessment: Assessment = {
    definition,
    facts: candidates,
    onDate,
    bodyId,
    timeZone,
    options: { signers },
    clock,
  };
  const renewal: Renewal = { assessment, options };
  const clauses = [
    education(renewal),
    ...(definition.renewal.also ?? []).map((code) => alsoClause(code, renewal)),
    ...cadence(renewal),
  ];
  return treeOf(scheme, withWaivers(clauses, definition.id, candidates), onDate);
}

function education({ assessment, options }: Renewal): Clause<Message> {
  const rule = continuingEducationRule(assessment, { startsOn: options.termStartsOn }, options.previousTerm);
  const { facts, onDate, definition } = assessment;
  const clause = new HoursBook(() => ({ rules: [rule], choices: [] }), facts, onDate).clause(
    'continuing_education',
    rule.id,
  );
  if (!clause) throw new RangeError('continuing education was not answered');
  const certified = isNew(definition, facts, options.termEndsOn);
  if (!certified) return clause;
  return { ...clause, state: 'waived', reasons: [{ code: 'needed.nothing_newly_certified' }], earliestOn: certified };
}

/** The day of the first grant, where it was so shortly before the term ends that nothing is asked (Nebraska: a year). */
function isNew(
  { id, renewal }: SchemeDefinition,
  facts: CandidateFacts,
  termEndsOn: Temporal.PlainDate | undefined,
): Temporal.PlainDate | undefined {
  const period = renewal.ce.waived_when_certified_less_than;
  const certified = certifiedOn(facts, id);
  if (period === undefined || !certified) return undefined;
  const told = eventsOf(facts, id).flatMap(({ fact: { value } }) =>
    typeof value.expires_on === 'string' ? [value.expires_on] : [],
  );
  const last = told.at(-1);
  const ends = termEndsOn ?? (last === undefined ? undefined : Temporal.PlainDate.from(last));
  return ends && isAfter(certified.add(Temporal.Duration.from(period)), ends) ? certified : undefined;
}

/** A requirement asked again: its evidence has to be of this term. */
function alsoClause(code: string, { assessment, options: { termStartsOn } }: Renewal): Clause<Message> {
  if (code === 'good_standing') return goodStandingClause(assessment);
  if (code === 'no_ethics_violations') return noViolationsClause(assessment, termStartsOn);
  const ofTerm = { ...assessment, facts: since(assessment.facts, termStartsOn) };
  const rule = assessment.definition.prerequisites.find((one) => one.code === code);
  if (!rule) return backgroundCheckClause({ code, any: true }, ofTerm);
  const hours = new HoursBook((kind) => hoursAskedBy([{ rule }], kind, ofTerm), ofTerm.facts, ofTerm.onDate);
  return prerequisiteClause(rule, ofTerm, hours);
}

const BEFORE_TERM: Message = { code: 'not_counted.before_term' };

/** The same facts, those from before the term barred; events of the register and waivers are not tied to a term. */
function since(facts: CandidateFacts, termStartsOn: Temporal.PlainDate): CandidateFacts {
  const first = dayNumber(termStartsOn);
  return new Map(
    [...facts].map(([kind, candidates]) => [
      kind,
      kind === 'credential_event' || kind === 'waiver'
        ? candidates
        : candidates.map((one) => (one.day < first && !one.barred ? { ...one, barred: BEFORE_TERM } : one)),
    ]),
  );
}

function cadence({ assessment, options }: Renewal): Clause<Message>[] {
  const { definition, facts, onDate } = assessment;
  const rule = definition.supervision;
  const ofLast = rule?.cadence?.filter(({ stage }) => stage === lastStage(definition)) ?? [];
  if (!rule || ofLast.length === 0) return [];
  const afterTerm = options.termEndsOn?.add({ days: 1 });
  const ended = afterTerm && isBefore(afterTerm, onDate) ? afterTerm : onDate;
  const bars = countsAsSupervision(rule, assessment);
  return ofLast.map((one) => ({
    ...cadenceClause(one, facts.get('supervision') ?? [], bars, { began: options.termStartsOn, ended, onDate }),
    id: 'supervision_cadence',
  }));
}
