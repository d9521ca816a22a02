import { readFileSync } from 'node:fs';
import { Temporal } from 'temporal-polyfill';
import { parse } from 'yaml';
import { z } from 'zod';
import { effectiveFacts } from '../../../modules/evidence/domain/effective-facts.js';
import { FACT_KINDS, VOUCHING_METHODS, type Fact } from '../../../modules/evidence/domain/fact.js';
import type { Clause, EligibilityTree, Message } from '../../../modules/schemes/domain/eligibility-tree.js';
import { evaluateRenewal } from '../../../modules/schemes/domain/evaluate-renewal.js';
import { evaluate } from '../../../modules/schemes/domain/evaluate.js';
import type { SchemeDefinition } from '../../../modules/schemes/domain/scheme-definition.js';
import { fact } from './facts.js';

const evidence = z.strictObject({
  id: z.string(),
  kind: z.enum(FACT_KINDS),
  on: z.string(),
  code: z.string().optional(),
  hours: z.number().optional(),
  topics: z.record(z.string(), z.number()).optional(),
  value: z.record(z.string(), z.json()).optional(),
  signer: z.string().optional(),
  by: z.enum(VOUCHING_METHODS).nullable().optional(),
  body: z.string().optional(),
  recorded: z.string().optional(),
  corrects: z.string().optional(),
});

/** One situation: evidence in; tree and earliest date out. */
const scenario = z.strictObject({
  situation: z.string(),
  on: z.string(),
  known_at: z.string().optional(),
  /** What the question asks for besides: stage, route, endorsements, days of application and admission. */
  stage: z.string().optional(),
  route: z.enum(['standard', 'reciprocity']).optional(),
  endorsements: z.array(z.string()).optional(),
  applied_on: z.string().optional(),
  admitted_on: z.string().optional(),
  /** Where the question is about a renewal: the term that is being renewed, and the one before. */
  renewal: z
    .strictObject({
      term_starts_on: z.string(),
      term_ends_on: z.string().optional(),
      previous_term: z.string().optional(),
    })
    .optional(),
  /** Credential events of those who signed, by their person id. */
  signers: z.record(z.string(), z.array(evidence)).optional(),
  /** The body's zone; UTC where nothing is said. */
  time_zone: z.string().optional(),
  /** Which of the versions in the scheme's file; the first where nothing is said. */
  version: z.string().optional(),
  /** A scenario of the same folder whose evidence this one starts from. */
  starts_from: z.string().optional(),
  without: z.array(z.string()).default([]),
  evidence: z.array(evidence).default([]),
  expect: z.strictObject({
    earliest_on: z.string().nullable(),
    /** Every clause that is still needed, wholes and parts, in the order of the tree: none means met. */
    still_needed: z.array(z.string()),
    waived: z.array(z.string()).default([]),
    /** Clause id → what would meet it, each as `code` or `code name=value …`. */
    needs: z.record(z.string(), z.array(z.string())).default({}),
    /** Fact id → why it is not counted. */
    not_counted: z.record(z.string(), z.string()).default({}),
  }),
});
export type Scenario = z.output<typeof scenario>;

export function readScenario(file: string): Scenario {
  return scenario.parse(parse(readFileSync(file, 'utf8')));
}

/** The tree of a scenario. */
export function answerOf(file: string, schemes: readonly SchemeDefinition[]): EligibilityTree<Message> {
  const given = readScenario(file);
  const definition = schemes.find(({ version }) => given.version === undefined || version === given.version);
  if (!definition) throw new Error(`${file}: there is no version ${given.version}`);
  const scheme = { id: 'version', bodyId: 'body', definition, timeZone: given.time_zone };
  const day = (text: string | undefined) => (text === undefined ? undefined : Temporal.PlainDate.from(text));
  const onDate = Temporal.PlainDate.from(given.on);
  const signers = new Map(Object.entries(given.signers ?? {}).map(([id, events]) => [id, events.map(fact)]));
  const { renewal, stage, route, endorsements } = given;
  if (renewal) {
    const previous = day(renewal.previous_term);
    return evaluateRenewal(scheme, factsOf(file), Temporal.PlainDate.from(renewal.term_starts_on), onDate, {
      signers,
      termEndsOn: day(renewal.term_ends_on),
      ...(previous && { previousTerm: { startsOn: previous } }),
    });
  }
  const days = { appliedOn: day(given.applied_on), admittedOn: day(given.admitted_on) };
  return evaluate(scheme, factsOf(file), onDate, { stage, route, endorsements, signers, ...days });
}

/** The person's evidence as known at the scenario's instant. */
export function factsOf(file: string): Fact[] {
  const { known_at } = readScenario(file);
  return effectiveFacts(allFacts(file), known_at ? Temporal.Instant.from(known_at) : undefined);
}

function allFacts(file: string): Fact[] {
  const { starts_from, without, evidence: added } = readScenario(file);
  const start = starts_from ? allFacts(new URL(`${starts_from}.yaml`, `file://${file}`).pathname) : [];
  const missing = without.filter((id) => !start.some((one) => one.id === id));
  if (missing.length > 0) throw new Error(`${file}: nothing called ${missing.join(', ')} to leave out`);
  return [...start.filter(({ id }) => !without.includes(id)), ...added.map(fact)];
}

/** The tree as one list: each whole, then its parts. Ways that nobody needs, since enough others are gone, are left out. */
export function flat<W>(clauses: readonly Clause<W>[]): Clause<W>[] {
  return clauses.flatMap((clause) => {
    const chosen = clause.choose !== undefined && clause.state !== 'still_needed';
    const children = chosen ? clause.children.filter(({ state }) => state !== 'still_needed') : clause.children;
    return [clause, ...flat(children)];
  });
}

export function inShort({ code, values = {} }: Message): string {
  return [code, ...Object.entries(values).map(([name, value]) => `${name}=${value}`)].join(' ');
}
