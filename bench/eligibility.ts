import { Temporal } from 'temporal-polyfill';
import type { Fact } from '../modules/evidence/evidence.public.js';
import { evaluate } from '../modules/schemes/domain/evaluate.js';
import type { SchemeDefinition } from '../modules/schemes/domain/scheme-definition.js';
import type { BenchLine } from './bench-line.js';
import { shippedSchemes } from './shipped-schemes.js';
import { workingLife } from './working-life.js';

const FACTS = 2_000;
const ROUNDS = 7;
const EVALUATIONS_A_ROUND = 100;
const ON_DATE = Temporal.PlainDate.from('2026-03-01');

/** One stage of a scheme, with a person who has much to show for it. */
interface Case {
  readonly name: string;
  readonly definition: SchemeDefinition;
  readonly stage: string;
  readonly facts: readonly Fact[];
}

/**
 * What one evaluation takes of one core for a person with 2,000 pieces of evidence, against the shipped scheme (and stage) that
 * takes longest: processor time, all threads of the process together, so that whatever else the machine does is not counted.
 */
export function run(): Promise<BenchLine[]> {
  const measured = shippedSchemes()
    .flatMap(casesOf)
    .map((one) => ({ name: one.name, rounds: roundsOf(one) }))
    .sort((a, b) => median(b.rounds) - median(a.rounds));
  const [slowest] = measured;
  if (!slowest) throw new Error('content/schemes holds no scheme');
  const figure = median(slowest.rounds);
  return Promise.resolve([
    {
      name: 'eligibility',
      part: `${FACTS}-facts-${slowest.name}`,
      figure: Math.round(figure * 1000) / 1000,
      unit: 'ms',
      target: 'under 2',
      ok: figure < 2,
      spread: [slowest.rounds[0] ?? NaN, slowest.rounds.at(-1) ?? NaN],
    },
  ]);
}

function casesOf(definition: SchemeDefinition): Case[] {
  const facts = workingLife(FACTS, definition);
  return definition.credential.stages.map(({ code: stage }) => ({
    name: `${definition.id}-${definition.version}-${stage}`,
    definition,
    stage,
    facts,
  }));
}

/** Milliseconds of one evaluation in each round, the shortest first; a first round warms up. */
function roundsOf({ definition, stage, facts }: Case): number[] {
  const scheme = { id: 'bench', bodyId: 'body', definition };
  let clauses = 0;
  const oneRound = () => {
    const start = process.cpuUsage();
    for (let n = 0; n < EVALUATIONS_A_ROUND; n++) clauses += evaluate(scheme, facts, ON_DATE, { stage }).clauses.length;
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000 / EVALUATIONS_A_ROUND;
  };
  oneRound();
  const rounds = Array.from({ length: ROUNDS }, oneRound).sort((a, b) => a - b);
  if (clauses === 0) throw new Error('nothing was evaluated');
  return rounds;
}

function median(rounds: readonly number[]): number {
  return rounds[(ROUNDS - 1) / 2] ?? NaN;
}
