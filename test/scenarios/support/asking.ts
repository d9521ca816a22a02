import { Temporal } from 'temporal-polyfill';
import type { Fact } from '../../../modules/evidence/evidence.public.js';
import type { Clause, Message } from '../../../modules/schemes/domain/eligibility-tree.js';
import { evaluateRenewal, type RenewalOptions } from '../../../modules/schemes/domain/evaluate-renewal.js';
import { evaluate, type EvaluationOptions } from '../../../modules/schemes/domain/evaluate.js';
import { schemeDefinition, type SchemeDefinition } from '../../../modules/schemes/domain/scheme-definition.js';
import { sampleScheme } from './sample-scheme.js';
import { flat } from './scenario.js';

type Written = Record<string, unknown>;

/** A scheme that asks for nothing but what is written here, in the scheme language, over the sample's other parts. */
export function schemeOf(written: Written): SchemeDefinition {
  const nothing = { prerequisites: [], training: null, practice: null, supervision: null, exam: null, unsure: [] };
  return schemeDefinition.parse({ ...sampleScheme(), ...nothing, ...written });
}

/** Asks a scheme about a person's facts on a day, and gives its clauses by id. */
export function asking(
  written: Written,
  facts: readonly Fact[],
  on = '2026-03-01',
  options: EvaluationOptions & { timeZone?: string } = {},
) {
  const scheme = { id: 'version', bodyId: 'body', definition: schemeOf(written), timeZone: options.timeZone };
  return byId(evaluate(scheme, facts, Temporal.PlainDate.from(on), options));
}

/** The same for a renewal. */
export function askingToRenew(
  written: Written,
  facts: readonly Fact[],
  term: { startsOn: string; on: string },
  options: Omit<RenewalOptions, 'termStartsOn'> = {},
) {
  const scheme = { id: 'version', bodyId: 'body', definition: schemeOf(written) };
  const asked = { ...options, termStartsOn: Temporal.PlainDate.from(term.startsOn) };
  return byId(evaluateRenewal(scheme, facts, Temporal.PlainDate.from(term.on), asked));
}

function byId(tree: ReturnType<typeof evaluate>) {
  const clauses = new Map(flat(tree.clauses).map((clause) => [clause.id, clause]));
  const clause = (id: string): Clause<Message> => {
    const found = clauses.get(id);
    if (!found) throw new Error(`no clause ${id} among ${[...clauses.keys()].join(', ')}`);
    return found;
  };
  return {
    tree,
    ids: [...clauses.keys()],
    clause,
    state: (id: string) => clause(id).state,
    earliest: (id?: string) => String((id === undefined ? tree : clause(id)).earliestOn),
    needs: (id: string) => clause(id).reasons.map(({ code }) => code),
    /** Fact id → why it is not counted. */
    reasons: (id: string) =>
      Object.fromEntries(clause(id).notCounted.map(({ ref, reason }) => [ref.factId, reason.code.split('.')[1]])),
  };
}
