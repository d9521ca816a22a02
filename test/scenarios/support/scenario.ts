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
  value: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
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

/** The tree as one list: each whole, then its parts. */
export function flat<W>(clauses: readonly Clause<W>[]): Clause<W>[] {
  return clauses.flatMap((clause) => [clause, ...flat(clause.children)]);
}

export function inShort({ code, values = {} }: Message): string {
  return [code, ...Object.entries(values).map(([name, value]) => `${name}=${value}`)].join(' ');
}
