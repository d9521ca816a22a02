import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { projectRoot } from '../../src/config/project-root.js';

const support = join(projectRoot, 'test/support');

/** Two spec files of this text are run by one worker: each expects to be alone, and leaves traces for the other. */
const planted = `
  const { appendFileSync } = require('node:fs');
  const kept = require('./src/kept.js');
  const own = require('./test/own.js');
  const arranging = require('./modules/practice/testing/case.js');

  const found = {
    own: own.marks,
    testing: arranging.marks,
    added: process.env.PLANTED ?? null,
    changed: process.env.CHANGED ?? null,
    removed: process.env.REMOVED ?? null,
    exit: String(process.exit).includes('planted'),
    clock: new Date().getUTCFullYear() === 1999,
  };
  let hooks = 0;
  beforeEach(() => hooks++);
  beforeEach(() => appendFileSync('hooks', 'once\\n'));
  afterAll(() => appendFileSync('ends', 'once\\n'));

  it('is alone', () => {
    expect(found).toEqual({ own: 0, testing: 0, added: null, changed: 'as given', removed: 'as given', exit: false, clock: false });
    expect(hooks).toBe(1);
  });
  it('means the same Array, Date and Error as the modules that are kept', () => {
    expect([kept.list instanceof Array, kept.date instanceof Date, kept.error instanceof Error]).toEqual([true, true, true]);
    appendFileSync('loads', String(kept.loads()) + '\\n');
  });
  it('leaves traces', () => {
    own.marks++;
    arranging.marks++;
    process.env.PLANTED = 'yes';
    process.env.CHANGED = 'otherwise';
    delete process.env.REMOVED;
    process.exit = function planted() {};
    jest.useFakeTimers({ now: new Date('1999-01-01T12:00:00Z') });
  });
`;

describe('spec files that one worker runs after each other', () => {
  let folder: string;
  let said: string;
  let status: number | null;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'goodstanding-kept-'));
    const write = (name: string, text: string) => {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    };
    write('package.json', '{}');
    write('test/own.js', 'exports.marks = 0;');
    write('modules/practice/testing/case.js', 'exports.marks = 0;');
    write(
      'src/kept.js',
      `require('node:fs').appendFileSync('kept', 'loaded\\n');
       let asked = 0;
       Object.assign(exports, { list: [], date: new Date(0), error: new Error('kept'), loads: () => ++asked });`,
    );
    for (const name of ['first', 'second']) write(`${name}.spec.ts`, planted);
    const config = {
      rootDir: folder,
      testEnvironment: join(support, 'one-context.cjs'),
      runtime: join(support, 'kept-modules.cjs'),
      testMatch: ['<rootDir>/*.spec.ts'],
      transform: {},
      cacheDirectory: join(folder, 'cache'),
    };
    const jest = join(projectRoot, 'node_modules/jest/bin/jest.js');
    const env = { ...process.env, CHANGED: 'as given', REMOVED: 'as given', JEST_WORKER_ID: undefined };
    const words = [jest, '--runInBand', '--watchman=false', '--config', JSON.stringify(config)];
    ({ stderr: said, status } = spawnSync(process.execPath, words, { cwd: folder, env, encoding: 'utf8' }));
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const linesOf = (name: string) => readFileSync(join(folder, name), 'utf8').trim().split('\n');

  it('find nothing of each other: no variables, clock or state of what supports them', () => {
    expect(said).toContain('Tests:       6 passed, 6 total');
    expect(status).toBe(0);
    expect([linesOf('hooks').length, linesOf('ends').length]).toEqual([6, 2]);
  });

  it('share the product’s modules, which are loaded once', () => {
    expect(linesOf('kept')).toEqual(['loaded']);
    expect(linesOf('loads')).toEqual(['1', '2']);
  });
});
