import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { parse } from 'yaml';
import type { Fact, FactKind } from '../modules/evidence/evidence.public.js';
import { evaluate } from '../modules/schemes/domain/evaluate.js';
import { schemeFile } from '../modules/schemes/domain/scheme-definition.js';
import { projectRoot } from '../src/config/project-root.js';
import type { BenchLine } from './bench-line.js';

const FACTS = 2_000;
const ROUNDS = 7;
const EVALUATIONS_A_ROUND = 200;

/**
 * What one evaluation takes of one core for a person with 2,000 pieces of evidence: processor time, all threads of the process
 * together, so that whatever else the machine does is not counted.
 */
export async function run(): Promise<BenchLine[]> {
  const content = readFileSync(join(projectRoot, 'content/schemes/icrc-pr.yaml'), 'utf8');
  const definition = schemeFile.parse(parse(content)).schemes[0];
  const scheme = { id: 'bench', bodyId: 'body', definition };
  const domains = (definition.practice?.buckets ?? []).map(({ domain }) => domain);
  const facts = Array.from({ length: FACTS }, (_, index) => factAt(index, domains));
  const onDate = Temporal.PlainDate.from('2026-03-01');

  let clauses = 0;
  const oneRound = () => {
    const start = process.cpuUsage();
    for (let n = 0; n < EVALUATIONS_A_ROUND; n++) clauses += evaluate(scheme, facts, onDate).clauses.length;
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000 / EVALUATIONS_A_ROUND;
  };
  oneRound();
  const rounds = Array.from({ length: ROUNDS }, oneRound).sort((a, b) => a - b);
  if (clauses === 0) throw new Error('nothing was evaluated');
  const [lowest = NaN, median = NaN, highest = NaN] = [0, (ROUNDS - 1) / 2, ROUNDS - 1].map((at) => rounds[at]);
  return [
    {
      name: 'eligibility',
      part: `${FACTS}-facts`,
      figure: Math.round(median * 1000) / 1000,
      unit: 'ms',
      target: 'under 2',
      ok: median < 2,
      spread: [lowest, highest],
    },
  ];
}

/** A working life of evidence: mostly single days of practice, out of order as they would come from several modules. */
export function factAt(index: number, domains: readonly string[]): Fact {
  const kinds: readonly FactKind[] = [
    'practice',
    'practice',
    'practice',
    'supervision',
    'training',
    'continuing_education',
  ];
  const kind = kinds[index % kinds.length] ?? 'practice';
  const topics = [0, 1].map((step) => domains[(index + step) % domains.length] ?? '');
  const day = Temporal.PlainDate.from('2020-03-01').add({ days: (index * 7919) % 2000 });
  return {
    id: `fact-${index}`,
    personId: 'person',
    bodyId: null,
    kind,
    code: kind === 'practice' ? 'paid' : null,
    topics: topics.map((topic) => ({ topic, minutes: 75 })),
    minutes: 150,
    value: kind === 'supervision' ? { supervisor_qualification: 'employer_designated_per_job_description' } : {},
    occurredOn: day,
    recordedAt: day.toZonedDateTime('UTC').toInstant(),
    vouchedBy: { method: kind === 'practice' || kind === 'supervision' ? 'supervisor-signature' : 'reviewer' },
    corrects: null,
    source: { module: 'practice', id: `entry-${index}` },
  };
}
