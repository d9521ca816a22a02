import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../config/project-root.js';
import { LANGUAGES, type Language } from '../../kernel/languages.js';
import { readContentWords } from '../content/content-words.js';
import { viewFolders } from '../views/view-sources.js';
import { readCatalogue, staysEnglish, type Catalogue } from './catalogue.js';
import { fill, partsOf } from './sentence.js';
import type { Wording } from './template-texts.js';

/** Components and layout, whose words every page shares. */
export const SHARED = '';

interface ProblemPattern {
  pattern: RegExp;
  /** What the pattern's groups are called, in their order. */
  names: string[];
  wording: string;
}

/** All catalogues of one language: what stands in `pages.<language>.yaml` beside the views. */
export class Translations {
  private readonly said: ReadonlyMap<string, string>;
  private readonly problems: readonly ProblemPattern[];

  /** @param catalogues by folder: a module's name, a part of the platform, or `SHARED` */
  constructor(
    readonly language: Language,
    readonly catalogues: ReadonlyMap<string, Catalogue>,
  ) {
    const all = [...catalogues.values()];
    this.said = new Map(all.toReversed().flatMap(({ words, content }) => Object.entries({ ...content, ...words })));
    this.problems = all.flatMap(({ problems }) => Object.entries(problems)).map(asPattern);
  }

  static read(root: string, language: Language): Translations {
    const folders = [{ folder: join(root, 'src/platform/views'), prefix: SHARED }, ...viewFolders(root)];
    const catalogues = folders.flatMap(({ folder, prefix }) => {
      const catalogue = readCatalogue(folder, language);
      return catalogue ? [[prefix.replace(/\/$/, ''), catalogue] as const] : [];
    });
    return new Translations(language, new Map([...catalogues, ...contentCatalogues(root, language)]));
  }

  /** Whether a page is shown in this language. A module without a catalogue, and what its catalogue leaves, is in English. */
  has(view: string): boolean {
    const { folder, name } = parts(view);
    const catalogue = this.catalogues.get(folder);
    return catalogue !== undefined && !staysEnglish(catalogue, name);
  }

  /** The words of one template: its own first, then its module's, then the shared ones. @param view `people/register`, `button` */
  of(view: string): Wording {
    const { folder, name } = parts(view);
    const catalogue = this.catalogues.get(folder);
    if (!catalogue) return () => undefined;
    const shared = this.catalogues.get(SHARED)?.words;
    return (english) => catalogue.views[name]?.[english] ?? catalogue.words[english] ?? shared?.[english];
  }

  /** A text that is made in code. */
  word(english: string): string | undefined {
    return this.said.get(english);
  }

  /**
   * The message of an error in this language; what stands in it, such as a number or what somebody typed, is put over as it
   * is. A field's note is often a message and what to do next: each may have a wording of its own.
   */
  problem(message: string): string | undefined {
    const whole = this.oneMessage(message);
    if (whole !== undefined) return whole;
    for (const { index } of message.matchAll(/(?<=[.?!]) /g)) {
      const first = this.oneMessage(message.slice(0, index));
      const rest = first === undefined ? undefined : this.problem(message.slice(index + 1));
      if (rest !== undefined) return `${first} ${rest}`;
    }
    return undefined;
  }

  private oneMessage(message: string): string | undefined {
    for (const { pattern, names, wording } of this.problems) {
      const [, ...said] = pattern.exec(message) ?? [];
      const parts = said.map((part, index) => ({ name: names[index] ?? '', part }));
      if (pattern.test(message)) return fill(wording, parts).join('');
    }
    return undefined;
  }
}

/** Titles of content/, which `sayWord` and `worded` show: `content/<folder>/translations/titles.<language>.yaml`. */
function contentCatalogues(root: string, language: Language): [string, Catalogue][] {
  const folders = readdirSync(join(root, 'content'), { withFileTypes: true }).filter((one) => one.isDirectory());
  const files = folders.map(({ name }) => `content/${name}/translations/titles.${language}.yaml`);
  return files
    .filter((file) => existsSync(join(root, file)))
    .map((file) => {
      const { content, faults } = readContentWords({ file, text: readFileSync(join(root, file), 'utf8') });
      const [fault] = faults;
      if (!content || fault) throw new Error(`${fault?.file}:${fault?.line} ${fault?.reason}`);
      return [
        file,
        { review: content.review, english: [], words: {}, views: {}, content: content.words, problems: {} },
      ];
    });
}

function parts(view: string): { folder: string; name: string } {
  const slash = view.startsWith('layouts/') ? -1 : view.indexOf('/');
  return { folder: slash < 0 ? SHARED : view.slice(0, slash), name: view.slice(slash + 1) };
}

function asPattern([english, wording]: [string, string]): ProblemPattern {
  const pieces = partsOf(english);
  const source = pieces.map((piece, index) => (index % 2 === 0 ? literally(piece) : '(.+?)')).join('');
  return { pattern: new RegExp(`^${source}$`, 's'), names: pieces.filter((_, index) => index % 2 === 1), wording };
}

function literally(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

/** The languages besides English that pages are offered in. */
export const OTHER_LANGUAGES = (Object.keys(LANGUAGES) as Language[]).filter((language) => language !== 'en');

const known = new Map<Language, Translations>();

/** The catalogues of this product, read at their first use. */
export function translationsTo(language: Language): Translations {
  const translations = known.get(language) ?? Translations.read(projectRoot, language);
  known.set(language, translations);
  return translations;
}
