import { z } from 'zod';
import { YamlSource } from './yaml-source.js';

const schema = z.strictObject({
  kind: z.enum(['paid', 'volunteer']).optional(),
  title: z.string().min(1).optional(),
  count: z.int().min(1).max(100).optional(),
  pass: z.null().optional(),
  topics: z.array(z.string()).min(1).optional(),
  code: z.string().regex(/^[a-z]+$/).optional(),
  own: z.string('name the board').optional(),
  either: z.union([z.string(), z.array(z.number())]).optional(),
  shape: z.discriminatedUnion('type', [z.strictObject({ type: z.literal('a') }), z.strictObject({ type: z.literal('b') })]).optional(),
});

const told = (text: string) => {
  const source = new YamlSource({ file: 'sample.yaml', text });
  source.read(schema);
  return source.faults.map(({ line, reason }) => `${line} ${reason}`);
};

describe('what is wrong with a content file is told in words for its author', () => {
  it.each([
    ['a word that is not of the list', 'kind: intern', 'kind: this must be paid or volunteer'],
    ['an empty text', 'title: ""', 'title: this must not be empty'],
    ['a number in words', 'count: many', 'count: this must be a number'],
    ['a number that is too small', 'count: 0', 'count: this must be at least 1'],
    ['a number that is too large', 'count: 101', 'count: this must be at most 100'],
    ['a value where none belongs', 'pass: 70', 'pass: this must be null'],
    ['an empty list', 'topics: []', 'topics: this must not be empty'],
    ['a text instead of a list', 'topics: ethics', 'topics: this must be a list'],
    ['a code with capitals', 'code: Ethics', 'code: this is not written in the way that is asked for'],
    ['a value of no shape that is known', 'either: 3', 'either: this is not one of the ways to write it'],
    ['a type that is not known', 'shape: {type: c}', 'shape.type: this must be a or b'],
    ['words of the schema itself', 'own: 3', 'own: name the board'],
  ])('%s', (_, text, reason) => {
    expect(told(`# sample\n${text}\n`)).toEqual([`2 ${reason}`]);
  });
});
