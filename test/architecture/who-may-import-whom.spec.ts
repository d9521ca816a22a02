import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

interface Plant {
  /** The rule that must speak; null for what is allowed. */
  rule: string | null;
  from: string;
  to: string;
  typesOnly?: boolean;
}

/** One import each, from the first file to the second. */
const plants: Plant[] = [
  { rule: 'order-people', from: 'modules/people/use-cases/a.ts', to: 'modules/portal/portal.public.ts' },
  { rule: 'order-quizzes', from: 'modules/quizzes/use-cases/b.ts', to: 'modules/courses/courses.public.ts' },
  {
    rule: 'order-quizzes',
    from: 'modules/quizzes/use-cases/c.ts',
    to: 'modules/courses/courses.public.ts',
    typesOnly: true,
  },
  { rule: null, from: 'modules/courses/use-cases/a.ts', to: 'modules/quizzes/quizzes.public.ts' },
  { rule: 'modules-are-listed', from: 'modules/surprise/surprise.public.ts', to: 'src/kernel/dates.ts' },
  { rule: 'only-doors', from: 'modules/courses/use-cases/b.ts', to: 'modules/quizzes/use-cases/z.ts' },
  {
    rule: 'only-doors',
    from: 'modules/courses/use-cases/c.ts',
    to: 'modules/quizzes/persistence/z.entity.ts',
    typesOnly: true,
  },
  { rule: null, from: 'modules/courses/courses.module.ts', to: 'modules/quizzes/quizzes.module.ts' },
  { rule: 'wiring-only-by-wiring', from: 'modules/courses/use-cases/d.ts', to: 'modules/quizzes/quizzes.module.ts' },
  { rule: 'domain-is-pure', from: 'modules/courses/domain/a.ts', to: 'src/platform/ids/ids.ts' },
  { rule: 'domain-is-pure', from: 'modules/courses/domain/b.ts', to: 'modules/courses/use-cases/z.ts' },
  { rule: null, from: 'modules/courses/domain/c.ts', to: 'src/kernel/dates.ts' },
  { rule: 'domain-touches-nothing', from: 'modules/courses/domain/d.ts', to: '@nestjs/common' },
  { rule: 'domain-touches-nothing', from: 'modules/courses/domain/e.ts', to: 'node:fs' },
  { rule: null, from: 'modules/courses/domain/f.ts', to: 'node:crypto' },
  { rule: 'domain-takes-types-only', from: 'modules/courses/domain/g.ts', to: 'modules/quizzes/quizzes.public.ts' },
  { rule: null, from: 'modules/courses/domain/h.ts', to: 'modules/quizzes/quizzes.public.ts', typesOnly: true },
  { rule: 'use-cases-know-no-edge', from: 'modules/courses/use-cases/e.ts', to: 'modules/courses/http/z.dto.ts' },
  {
    rule: 'persistence-only-stores',
    from: 'modules/courses/persistence/a.ts',
    to: 'modules/quizzes/quizzes.public.ts',
  },
  { rule: 'persistence-only-stores', from: 'modules/courses/persistence/b.ts', to: 'modules/courses/use-cases/z.ts' },
  { rule: 'edges-hold-no-rows', from: 'modules/courses/http/a.ts', to: 'modules/courses/persistence/z.entity.ts' },
  { rule: 'edges-hold-no-rows', from: 'modules/courses/jobs/a.ts', to: 'modules/courses/persistence/z.entity.ts' },
  { rule: null, from: 'modules/courses/http/b.ts', to: 'modules/courses/use-cases/z.ts' },
  { rule: 'platform-knows-no-business', from: 'src/platform/a.ts', to: 'modules/people/people.public.ts' },
  { rule: null, from: 'src/business.module.ts', to: 'modules/people/people.module.ts' },
  { rule: 'kernel-stands-alone', from: 'src/kernel/a.ts', to: 'src/platform/ids/ids.ts' },
  { rule: 'kernel-stands-alone', from: 'src/kernel/b.ts', to: 'pg' },
  { rule: null, from: 'src/kernel/c.ts', to: 'temporal-polyfill' },
  { rule: null, from: 'src/kernel/d.ts', to: 'canonicalize' },
  { rule: null, from: 'src/kernel/e.ts', to: 'node:crypto' },
  { rule: 'kernel-stands-alone', from: 'src/kernel/f.ts', to: 'node:fs' },
  { rule: 'migrations-stand-alone', from: 'migrations/1-a.ts', to: 'src/kernel/dates.ts' },
  { rule: 'product-without-tests', from: 'src/platform/b.ts', to: 'test/support/z.ts' },
  { rule: 'product-without-tests', from: 'modules/courses/use-cases/f.ts', to: 'modules/courses/testing/z.ts' },
  { rule: null, from: 'modules/courses/use-cases/f.spec.ts', to: 'modules/courses/testing/z.ts' },
  { rule: 'no-cycles', from: 'src/platform/round.ts', to: 'src/platform/about.ts' },
  { rule: 'no-cycles', from: 'src/platform/about.ts', to: 'src/platform/round.ts' },
  { rule: 'only-installed-packages', from: 'src/platform/c.ts', to: 'a-package-nobody-named' },
  { rule: 'only-installed-packages', from: 'src/platform/d.ts', to: 'src/platform/gone.ts' },
];

const packages = ['@nestjs/common', 'canonicalize', 'pg', 'temporal-polyfill'];
const isFile = (target: string) => target.includes('.ts');
const upTo = (file: string) => '../'.repeat(file.split('/').length - 1);

function write(root: string, file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}

/** A little product with all of the plants in it. */
function plant(root: string): void {
  for (const { to } of plants) {
    if (isFile(to) && !to.endsWith('gone.ts')) write(root, to, 'export const z = 1;\nexport type Z = number;\n');
  }
  for (const { from, to, typesOnly } of plants) {
    const target = isFile(to) ? `./${upTo(from)}${to.replace(/\.ts$/, '.js')}` : to;
    write(
      root,
      from,
      `import ${typesOnly ? 'type { Z }' : '* as z'} from '${target}';\nexport const used = ${typesOnly ? '(z: Z) => z' : 'z'};\n`,
    );
  }
  const dependencies = Object.fromEntries(packages.map((name) => [name, '*']));
  write(root, 'package.json', JSON.stringify({ name: 'planted', type: 'module', dependencies }));
  write(root, 'tsconfig.json', JSON.stringify({ compilerOptions: { module: 'nodenext', target: 'es2023' } }));
}

interface Found {
  totalCruised: number;
  violations: { rule: string; from: string; to: string }[];
}

function check(root: string): Promise<Found> {
  const program = join(process.cwd(), 'scripts/architecture.mjs');
  return new Promise((done, fail) => {
    execFile(process.execPath, [program, '--json'], { cwd: root }, (error, stdout) => {
      if (stdout) done(JSON.parse(stdout) as Found);
      else fail(error ?? new Error('The check said nothing.'));
    });
  });
}

describe('who may import whom', () => {
  let root: string;
  let found: Found;

  beforeAll(async () => {
    mkdirSync('.cache', { recursive: true });
    root = mkdtempSync(join(process.cwd(), '.cache/architecture-'));
    plant(root);
    found = await check(root);
  }, 60_000);

  afterAll(() => rmSync(root, { recursive: true, force: true }));

  // a cycle is told once, of either of its files
  const concerns = (file: string, v: Found['violations'][number]) =>
    v.from === file || (v.rule === 'no-cycles' && v.to === file);
  const saidOf = (file: string) => found.violations.filter((v) => concerns(file, v)).map((v) => v.rule);

  it.each(plants.filter(({ rule }) => rule !== null))('$rule speaks when $from imports $to', ({ rule, from }) => {
    expect(saidOf(from)).toContain(rule);
  });

  it.each(plants.filter(({ rule }) => rule === null))('nothing speaks when $from imports $to', ({ from }) => {
    expect(saidOf(from)).toEqual([]);
  });

  it('has a planted breach for each kind of rule', async () => {
    const rules: string = '../../.dependency-cruiser.cjs';
    const { forbidden } = (await import(rules)) as {
      forbidden: { name: string }[];
    };
    const kind = (name: string) => name.replace(/^order-.*/, 'order');
    const planted = new Set(plants.map(({ rule }) => kind(rule ?? '')));
    expect(forbidden.map(({ name }) => kind(name)).filter((name) => !planted.has(name))).toEqual([]);
  });
});
