import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { parse } from 'yaml';
import { compare } from '../modules/schemes/domain/comparison.js';
import { schemeFile, type SchemeDefinition } from '../modules/schemes/domain/scheme-definition.js';
import { projectRoot } from '../src/config/project-root.js';
import type { BenchLine } from './bench-line.js';
import { factAt } from './eligibility.js';

const FACTS = 200;
const SCHEMES = 20;
const ROUNDS = 7;
const QUESTIONS_A_ROUND = 50;

/** What one "what if" takes of one core: 200 pieces of evidence held against 20 schemes, those of content/ again and again. */
export function run(): Promise<BenchLine[]> {
  const definitions = readAll();
  const schemes = Array.from({ length: SCHEMES }, (_, index) => {
    const definition = definitions[index % definitions.length];
    if (!definition) throw new Error('content/schemes holds no scheme');
    return { id: `bench-${index}`, bodyId: 'body', definition };
  });
  const domains = definitions.flatMap(({ practice, training }) =>
    [...(practice?.buckets ?? []), ...(training?.buckets ?? [])].map(({ domain }) => domain),
  );
  const facts = Array.from({ length: FACTS }, (_, index) => factAt(index, domains));
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

function readAll(): SchemeDefinition[] {
  const folder = join(projectRoot, 'content/schemes');
  const notSchemes = new Set(['publications.yaml', 'sources.yaml', 'wording.en.yaml']);
  return readdirSync(folder)
    .filter((file) => file.endsWith('.yaml') && !notSchemes.has(file))
    .flatMap((file) => schemeFile.parse(parse(readFileSync(join(folder, file), 'utf8'))).schemes);
}
