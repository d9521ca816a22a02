import { Temporal } from 'temporal-polyfill';
import { compare } from '../modules/schemes/domain/comparison.js';
import type { BenchLine } from './bench-line.js';
import { shippedSchemes } from './shipped-schemes.js';
import { workingLife } from './working-life.js';

const FACTS = 200;
const SCHEMES = 20;
const ROUNDS = 7;
const QUESTIONS_A_ROUND = 50;

/** What one "what if" takes of one core: 200 pieces of evidence held against 20 schemes, those of content/ again and again. */
export function run(): Promise<BenchLine[]> {
  const definitions = shippedSchemes();
  const schemes = Array.from({ length: SCHEMES }, (_, index) => {
    const definition = definitions[index % definitions.length];
    if (!definition) throw new Error('content/schemes holds no scheme');
    return { id: `bench-${index}`, bodyId: 'body', definition };
  });
  const facts = definitions
    .flatMap((definition) => workingLife(Math.ceil(FACTS / definitions.length), definition))
    .slice(0, FACTS);
  const onDate = Temporal.PlainDate.from('2026-03-01');

  let clauses = 0;
  const oneRound = () => {
    const start = process.cpuUsage();
    for (let n = 0; n < QUESTIONS_A_ROUND; n++)
      for (const scheme of schemes) clauses += compare(scheme, facts, onDate).of;
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000 / QUESTIONS_A_ROUND;
  };
  oneRound();
  const rounds = Array.from({ length: ROUNDS }, oneRound).sort((a, b) => a - b);
  if (clauses === 0) throw new Error('nothing was evaluated');
  const [lowest = NaN, median = NaN, highest = NaN] = [0, (ROUNDS - 1) / 2, ROUNDS - 1].map((at) => rounds[at]);
  return Promise.resolve([
    {
      name: 'what-if',
      part: `${FACTS}-facts-${SCHEMES}-schemes`,
      figure: Math.round(median * 100) / 100,
      unit: 'ms',
      target: 'under 20',
      ok: median < 20,
      spread: [lowest, highest],
    },
  ]);
}
