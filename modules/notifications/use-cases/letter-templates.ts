import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { LetterTemplate } from '../domain/letter-template.js';

const FALLBACK_LANGUAGE = 'en';

/** All wordings of `content/letters/<kind>.<language>.hbs`, read and compiled once. */
export class LetterTemplates {
  private readonly templates: ReadonlyMap<string, LetterTemplate>;

  /** @throws Error that names the file when one does not parse */
  constructor(folder: string) {
    const files = readdirSync(folder).filter((name) => name.endsWith('.hbs'));
    this.templates = new Map(files.map((name) => [name.replace(/\.hbs$/, ''), read(folder, name)]));
  }

  get kinds(): string[] {
    return [...new Set([...this.templates.keys()].map((name) => name.replace(/\.[a-z-]+$/i, '')))].sort();
  }

  /** The wording in that language, or else in English, as its `language` tells. @throws Error for a kind without a wording */
  of(kind: string, language: string): LetterTemplate {
    const primary = language.split('-')[0] ?? FALLBACK_LANGUAGE;
    const template = this.templates.get(`${kind}.${primary}`) ?? this.templates.get(`${kind}.${FALLBACK_LANGUAGE}`);
    if (!template) throw new Error(`content/letters has no wording for "${kind}"`);
    return template;
  }
}

function read(folder: string, name: string): LetterTemplate {
  const path = join(folder, name);
  try {
    return new LetterTemplate(readFileSync(path, 'utf8'), name.split('.').at(-2));
  } catch (error) {
    throw new Error(`${path}: ${(error as Error).message}`, { cause: error });
  }
}
