import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { courseFileSchema } from '../../modules/courses/domain/course-definition.js';
import { schemeDefinition, type SchemeDefinition } from '../../modules/schemes/domain/scheme-definition.js';
import { projectRoot } from '../../src/config/project-root.js';
import { sampleScheme } from '../scenarios/support/sample-scheme.js';

/** The examples that a page of docs/ shows, as their readers would copy them. */
const examplesOf = (page: string): unknown[] =>
  [...readFileSync(join(projectRoot, 'docs', page), 'utf8').matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(
    ([, text = '']) => parse(text) as unknown,
  );

type Parts = Record<string, unknown>;
const isObject = (value: unknown): value is Parts =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A scheme with the parts of an example in the place of its own: an example may leave out what a part needs besides. */
function withParts(scheme: SchemeDefinition, example: unknown): Parts {
  if (Array.isArray(example)) return { ...scheme, prerequisites: example };
  const parts = Object.entries(example as Parts).map(([name, part]) => {
    const own: unknown = scheme[name as keyof SchemeDefinition];
    return [name, isObject(part) && isObject(own) ? { ...own, ...part } : part];
  });
  return { ...scheme, ...Object.fromEntries(parts) };
}

describe('what the documentation shows to be copied', () => {
  const ofSchemes = examplesOf('schemes.md');

  it('is all found', () => {
    expect([ofSchemes.length, examplesOf('courses.md').length]).toEqual([8, 1]);
  });

  it.each(ofSchemes.map((example, at) => [at + 1, example] as const))(
    'is the language of schemes, in its example %i',
    (_, example) => {
      const { error } = schemeDefinition.safeParse(withParts(sampleScheme(), example));
      expect(error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? []).toEqual([]);
    },
  );

  it('is a course as authors write it', () => {
    const { error } = courseFileSchema.safeParse(examplesOf('courses.md')[0]);
    expect(error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? []).toEqual([]);
  });
});
