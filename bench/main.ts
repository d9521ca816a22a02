import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../src/config/project-root.js';
import { findBinaries } from '../src/platform/database/embedded/binaries.js';
import type { BenchLine } from './bench-line.js';

interface Benchmark {
  run(): Promise<BenchLine[]>;
}

const benchmarks: Record<string, () => Promise<Benchmark>> = {
  verification: () => import('./verification.js'),
  autosave: () => import('./autosave.js'),
  certificates: () => import('./certificates.js'),
  eligibility: () => import('./eligibility.js'),
  'what-if': () => import('./what-if.js'),
  'impact-preview': () => import('./impact-preview.js'),
  'item-statistics': () => import('./item-statistics.js'),
  'exam-form': () => import('./exam-form.js'),
  'sittings-under-kills': () => import('./sittings-under-kills.js'),
};

/** Measures the named benchmarks, or all of them, and writes bench/results.json. @returns whether every part met its target */
async function main(names: string[]): Promise<boolean> {
  const unknown = names.filter((name) => !(name in benchmarks));
  if (unknown.length > 0) {
    console.error(`There is no benchmark ${unknown.join(', ')}. Known: ${Object.keys(benchmarks).join(', ')}`);
    return false;
  }
  const machine = describeMachine();
  console.log(Object.values(machine).join(' · '));
  const lines: BenchLine[] = [];
  for (const name of names.length > 0 ? names : Object.keys(benchmarks)) {
    for (const line of await measure(name)) {
      lines.push(line);
      console.log(inWords(line));
    }
  }
  const results = { machine, measuredAt: new Date().toISOString(), lines };
  writeFileSync(join(projectRoot, 'bench/results.json'), `${JSON.stringify(results, null, 2)}\n`);
  return lines.every(({ ok }) => ok);
}

/** A benchmark that stops half-way is a part that was not measured: told, and short. */
async function measure(name: string): Promise<BenchLine[]> {
  try {
    const benchmark = await benchmarks[name]?.();
    return (await benchmark?.run()) ?? [];
  } catch (error) {
    console.error(error);
    return [{ name, part: 'all', figure: 0, unit: 'not measured', target: 'to be measured', ok: false }];
  }
}

function inWords({ name, part, figure, unit, target, ok, spread }: BenchLine): string {
  const between = spread ? `, ${spread[0]} to ${spread[1]}` : '';
  return `${name}/${part}: ${figure} ${unit} (target ${target}${between}) ${ok ? 'ok' : '… short'}`;
}

function describeMachine() {
  const { postgres } = findBinaries(import.meta.url);
  const version = spawnSync(postgres, ['--version'], { encoding: 'utf8' }).stdout.trim();
  return {
    cpu: cpus()[0]?.model.trim() ?? 'unknown processor',
    cores: `${cpus().length} cores`,
    memory: `${Math.round(totalmem() / 2 ** 30)} GiB`,
    node: `Node ${process.version}`,
    postgres: version.replace('postgres (PostgreSQL)', 'PostgreSQL'),
  };
}

process.exitCode = (await main(process.argv.slice(2))) ? 0 : 1;
