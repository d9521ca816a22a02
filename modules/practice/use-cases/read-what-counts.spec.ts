import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../../../src/config/project-root.js';
import { DOMAINS, METHODS } from '../domain/lists.js';
import { readWhatCounts } from './read-what-counts.js';

const FILE = 'practice-categories.en.yaml';
const shipped = readFileSync(join(projectRoot, 'content', FILE), 'utf8');

/** What is said of the file with this change. */
function said(change: (text: string) => string): string {
  const dir = mkdtempSync(join(tmpdir(), 'what-counts-'));
  try {
    writeFileSync(join(dir, FILE), change(shipped));
    readWhatCounts(dir);
    return 'nothing';
  } catch (error) {
    return (error as Error).message;
  } finally {
    rmSync(dir, { recursive: true });
  }
}

describe('what counts as practice', () => {
  it('has examples for each way of giving support that the log knows, in each of its domains', () => {
    const { methods, domains, pairs } = readWhatCounts(join(projectRoot, 'content'));
    const support = METHODS.filter(({ value }) => !/supervision|observed/.test(value));
    expect(Object.entries(methods)).toEqual(support.map(({ value, label }) => [value, label]));
    expect(Object.entries(domains)).toEqual(DOMAINS.map(({ value, label }) => [value, label]));
    expect(pairs).toHaveLength(support.length * DOMAINS.length);
  });

  it('is told with its line where the file has a slip', () => {
    expect(said((text) => text)).toBe('nothing');
    expect(said((text) => text.replace('does_not_count:', 'doesnt_count:'))).toMatch(
      /^practice-categories\.en\.yaml:\d+ /,
    );
    expect(said((text) => text.replace('  - method: one_to_one\n', '  - method: telepathy\n'))).toMatch(/:\d+ /);
    expect(said((text) => text.replace('    domain: advocacy\n', '    domain: ethical_responsibility\n'))).toContain(
      'each method needs its examples in each domain, once',
    );
  });
});
