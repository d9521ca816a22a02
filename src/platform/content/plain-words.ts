import type { z } from 'zod';

/**
 * What a schema finds wrong with a value, in words for the author of a content file. It speaks where the schema has no
 * words of its own.
 */
export function inPlainWords(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_value':
      return `this must be ${either(issue.values)}`;
    case 'invalid_type':
      return `this must be ${KINDS[issue.expected] ?? issue.expected}`;
    case 'invalid_union':
      return Array.isArray(issue.options) ? `this must be ${either(issue.options)}` : 'this is not one of the ways to write it';
    case 'too_small':
      return issue.origin === 'string' || issue.origin === 'array'
        ? `this must not be ${issue.minimum === 1 ? 'empty' : `shorter than ${issue.minimum}`}`
        : `this must be ${issue.inclusive ? 'at least' : 'more than'} ${issue.minimum}`;
    case 'too_big':
      return `this must be ${issue.inclusive ? 'at most' : 'less than'} ${issue.maximum}`;
    case 'invalid_format':
      return 'this is not written in the way that is asked for';
    default:
      return undefined;
  }
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  null: 'null',
  array: 'a list',
  tuple: 'a list',
  object: 'a group of keys',
  record: 'a group of keys',
};

function either(values: readonly unknown[]): string {
  const words = values.map(String);
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
