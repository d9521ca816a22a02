import type { Temporal } from 'temporal-polyfill';
import type { Fact } from '../../evidence/evidence.public.js';
import type { EvaluatedScheme, EvaluationOptions } from './clauses/assessment.js';
import { candidateFacts } from './clauses/candidate-facts.js';
import { StageRules } from './clauses/stage-rules.js';
import { latestOf } from './clauses/earliest.js';
import { isSatisfied, withWaivers } from './clauses/waiver.js';
import type { Clause, EligibilityTree, Message } from './eligibility-tree.js';
import { firstStage } from './stages.js';

export type { EvaluatedScheme, EvaluationOptions } from './clauses/assessment.js';

/**
 * Holds a person's evidence against a scheme. Pure: the same facts, in any order, give the same tree.
 *
 * @param facts effective facts of one person (evidence's `effectiveFacts`), as known at the instant of interest
 * @param onDate the day of the question, in the body's zone; later facts are shown but not counted
 * @throws RangeError for a stage, an endorsement or a reciprocity that the scheme does not have
 */
export function evaluate(
  scheme: EvaluatedScheme,
  facts: readonly Fact[],
  onDate: Temporal.PlainDate,
  options: EvaluationOptions = {},
): EligibilityTree<Message> {
  const { definition } = scheme;
  const { stage = firstStage(definition), endorsements = [] } = options;
  const stages: readonly string[] = definition.credential.stages.map(({ code }) => code);
  if (!stages.includes(stage)) throw new RangeError(`${definition.id} has no stage ${stage}`);
  const known: readonly string[] = definition.endorsements.map((one) => (typeof one === 'string' ? one : one.code));
  const unknown = endorsements.find((code) => !known.includes(code));
  if (unknown !== undefined) throw new RangeError(`${definition.id} has no endorsement ${unknown}`);

  if (options.route === 'reciprocity' && definition.reciprocity.requires.length === 0) {
    throw new RangeError(`${definition.id} takes nobody in by reciprocity`);
  }

  const candidates = candidateFacts(facts, scheme.bodyId, onDate);
  const clauses = new StageRules(scheme, candidates, onDate, { ...options, stage }).clauses();
  return treeOf(scheme, withWaivers(clauses, definition.id, candidates), onDate);
}

/**
 * Puts clauses into a tree: met when all of them are.
 * `earliestOn` is the latest of their earliest days, `onDate` where none names one, null where one of them cannot say.
 */
export function treeOf(
  scheme: EvaluatedScheme,
  clauses: readonly Clause<Message>[],
  onDate: Temporal.PlainDate,
): EligibilityTree<Message> {
  const earliestOn = latestOf(clauses.map((clause) => clause.earliestOn));
  return {
    met: clauses.every(isSatisfied),
    onDate,
    schemeVersionId: scheme.id,
    earliestOn: earliestOn === undefined ? onDate : earliestOn,
    clauses,
  };
}
