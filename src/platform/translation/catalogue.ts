import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Language } from '../../kernel/languages.js';

/** A heading under which nothing stands yet is as good as none. */
const orNone = <T extends z.ZodType>(schema: T, none: z.output<T>) =>
  schema.nullish().transform((given): z.output<T> => given ?? none);

const texts = z.record(z.string().min(1), z.string().min(1));

const schema = z.strictObject({
  /** `draft` until a peer worker whose first language it is has read it; then their name and the day. */
  review: z.string().min(1),
  /** Views that stay in English, by name without the module; `desk-*` for all that begin so. */
  english: orNone(z.array(z.string()), []),
  words: orNone(texts, {}),
  /** Other wordings for the same English, in one view. */
  views: orNone(z.record(z.string(), texts), {}),
  /** Titles and labels that come from content/ and are shown by `sayWord`; authors may change them at any time. */
  content: orNone(texts, {}),
  /** Messages of errors and of fields; `{minimum}` stands for whatever is said there. */
  problems: orNone(texts, {}),
});

/** The texts of one folder of views in one language: English → wording. */
export type Catalogue = z.output<typeof schema>;

/** @returns null where the folder has no catalogue in that language. @throws when it is not of the right form */
export function readCatalogue(folder: string, language: Language): Catalogue | null {
  const file = join(folder, `pages.${language}.yaml`);
  if (!existsSync(file)) return null;
  try {
    return schema.parse(parse(readFileSync(file, 'utf8')) ?? {});
  } catch (error) {
    throw new Error(`${file}: ${(error as Error).message}`, { cause: error });
  }
}

/** Whether a catalogue leaves a view in English. @param view its name without the module */
export function staysEnglish({ english }: Pick<Catalogue, 'english'>, view: string): boolean {
  return english.some((name) => (name.endsWith('*') ? view.startsWith(name.slice(0, -1)) : view === name));
}
