import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../../../src/config/project-root.js';
import { DOMAINS, METHODS } from '../domain/lists.js';
import { readWhatCounts } from './read-what-counts.js';

const FILE = 'practice-categories.en.yaml';
const SPANISH = 'practice-categories.es.yaml';
const read = (file: string) => readFileSync(join(projectRoot, 'content', file), 'utf8');

/** What is said of the files with this change to one of them. */
function said(change: (text: string) => string, changed = FILE): string {
  const dir = mkdtempSync(join(tmpdir(), 'what-counts-'));
  try {
    for (const file of [FILE, SPANISH])
      writeFileSync(join(dir, file), file === changed ? change(read(file)) : read(file));
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
    const { methods, domains, pairs } = readWhatCounts(join(projectRoot, 'content')).en;
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

  it('has every example in Spanish, or tells the line where one is missing', () => {
    const { en, es } = readWhatCounts(join(projectRoot, 'content'));
    const linesOf = ({ general, pairs }: typeof en) =>
      [general, ...pairs].flatMap(({ counts, does_not_count }) => [...counts, ...does_not_count]);
    expect(linesOf(es)).toHaveLength(linesOf(en).length);
    expect(linesOf(es).filter((line) => linesOf(en).includes(line))).toEqual([]);
    const without = (line: string) => (text: string) => text.replace(`${line}\n`, '');
    expect(said(without('      - Lee a solas su código de ética.'), SPANISH)).toMatch(
      /^practice-categories\.es\.yaml:\d+ 2 lines stand here in English, and 1 here/,
    );
    expect(said(without('review: draft'), SPANISH)).toContain('review is missing');
    expect(said((text) => text.replace('language: es', 'language: en'), SPANISH)).toContain(
      'the language is en, and the name of the file says es',
    );
  });
});
