// Who may import whom (docs/contributing.md). Each rule has a planted breach in test/architecture/breaches, which a spec cruises.

/** Each module may import only those before it. */
const modules = [
  'people',
  'organizations',
  'notifications',
  'competencies',
  'evidence',
  'schemes',
  'quizzes',
  'item-bank',
  'courses',
  'cohorts',
  'authoring',
  'practice',
  'case-files',
  'certification',
  'exams',
  'credentials',
  'conduct',
  'renewals',
  'scheme-changes',
  'verification',
  'employers',
  'privacy',
  'portal',
];

const anyOf = (names) => `(${names.join('|')})`;

/** No module reaches one that comes after it in the list. */
const order = modules.slice(0, -1).map((name, index) => ({
  name: `order-${name}`,
  comment: `${name} comes before them: let them listen to its events instead`,
  severity: 'error',
  from: { path: `^modules/${name}/` },
  to: { path: `^modules/${anyOf(modules.slice(index + 1))}/` },
}));

/** One layer of a module, as a folder name. */
const layer = (name) => `^modules/[^/]+/${name}/`;
/** What imports: code, not its specs and not what only specs use. */
const notTests = { pathNot: '(\\.spec\\.ts$|^modules/[^/]+/testing/)' };
/** The module's own files, by the group that `from` found. */
const own = '^modules/$1/';

module.exports = {
  forbidden: [
    ...order,
    {
      name: 'modules-are-listed',
      comment:
        'a new module must be put into the order at the top of .dependency-cruiser.cjs, in README.md and in docs/contributing.md',
      severity: 'error',
      from: { path: '^modules/', pathNot: `^modules/${anyOf(modules)}/` },
      to: {},
    },
    {
      name: 'only-doors',
      comment: 'a module shows only its *.public.ts (and its *.module.ts to other *.module.ts)',
      severity: 'error',
      from: { path: '^modules/([^/]+)/', ...notTests },
      to: {
        path: '^modules/[^/]+/',
        pathNot: [own, '^modules/[^/]+/[^/]+\\.public\\.ts$', '^modules/[^/]+/[^/]+\\.module\\.ts$'],
      },
    },
    {
      name: 'wiring-only-by-wiring',
      comment: 'only *.module.ts and src/*.module.ts name a *.module.ts',
      severity: 'error',
      from: { path: '^modules/', pathNot: '(\\.module\\.ts|\\.spec\\.ts)$' },
      to: { path: '^modules/[^/]+/[^/]+\\.module\\.ts$' },
    },
    {
      name: 'domain-is-pure',
      comment: 'of our code, domain/ knows itself, the kernel, and types from the doors of modules above',
      severity: 'error',
      from: { path: '^modules/([^/]+)/domain/', ...notTests },
      to: {
        path: '^(src|modules|migrations)/',
        pathNot: [`${own}domain/`, '^src/kernel/', '^modules/[^/]+/[^/]+\\.public\\.ts$'],
      },
    },
    {
      name: 'domain-touches-nothing',
      comment:
        'domain/ computes: no framework, no database, no files, no network (libraries that only compute are welcome)',
      severity: 'error',
      from: { path: '^modules/([^/]+)/domain/', ...notTests },
      to: {
        path: [
          'node_modules/(@nestjs|typeorm|pg|bullmq|fastify|@fastify|nodemailer|pino)/',
          '^(node:)?(fs|fs/promises|net|http|https|child_process|worker_threads|os|dns)$',
        ],
      },
    },
    {
      name: 'domain-takes-types-only',
      comment: 'from a neighbour the domain takes types, never code (import type)',
      severity: 'error',
      from: { path: '^modules/([^/]+)/domain/', ...notTests },
      to: { path: '^modules/[^/]+/[^/]+\\.public\\.ts$', pathNot: own, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'use-cases-know-no-edge',
      comment: 'a use case is called by pages, jobs and commands; it knows none of them',
      severity: 'error',
      from: { path: layer('use-cases'), ...notTests },
      to: { path: layer('(http|jobs|cli)') },
    },
    {
      name: 'persistence-only-stores',
      comment: 'persistence knows its own domain and the platform',
      severity: 'error',
      from: { path: '^modules/([^/]+)/persistence/', ...notTests },
      to: { path: '^modules/', pathNot: [`${own}(domain|persistence)/`, `${own}[^/]+\\.errors\\.ts$`] },
    },
    {
      name: 'edges-hold-no-rows',
      comment: 'http, jobs and cli go through use cases, never to rows themselves',
      severity: 'error',
      from: { path: layer('(http|jobs|cli)'), ...notTests },
      to: { path: layer('persistence') },
    },
    {
      name: 'platform-knows-no-business',
      comment: 'only src/{business,app,worker,cli}.module.ts and src/cli.ts may name modules',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/((business|app|worker|cli)\\.module|cli)\\.ts$' },
      to: { path: '^modules/' },
    },
    {
      name: 'kernel-stands-alone',
      // canonicalize and crypto only compute: with them one canonical hash serves the domains, the platform and the invariants
      comment:
        'the kernel is pure: it imports temporal-polyfill, canonicalize and node:crypto (createHash), nothing else',
      severity: 'error',
      from: { path: '^src/kernel/', ...notTests },
      to: { pathNot: ['^src/kernel/', 'node_modules/(temporal-polyfill|canonicalize)/', '^(node:)?crypto$'] },
    },
    {
      name: 'migrations-stand-alone',
      comment: 'a migration must do the same for ever, so it imports none of our code',
      severity: 'error',
      from: { path: '^migrations/' },
      to: { path: '^(src|modules|bench|test)/' },
    },
    {
      name: 'product-without-tests',
      comment: 'the product does not lean on tests or benchmarks',
      severity: 'error',
      from: { path: '^(src|modules)/', ...notTests },
      to: { path: '(^(test|bench)/|^modules/[^/]+/testing/|\\.spec\\.ts$)' },
    },
    {
      name: 'no-cycles',
      comment: 'two files that need each other are one thought: move the shared part out',
      severity: 'error',
      from: { path: '^(src|modules)/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'only-installed-packages',
      comment: 'whatever is imported exists, and its package is named in package.json',
      severity: 'error',
      from: { path: '^(src|modules)/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'unknown', 'undetermined'] },
    },
  ],
  options: {
    tsPreCompilationDeps: true, // see imports of types too, which a rule tells by their `import type`
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|\\.cache|\\.data)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['main', 'types'],
    },
  },
};
