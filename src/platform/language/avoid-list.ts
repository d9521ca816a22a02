import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { AvoidedWord } from './shaming-words.js';

const list = z.array(
  z.strictObject({ word: z.string().min(2), use: z.string().min(2), except: z.array(z.string()).optional() }),
);

/** The list that experts edit. @throws ZodError that names the entry when a key is wrong or missing */
export function readAvoidList(root: string): AvoidedWord[] {
  return list.parse(parse(readFileSync(join(root, 'content/language/avoid.yaml'), 'utf8')));
}
