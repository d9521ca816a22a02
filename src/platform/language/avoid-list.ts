import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { AvoidedWord } from './shaming-words.js';

const list = z.array(
  z.strictObject({ word: z.string().min(2), use: z.string().min(2), except: z.array(z.string()).optional() }),
);

const FILES = { en: 'avoid.yaml', es: 'avoid.es.yaml' };

/**
 * The lists that experts edit, one for each language; each word knows the language it is avoided in.
 * @throws ZodError that names the entry when a key is wrong or missing
 */
export function readAvoidList(root: string): AvoidedWord[] {
  return Object.entries(FILES).flatMap(([language, file]) =>
    list
      .parse(parse(readFileSync(join(root, 'content/language', file), 'utf8')))
      .map((entry) => ({ ...entry, language })),
  );
}
