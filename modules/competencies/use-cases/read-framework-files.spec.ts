import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readFrameworkFiles } from './read-framework-files.js';

describe('the framework files', () => {
  let dir: string;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'frameworks-'));
    cpSync('content/frameworks', join(dir, 'frameworks'), { recursive: true });
  });
  afterEach(() => rmSync(dir, { recursive: true }));

  const edit = (name: string, from: string, to: string) => {
    const path = join(dir, 'frameworks', name);
    const text = readFileSync(path, 'utf8');
    expect(text).toContain(from);
    writeFileSync(path, text.replace(from, to));
  };

  it('as they ship are read without a fault', () => {
    const { faults, frameworks, competencies } = readFrameworkFiles('content');
    expect(faults).toEqual([]);
    const core = frameworks.find(({ code }) => code === 'samhsa-core-competencies');
    expect(core?.principles).toHaveLength(5);
    expect(core?.categories).toHaveLength(12);
    expect(core?.categories.flatMap(({ statements }) => statements)).toHaveLength(62);
    expect(competencies.find(({ code }) => code === 'rop-5')?.awaiting).toContain('community reviewers');
  });

  it('with a mistyped key tell file, line and key', () => {
    edit('six-dimensions.yaml', 'principles: []', 'principels: []');
    const { faults } = readFrameworkFiles(dir);
    expect(faults).toContainEqual({
      file: 'frameworks/six-dimensions.yaml',
      line: 10,
      reason: '"principels" is not a key of this file',
    });
  });

  it('with a statement under the wrong category tell where it stands', () => {
    edit('six-dimensions.yaml', 'code: rop-1.2', 'code: rop-2.9');
    expect(readFrameworkFiles(dir).faults[0]).toMatchObject({
      line: 17,
      reason: expect.stringContaining('the code rop-2.9 does not begin with rop-1.'),
    });
  });

  it('whose map leaves a category out are refused', () => {
    edit('map.yaml', '  - { competency: core-12,', '  - { competency: core-11,');
    expect(readFrameworkFiles(dir).faults).toContainEqual(
      expect.objectContaining({ file: 'frameworks/map.yaml', reason: 'the category core-12 has no row in the map' }),
    );
  });

  it('whose map names a topic without a title are refused', () => {
    edit('map.yaml', 'core-12, training: [ethical_responsibility]', 'core-12, training: [ethics_and_all]');
    expect(readFrameworkFiles(dir).faults).toContainEqual(
      expect.objectContaining({ reason: expect.stringContaining('ethics_and_all is not among the titles above') }),
    );
  });

  it('with a statement whose English changed tell that its Spanish is to be written anew', () => {
    edit('six-dimensions.yaml', 'text: Looks for strengths and names them', 'text: Looks for strengths');
    const { faults } = readFrameworkFiles(dir);
    const file = 'frameworks/translations/titles.es.yaml';
    expect(faults).toEqual([
      { file, line: expect.any(Number), reason: '“Looks for strengths” has no wording' },
      { file, line: lineOf('Looks for strengths and names them'), reason: expect.stringMatching(/any more$/) },
    ]);
  });

  const lineOf = (text: string) => {
    const lines = readFileSync(join(dir, 'frameworks/translations/titles.es.yaml'), 'utf8').split('\n');
    return lines.findIndex((line) => line.includes(text)) + 1;
  };
});
