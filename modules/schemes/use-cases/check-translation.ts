import { basename } from 'node:path';
import { isLanguage } from '../../../src/kernel/languages.js';
import { YamlSource, type Fault, type SourceFile } from '../../../src/platform/content/yaml-source.js';
import { schemeProse } from '../domain/prose/scheme-prose.js';
import type { SchemeDefinition } from '../domain/scheme-definition.js';
import type { Wording } from '../domain/wording.js';
import { readWording } from './read-wording.js';

/** Sections whose words are found by code: a translation has those that English has, and no others. */
const BY_CODE = ['clauses', 'topics', 'documents', 'parts'] as const;
/** Sections whose keys the file's form settles; a sentence has the same places in each language. */
const SENTENCES = ['messages', 'prose'] as const;

/**
 * Holds `translations/wording.<language>.yaml` to the English wording and to the schemes that ship: words that are missing,
 * words for what is gone, sentences that say other values, a file that is in another language than its name says.
 */
export function checkTranslation(
  source: SourceFile,
  { english, schemes }: { english: Wording; schemes: readonly SchemeDefinition[] },
): readonly Fault[] {
  const { wording, faults } = readWording(source);
  if (!wording || faults.length > 0) return faults;
  const yaml = new YamlSource(source);
  const named = /^wording\.([\w-]+)\.yaml$/.exec(basename(source.file))?.[1];
  if (!isLanguage(named) || named === english.language) {
    yaml.fault([], `${basename(source.file)} is not named wording.<language>.yaml with one of the other languages`);
  } else if (wording.language !== named) {
    yaml.fault(['language'], `the language is ${wording.language}, and the name of the file says ${named}`);
  }
  if (!wording.review) yaml.fault([], 'review is missing: draft, or who has read it and when');
  for (const section of BY_CODE) {
    compare(yaml, section, { wanted: Object.keys(english[section]), given: Object.keys(wording[section]) });
  }
  for (const section of SENTENCES) {
    for (const [key, text] of Object.entries(english[section])) {
      const [asked, said] = [text, (wording[section] as Readonly<Record<string, string>>)[key] ?? ''].map(placesOf);
      if (asked !== said) yaml.fault([section, key], `${key} has the places “${said}”, in English “${asked}”`);
    }
  }
  const said = new Set(schemes.flatMap((scheme) => [...schemeProse(scheme, wording).codes.said]));
  compare(yaml, 'codes', { wanted: [...said], given: Object.keys(wording.codes) });
  return yaml.faults;
}

function compare(yaml: YamlSource, section: string, { wanted, given }: Record<'wanted' | 'given', string[]>): void {
  for (const code of wanted.filter((one) => !given.includes(one))) {
    yaml.fault([section], `${code} has no words under ${section}`);
  }
  for (const code of given.filter((one) => !wanted.includes(one))) {
    yaml.fault([section, code], `nothing asks for the words of ${code} under ${section} any more`);
  }
}

function placesOf(text: string): string {
  const places = [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  return [...new Set(places)].toSorted().join(', ');
}
