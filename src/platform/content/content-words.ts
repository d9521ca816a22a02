import { basename } from 'node:path';
import { z } from 'zod';
import { isLanguage } from '../../kernel/languages.js';
import { YamlSource, type Fault, type SourceFile } from './yaml-source.js';

/**
 * Titles and short texts of one folder of content/ in another language, `translations/titles.<language>.yaml`: English →
 * wording. A text whose English changed has no wording any more, and the old wording is one that nothing asks for.
 */
const file = z.strictObject({
  language: z.string(),
  /** `draft` until a peer worker whose first language it is has read it; then their name and the day. */
  review: z.string().min(1),
  words: z.record(z.string().min(1), z.string().min(1)),
});

export type ContentWords = z.output<typeof file>;

/** The name of such a file, its language in it. */
export const TITLES_FILE = /^titles\.([\w-]+)\.yaml$/;

/**
 * Reads one and holds it to the texts that its folder shows.
 * @param shown every text that is to have a wording; without it only the form of the file is looked at
 * @returns null with the faults where it is not of the right form
 */
export function readContentWords(
  source: SourceFile,
  shown?: Iterable<string>,
): { content: ContentWords | null; faults: readonly Fault[] } {
  const yaml = new YamlSource(source);
  const content = yaml.read(file);
  if (!content) return { content, faults: yaml.faults };
  const named = TITLES_FILE.exec(basename(source.file))?.[1];
  if (!isLanguage(named) || named === 'en') {
    yaml.fault([], `${basename(source.file)} is not named titles.<language>.yaml with one of the other languages`);
  } else if (content.language !== named) {
    yaml.fault(['language'], `the language is ${content.language}, and the name of the file says ${named}`);
  }
  if (shown) {
    const texts = new Set(shown);
    for (const text of texts) if (!(text in content.words)) yaml.fault(['words'], `“${text}” has no wording`);
    for (const text of Object.keys(content.words))
      if (!texts.has(text)) yaml.fault(['words', text], `nothing shows “${text}” any more`);
  }
  return { content, faults: yaml.faults };
}
