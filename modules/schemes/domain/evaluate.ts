import type { Temporal } from 'temporal-polyfill';
import type { Fact } from '../../evidence/evidence.public.js';
import { candidateFacts, type CandidateFacts } from './clauses/candidate-facts.js';
import { continuingEducationClause } from './clauses/continuing-education.clause.js';
import { declarationClause } from './clauses/declaration.clause.js';
import { documentClause } from './clauses/document.clause.js';
import { latestOf } from './clauses/earliest.js';
import { examClause } from './clauses/exam.clause.js';
import { practiceClause } from './clauses/practice.clause.js';
import { statementClause } from './clauses/statement.clause.js';
import { supervisionClause } from './clauses/supervision.clause.js';
import { trainingClause } from './clauses/training.clause.js';
import { isSatisfied, withWaivers } from './clauses/waiver.js';
import type { Clause, EligibilityTree, Message } from './eligibility-tree.js';
import type { Prerequisite, SchemeDefinition } from './scheme-definition.js';

/** The part of a scheme version that the rules need. */
export interface EvaluatedScheme {
  readonly id: string;
  readonly bodyId: string;
  readonly definition: SchemeDefinition;
}

/**
 * Holds a person's evidence against a scheme. Pure: the same facts, in any order, give the same tree.
 *
 * @param facts effective facts of one person (evidence's `effectiveFacts`), as known at the instant of interest
 * @param onDate the day of the question, in the body's zone; later facts are shown but not counted
 */
export function evaluate(
  scheme: EvaluatedScheme,
  facts: readonly Fact[],
  onDate: Temporal.PlainDate,
): EligibilityTree<Message> {
  const { definition } = scheme;
  const candidates = candidateFacts(facts, scheme.bodyId, onDate);
  const clauses: Clause<Message>[] = definition.prerequisites.map((rule) =>
    prerequisiteClause(rule, candidates, onDate),
  );
  if (definition.training) clauses.push(trainingClause(definition.training, candidates, onDate));
  if (definition.practice) clauses.push(practiceClause(definition.practice, candidates, onDate));
  if (definition.supervision) {
    clauses.push(supervisionClause(definition.supervision, supervisedDomains(definition), candidates, onDate));
  }
  if (definition.exam) clauses.push(examClause(definition.exam, definition.id, candidates, onDate));
  return treeOf(scheme, withWaivers(clauses, definition.id, candidates), onDate);
}

/**
 * What a renewal asks for, held against the continuing education since the term began.
 *
 * @param termStartsOn first day of the term that is being renewed
 */
export function evaluateRenewal(
  scheme: EvaluatedScheme,
  facts: readonly Fact[],
  termStartsOn: Temporal.PlainDate,
  onDate: Temporal.PlainDate,
): EligibilityTree<Message> {
  const candidates = candidateFacts(facts, scheme.bodyId, onDate);
  const clause = continuingEducationClause(scheme.definition.renewal.ce, candidates, termStartsOn, onDate);
  return treeOf(scheme, withWaivers([clause], scheme.definition.id, candidates), onDate);
}

/** The domains supervision has to cover: those of practice, or of training where the scheme asks for no practice. */
export function supervisedDomains({ practice, training }: SchemeDefinition): string[] {
  return (practice ?? training)?.buckets.map(({ domain }) => domain) ?? [];
}

function prerequisiteClause(rule: Prerequisite, facts: CandidateFacts, onDate: Temporal.PlainDate): Clause<Message> {
  switch (rule.kind) {
    case 'attestation':
    case 'signature':
      return statementClause(rule, facts, onDate);
    case 'document':
      return documentClause(rule, facts, onDate);
    case 'declaration':
      return declarationClause(rule, facts, onDate);
    default:
      throw new RangeError(`a requirement of kind ${rule.kind} cannot be evaluated`);
  }
}

function treeOf(
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
