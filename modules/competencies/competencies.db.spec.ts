import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { useApp } from '../../test/support/app.js';
import { businessOf } from '../../test/support/by-person-id.js';
import { CompetenciesModule } from './competencies.module.js';
import { Competencies } from './competencies.public.js';
import { ReadCoverage } from './use-cases/read-coverage.js';

describe('competencies from content', () => {
  const test = useApp({ business: businessOf([CompetenciesModule]) });
  let dir: string;

  beforeAll(async () => {
    await load('content');
  });
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'frameworks-'));
    cpSync('content/frameworks', join(dir, 'frameworks'), { recursive: true });
  });
  afterEach(() => rmSync(dir, { recursive: true }));

  const load = (from: string) => test.run((tx) => test.get(Competencies).load(tx, from));
  const byCode = () => test.run((tx) => test.get(Competencies).byCode(tx));
  const edit = (name: string, from: string | RegExp, to: string) => {
    const path = join(dir, 'frameworks', name);
    writeFileSync(path, readFileSync(path, 'utf8').replace(from, to));
  };

  it('are there by code, with category and title', async () => {
    const competencies = await byCode();
    expect(competencies.get('core-9.2')).toMatchObject({ categoryCode: 'core-9', title: 'Uses active listening' });
    expect(competencies.get('core-9')).toMatchObject({ categoryCode: null, title: 'Values communication' });
  });

  it('are not loaded twice', async () => {
    expect(await load('content')).toEqual({ published: [], faults: [] });
  });

  it('with a fault anywhere are not taken over, and what was loaded before stays', async () => {
    edit('samhsa-core-competencies.yaml', 'title: Values communication', 'title: Something else');
    edit('six-dimensions.yaml', 'code: rop-1.2', 'code: rop-1.1');
    expect((await load(dir)).faults).toHaveLength(1);
    expect((await byCode()).get('core-9')?.title).toBe('Values communication');
  });

  it('that a new version leaves out are retired, and come back when a later one names them again', async () => {
    edit('six-dimensions.yaml', /\n.*rop-6\.3.*/, '');
    edit('translations/titles.es.yaml', /\n.*Compares recovery-oriented and traditional help.*/, '');
    expect(await load(dir)).toMatchObject({ published: ['six-dimensions'] });
    expect((await byCode()).has('rop-6.3')).toBe(false);
    expect(await load('content')).toMatchObject({ published: ['six-dimensions'] });
    expect((await byCode()).has('rop-6.3')).toBe(true);
  });

  it('refuse coverage of a code that no framework has', async () => {
    const coverage = { competencyCode: 'core-99', courseCode: 'c', courseTitle: 'C', lessons: 1, items: 0 };
    await expect(test.run((tx) => test.get(Competencies).teaches(tx, 'c', [coverage]))).rejects.toThrow(/foreign key/);
  });
});

describe('the coverage of the frameworks', () => {
  const test = useApp({ business: businessOf([CompetenciesModule]) });

  it('names every statement as a gap before a course teaches it, and no topic that concerns another framework', async () => {
    await test.run((tx) => test.get(Competencies).load(tx, 'content'));
    const coverage = await test.run((tx) => test.get(ReadCoverage).execute(tx));
    const gaps = (code: string) => coverage.find(({ framework }) => framework.code === code)?.gaps ?? [];
    expect(gaps('six-dimensions')).toContainEqual({ kind: 'not_taught', code: 'rop-1.1', title: expect.any(String) });
    const topics = (code: string) => gaps(code).flatMap((gap) => (gap.kind === 'topic' ? [gap.title] : []));
    expect(topics('samhsa-core-competencies')).toContain('Mentoring and education');
    expect(topics('six-dimensions')).not.toContain('Mentoring and education');
  });
});
