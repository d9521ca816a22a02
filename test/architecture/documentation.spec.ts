import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { projectRoot } from '../../src/config/project-root.js';
import { readSources } from '../support/sources.js';

const FOLDERS = ['src', 'modules', 'migrations', 'content', 'docs', 'test', 'scripts', 'bench'];
/** Parts of a module: a text of the module names them from there. */
const LAYERS = ['domain', 'use-cases', 'persistence', 'http', 'jobs', 'cli', 'photos', 'testing'];
/** Addresses that are no routes of ours, or are there to show a form. */
const OTHER_ADDRESSES = ['/docs', '/openapi.json', '/api/v1/nouns'];
/** `_name.hbs` shows a form. */
const EXAMPLES = ['_name.hbs'];
/** Half a page of a wide screen; what needs more stands beside the code it is about, or in docs/. */
const MOST_WORDS = 1100;

const read = (path: string) => readFileSync(join(projectRoot, path), 'utf8');
const files = [
  ...readdirSync(projectRoot),
  ...FOLDERS.flatMap((folder) =>
    readdirSync(join(projectRoot, folder), { recursive: true, withFileTypes: true }).map((entry) =>
      relative(projectRoot, join(entry.parentPath, entry.name)),
    ),
  ),
];
const texts = files
  .filter((path) => path === 'README.md' || path.endsWith('/README.md') || /^docs\/.*\.md$/.test(path))
  .map((path) => ({ path, text: read(path) }));

/** What stands between backticks, outside of blocks, as "file: word". */
function words(fits: (word: string) => boolean): { path: string; word: string }[] {
  return texts.flatMap(({ path, text }) =>
    [...text.replace(/^```[\s\S]*?^```$/gm, '').matchAll(/`([^`\n]+)`/g)]
      .map(([, word = '']) => ({ path, word }))
      .filter(({ word }) => fits(word)),
  );
}
const told = ({ path, word }: { path: string; word: string }) => `${path}: ${word}`;

describe('the documentation', () => {
  it('names only files that are there', () => {
    const named = words((word) => /^[\w.@*<>/-]+\.(?:ts|mjs|cjs|js|md|yaml|hbs|json|typ)$/.test(word));
    expect(named.length).toBeGreaterThan(100);
    const isThere = (word: string) => {
      const pattern = word.replaceAll('.', String.raw`\.`).replaceAll(/\*|<[^>]+>/g, '[^/]*');
      return files.some((file) => new RegExp(`(?:^|/)${pattern}$`).test(file));
    };
    const isEnding = (word: string) => /^(?:\.\w+)+$/.test(word);
    const isAddress = (word: string) => word.startsWith('/') || EXAMPLES.includes(word);
    expect(named.filter(({ word }) => !isEnding(word) && !isAddress(word) && !isThere(word)).map(told)).toEqual([]);
  });

  it('names only folders that are there, and leads only to pages that are there', () => {
    const folders = words((word) => /^[\w-]+(?:\/[\w-]+)+$/.test(word)).filter(({ word }) => {
      const [first = ''] = word.split('/');
      if (FOLDERS.includes(first)) return !files.some((file) => file === word || file.startsWith(`${word}.`));
      return LAYERS.includes(first) && !files.some((file) => file.endsWith(`/${word}`));
    });
    expect(folders.map(told)).toEqual([]);
    const links = texts.flatMap(({ path, text }) =>
      [...text.matchAll(/\]\((?!https?:)([^)#]+)[^)]*\)/g)].map(([, word = '']) => ({ path, word })),
    );
    expect(links.length).toBeGreaterThan(10);
    const broken = links.filter(({ path, word }) => !existsSync(join(projectRoot, dirname(path), word)));
    // In texts to be copied: a link between lessons, as authors write it.
    expect(broken.filter(({ word }) => word !== 'lesson:CODE').map(told)).toEqual([]);
  });

  it('is named rightly by the comments of the code, as other files are', () => {
    const inComment =
      /^\s*(?:\/?\*|\/\/).*?\b((?:src|modules|content|docs|test|migrations)\/[\w./-]+\.(?:ts|md|ya?ml|hbs))\b/gm;
    const named = readSources().flatMap(({ path, text }) =>
      [...text.matchAll(inComment)].map(([, word = '']) => ({ path, word })),
    );
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter(({ word }) => !files.includes(word)).map(told)).toEqual([]);
  });

  it('names only addresses that the product has', () => {
    const routes = files
      .filter((file) => file.startsWith('test/architecture/access/'))
      .flatMap((file) => [...read(file).matchAll(/'(?:GET|POST|PUT|DELETE|PATCH) (\/[^']*)'/g)])
      .map(([, path = '']) => path.split('/'));
    expect(routes.length).toBeGreaterThan(500);
    const addresses = words((word) => /^(?:[A-Z]+ )?\/[\w/:.…-]*(?:\?[^ ]*)?$/.test(word));
    const unknown = addresses.filter(({ word }) => {
      const address = word.replace(/^[A-Z]+ /, '').replace(/\?.*$/, '');
      const parts = address.replace(/\/…$/, '').split('/');
      const leads = (route: string[]) => parts.every((part, at) => route[at] === part || route[at]?.startsWith(':'));
      return address !== '/' && !OTHER_ADDRESSES.includes(address) && !routes.some(leads);
    });
    expect(unknown.map(told)).toEqual([]);
  });

  it('draws only moves between states that the tables of moves have', () => {
    const moves = files
      .filter((file) => /^migrations\/\d.*\.ts$/.test(file))
      .flatMap((file) => read(file).match(/insert into \w+_move\b[^;]*/g) ?? [])
      .flatMap((insert) => [...insert.matchAll(/\('(\w+)', '(\w+)', '(\w+)'\)/g)])
      .map(([, ...move]) => move.toSorted().join(' '));
    expect(moves.length).toBeGreaterThan(80);
    const drawn = texts
      .filter(({ text }) => text.includes('_move'))
      .flatMap(({ path, text }) =>
        [...text.matchAll(/^ +(\w+) --> (\w+): (.+)$/gm)].flatMap(([, from = '', to = '', label = '']) => {
          const names = label.replaceAll(/\([^)]*\)/g, '').split(/[,·]/);
          return names.map((name) => ({ path, word: [name.trim(), from, to].join(' ') }));
        }),
      );
    expect(drawn.length).toBeGreaterThan(50);
    expect(drawn.filter(({ word }) => !moves.includes(word.split(' ').toSorted().join(' '))).map(told)).toEqual([]);
  });

  it('tells every setting of the environment, and none that nobody reads', () => {
    const settings = [...read('src/config/config.ts').matchAll(/^ +([A-Z_]{2,}):/gm)].map(([, name = '']) => name);
    const rows = read('docs/operating.md').match(/^\| `[A-Z_`, ]+ \|/gm) ?? [];
    const documented = rows.flatMap((row) => row.match(/[A-Z_]{2,}/g) ?? []);
    expect(settings.length).toBeGreaterThan(15);
    expect(documented.toSorted()).toEqual([...new Set(settings), 'OWNER_DATABASE_URL'].toSorted());
  });

  it('has an example of everything that compose.yaml cannot do without', () => {
    const asked = [...read('compose.yaml').matchAll(/\$\{([A-Z_]+):\?/g)].map(([, name = '']) => name);
    const given = [...read('.env.example').matchAll(/^([A-Z_]+)=/gm)].map(([, name = '']) => name);
    expect(given.toSorted()).toEqual([...new Set(asked)].toSorted());
  });

  it('tells the operator every command, and none that is not there', () => {
    const commands = files
      .filter((file) => /^(?:src\/cli|modules\/[^/]+\/cli)\/[^/]+\.commands?\.ts$/.test(file))
      .flatMap((file) => [...read(file).matchAll(/^ +name: '([^']+)',$/gm)].map(([, name = '']) => name));
    expect(commands.length).toBeGreaterThan(15);
    const operating = read('docs/operating.md');
    expect(commands.filter((name) => !operating.includes(name))).toEqual([]);
    const named = texts.flatMap(({ path, text }) =>
      [...text.matchAll(/npm run cli -- ([a-z][\w:-]*(?: [a-z]+)?)/g)].map(([, word = '']) => ({ path, word })),
    );
    expect(named.filter(({ word }) => !commands.some((name) => `${word} `.startsWith(`${name} `))).map(told)).toEqual(
      [],
    );
  });

  it('names only scripts and benchmarks that are there', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = texts.flatMap(({ path, text }) => {
      const runs = [...text.matchAll(/npm run (?:bench -- )?([a-z][\w:-]*)/g)];
      return runs.map(([all, name = '']) => ({ path, word: all, name, isBenchmark: all.includes('--') }));
    });
    const missing = named.filter(({ name, isBenchmark }) =>
      isBenchmark ? !files.includes(`bench/${name}.ts`) : !(name in scripts),
    );
    expect(named.length).toBeGreaterThan(20);
    expect(missing.map(told)).toEqual([]);
  });

  it('tells the order of the modules as it is checked', () => {
    const [, list = ''] = /const modules = \[([^\]]+)\]/.exec(read('.dependency-cruiser.cjs')) ?? [];
    const checked = [...list.matchAll(/'([^']+)'/g)].map(([, name = '']) => name);
    expect(checked.toSorted()).toEqual(readdirSync(join(projectRoot, 'modules')).toSorted());
    for (const page of ['README.md', 'docs/contributing.md']) {
      const [line = ''] = /people\s+·[\s\S]*?·\s+portal\b/.exec(read(page)) ?? [];
      expect({ page, order: line.split(/\s*·\s*/) }).toEqual({ page, order: checked });
    }
  });

  it('has a short page for every module', () => {
    const modules = readdirSync(join(projectRoot, 'modules')).map((name) => `modules/${name}/README.md`);
    const lengths = modules.map((path) => ({
      path,
      words: existsSync(join(projectRoot, path)) ? read(path).split(/\s+/).length : 0,
    }));
    expect(lengths.filter(({ words: count }) => count === 0 || count > MOST_WORDS)).toEqual([]);
  });
});
