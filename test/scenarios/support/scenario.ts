import { readFileSync } from 'node:fs';
import { Temporal } from 'temporal-polyfill';
import { parse } from 'yaml';
import { z } from 'zod';
import { effectiveFacts } from '../../../modules/evidence/domain/effective-facts.js';
import { FACT_KINDS, VOUCHING_METHODS, type Fact } from '../../../modules/evidence/domain/fact.js';
import type { Clause, Message } from '../../../modules/schemes/domain/eligibility-tree.js';
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

/** What the scheme answers to a renewal that comes late. */
const lateness = z.strictObject({
  action: z.enum(['renew_late', 'reinstate', 'reapply']),
  /** What the public is told of the credential on the day; null where the board does not say. */
  publicly: z.literal('expired').nullable(),
  fee: z.number().nullable(),
  starts_on: z.string(),
  ends_on: z.string().nullable(),
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
      /** The version of the grant, where it is not the one of the day. */
      granted_under: z.string().optional(),
    })
    .optional(),
  /** Where the situation is about a term that was granted: its stage, the days it is counted from, and which one it is. */
  granted: z
    .strictObject({
      decided_on: z.string(),
      stage: z.string().optional(),
      exam_passed_on: z.string().optional(),
      n: z.int().positive().default(1),
      extensions: z.int().min(0).default(0),
    })
    .optional(),
  /** Credential events of those who signed, by their person id; those of `starts_from` where nothing is said. */
  signers: z.record(z.string(), z.array(evidence)).optional(),
  /** The body's zone; UTC where nothing is said. */
  time_zone: z.string().optional(),
  /** A scenario of the same folder whose evidence this one starts from. */
  starts_from: z.string().optional(),
  without: z.array(z.string()).default([]),
  evidence: z.array(evidence).default([]),
  expect: z.strictObject({
    earliest_on: z.string().nullable(),
    /** Every clause that is still needed, wholes and parts, in the order of the tree: none means met. */
    still_needed: z.array(z.string()),
    waived: z.array(z.string()).default([]),
    /** Where it is not told by `still_needed`: a waived whole keeps parts that are not there. */
    met: z.boolean().optional(),
    /** Clause id → what it has: hours, or the unit of the clause. */
    have: z.record(z.string(), z.number()).default({}),
    /** Clause id → what would meet it, each as `code` or `code name=value …`. */
    needs: z.record(z.string(), z.array(z.string())).default({}),
    /** Fact id → why it is not counted. */
    not_counted: z.record(z.string(), z.string()).default({}),
    /** Null: the renewal is not late. */
    late: lateness.nullable().optional(),
    /** The last valid day of what was granted. */
    valid_through: z.string().optional(),
  }),
});
export type Scenario = z.output<typeof scenario>;

export function readScenario(file: string): Scenario {
  return scenario.parse(parse(readFileSync(file, 'utf8')));
}

/** The person's evidence as known at the scenario's instant. */
export function factsOf(file: string): Fact[] {
  return asKnown(file, allFacts(file));
}

/** The evidence of those who signed, as known at the scenario's instant. */
export function signersOf(file: string): Map<string, Fact[]> {
  const facts = Object.entries(allSigners(file)).map(([id, given]) => [id, asKnown(file, given.map(fact))] as const);
  return new Map(facts);
}

function asKnown(file: string, facts: readonly Fact[]): Fact[] {
  const { known_at } = readScenario(file);
  return effectiveFacts(facts, known_at ? Temporal.Instant.from(known_at) : undefined);
}

function allFacts(file: string): Fact[] {
  const { starts_from, without, evidence: added } = readScenario(file);
  const start = starts_from ? allFacts(beside(file, starts_from)) : [];
  const missing = without.filter((id) => !start.some((one) => one.id === id));
  if (missing.length > 0) throw new Error(`${file}: nothing called ${missing.join(', ')} to leave out`);
  return [...start.filter(({ id }) => !without.includes(id)), ...added.map(fact)];
}

function allSigners(file: string): NonNullable<Scenario['signers']> {
  const { starts_from, signers } = readScenario(file);
  return signers ?? (starts_from ? allSigners(beside(file, starts_from)) : {});
}

function beside(file: string, name: string): string {
  return new URL(`${name}.yaml`, `file://${file}`).pathname;
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
