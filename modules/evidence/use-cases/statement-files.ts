import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../../src/config/project-root.js';
import { LANGUAGES } from '../../../src/kernel/languages.js';
import { YamlSource, type Fault } from '../../../src/platform/content/yaml-source.js';
import {
  originalHead,
  originalOf,
  translationFaults,
  translationHead,
  translationOf,
  type Statement,
  type StatementWording,
} from '../domain/statement.js';

const FOLDERS = ['statements', 'ethics'];
const OTHERS = Object.keys(LANGUAGES).filter((language) => language !== 'en');
const WHOLE = /^---\n([\s\S]*?)\n---\n([\s\S]+)$/;

export interface StatementFiles {
  /** Statements first, the code of ethics last, each with the translations that hold. */
  readonly statements: readonly Statement[];
  /** Of the originals: without them nothing can be signed. */
  readonly broken: readonly Fault[];
  /** Of translations that are missing, older than their original or not whole: the original is shown in their place. */
  readonly untranslated: readonly Fault[];
}

let shipped: readonly Statement[] | undefined;

/** The texts of the product's own content/, read once. @throws Error with file, line and reason where one cannot be read */
export function shippedStatements(): readonly Statement[] {
  if (!shipped) {
    const { statements, broken } = readStatementFiles(join(projectRoot, 'content'));
    if (broken.length > 0)
      throw new Error(broken.map(({ file, line, reason }) => `${file}:${line}: ${reason}`).join('\n'));
    shipped = statements;
  }
  return shipped;
}

/** Reads `statements` and `ethics` of a content folder: `<name>.en.md`, and beside it `<name>.<language>.md`. */
export function readStatementFiles(contentDir: string): StatementFiles {
  const broken: Fault[] = [];
  const untranslated: Fault[] = [];
  const statements = FOLDERS.flatMap((folder) => {
    const path = join(contentDir, folder);
    const names = existsSync(path) ? readdirSync(path).toSorted() : [];
    const originals = names.filter((name) => name.endsWith('.en.md')).map((name) => name.slice(0, -'.en.md'.length));
    untranslated.push(...withoutOriginal(folder, names, originals));
    return originals.flatMap((name) => {
      const original = readOriginal(contentDir, `${folder}/${name}.en.md`, broken);
      if (!original) return [];
      const translations = OTHERS.flatMap((language) =>
        readTranslation(contentDir, { file: `${folder}/${name}.${language}.md`, original, language }, untranslated),
      );
      return [{ ...original, translations }];
    });
  });
  return { statements, broken, untranslated };
}

function readOriginal(contentDir: string, file: string, faults: Fault[]): Statement | null {
  const source = sourceOf(contentDir, file);
  if (!source) return noHead(file, faults);
  const head = source.yaml.read(originalHead);
  faults.push(...source.yaml.faults);
  return head && originalOf(head, source);
}

function readTranslation(
  contentDir: string,
  { file, original, language }: { file: string; original: Statement; language: string },
  faults: Fault[],
): StatementWording[] {
  if (!existsSync(join(contentDir, file))) {
    const reason = `is missing: “${original.title}” can be signed in English only (translates: ${original.version})`;
    faults.push({ file, line: 1, reason });
    return [];
  }
  const source = sourceOf(contentDir, file);
  if (!source) return noHead(file, faults) ?? [];
  const head = source.yaml.read(translationHead);
  if (head && head.code !== original.code) source.yaml.fault(['code'], `code: the English text is ${original.code}`);
  if (head && head.language !== language) source.yaml.fault(['language'], `language: by its name it is ${language}`);
  const translation = head && translationOf(head, source);
  for (const { key, reason } of translation ? translationFaults(original, head.translates, translation) : [])
    source.yaml.fault([key], reason);
  faults.push(...source.yaml.faults);
  return translation && source.yaml.faults.length === 0 ? [translation] : [];
}

function withoutOriginal(folder: string, names: readonly string[], originals: readonly string[]): Fault[] {
  return names
    .filter((name) => name.endsWith('.md') && !originals.some((one) => name.startsWith(`${one}.`)))
    .map((name) => ({ file: `${folder}/${name}`, line: 1, reason: 'there is no English text beside it (….en.md)' }));
}

function sourceOf(contentDir: string, file: string) {
  const whole = readFileSync(join(contentDir, file), 'utf8');
  const [, head, text] = WHOLE.exec(whole) ?? [];
  if (!head || !text) return null;
  const version = createHash('sha256').update(whole).digest('hex');
  return { yaml: new YamlSource({ file, text: head, firstLine: 2 }), text: text.trim(), version, source: whole };
}

function noHead(file: string, faults: Fault[]): null {
  faults.push({ file, line: 1, reason: 'has no head between two lines of ---' });
  return null;
}
