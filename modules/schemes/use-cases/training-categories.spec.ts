import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { projectRoot } from '../../../src/config/project-root.js';

describe('the categories of training that schemes limit', () => {
  it('can each be entered by a reviewer', () => {
    const read = (path: string) => readFileSync(join(projectRoot, 'content', path), 'utf8');
    const { categories } = parse(read('evidence/training-categories.yaml')) as { categories: Record<string, string> };
    const files = readdirSync(join(projectRoot, 'content/schemes')).filter((name) => name.endsWith('.yaml'));
    const named = files.flatMap((name) =>
      [...read(`schemes/${name}`).matchAll(/category: (\w+)/g)].map(([, code]) => code),
    );
    expect(named.length).toBeGreaterThan(0);
    expect(Object.keys(categories)).toEqual(expect.arrayContaining([...new Set(named)]));
  });
});
