import { basename, dirname } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { contradictions } from '../domain/contradictions.js';
import { schemeFile, type SchemeDefinition } from '../domain/scheme-definition.js';
import { checkTranslation } from './check-translation.js';
import { readWording } from './read-wording.js';
import { schemeVersionId } from './version-id.js';
import type { Wording } from '../domain/wording.js';
import { wordless } from '../domain/wordless.js';
import { readContentWords, TITLES_FILE } from '../../../src/platform/content/content-words.js';
import { YamlSource, type Fault, type SourceFile } from '../../../src/platform/content/yaml-source.js';

const plainDate = z.string().refine((value) => isDate(value), 'write the date as 2026-01-01');

export const publicationsFile = z.strictObject({
  publications: z.array(
    z.strictObject({
      scheme: z.string(),
      version: z.string(),
      body: z.string().describe('Slug of the certifying body'),
      effective_from: plainDate,
      confirmed: z.boolean().describe('Whether the body has confirmed the values'),
    }),
  ),
});

export const sourcesFile = z.strictObject({
  sources: z.record(z.string(), z.strictObject({ name: z.string().min(1), address: z.string().min(1) })),
});

/** An edition of a scheme as a body runs it, ready to be stored. */
export interface PublishedScheme {
  readonly id: string;
  readonly bodySlug: string;
  readonly effectiveFrom: Temporal.PlainDate;
  readonly confirmed: boolean;
  readonly definition: SchemeDefinition;
  /** Where it was published, for words about what comes later. */
  readonly file: string;
  readonly line: number;
}

export interface CheckedSchemes {
  readonly definitions: readonly SchemeDefinition[];
  readonly faults: readonly Fault[];
}

/** What a scheme file is checked against. */
export interface SchemeSurroundings {
  /** Keys of the sources that are known. */
  readonly sources: ReadonlySet<string>;
  readonly wording: Wording;
}

/** Checks one scheme file by itself: its keys, its values, its sums, its sources, and that there are words for it. */
export function checkSchemeFile(source: SourceFile, { sources, wording }: SchemeSurroundings): CheckedSchemes {
  const yaml = new YamlSource(source);
  const schemes = yaml.read(schemeFile)?.schemes ?? [];
  schemes.forEach((scheme, index) => {
    const at = ['schemes', index];
    scheme.sources.forEach((key, position) => {
      if (!sources.has(key))
        yaml.fault([...at, 'sources', position], `the source ${key} is not listed in sources.yaml`);
    });
    for (const { path, reason } of contradictions(scheme)) yaml.fault([...at, ...path], reason);
    for (const { path, reason } of wordless(scheme, wording)) yaml.fault([...at, ...path], reason);
    if (schemes.findIndex((other) => editionOf(other) === editionOf(scheme)) < index) {
      yaml.fault([...at, 'version'], `${scheme.id} ${scheme.version} is already in this file`);
    }
  });
  return { definitions: schemes, faults: yaml.faults };
}

/** The keys of a sources file; none when the file has faults of its own. */
export function readSources(source: SourceFile): { keys: ReadonlySet<string>; faults: readonly Fault[] } {
  const yaml = new YamlSource(source);
  return { keys: new Set(Object.keys(yaml.read(sourcesFile)?.sources ?? {})), faults: yaml.faults };
}

/** Joins publications to the schemes they publish. */
export function readPublications(source: SourceFile, definitions: readonly SchemeDefinition[]) {
  const yaml = new YamlSource(source);
  const publications = yaml.read(publicationsFile)?.publications ?? [];
  const published: PublishedScheme[] = [];
  publications.forEach((publication, index) => {
    const { scheme, version, body, effective_from, confirmed } = publication;
    const at = ['publications', index];
    const definition = definitions.find((one) => one.id === scheme && one.version === version);
    if (!definition) {
      yaml.fault([...at, 'scheme'], `no scheme file holds ${scheme} in version ${version}`);
      return;
    }
    const sameDay = publications.findIndex(
      (other) => other.scheme === scheme && other.body === body && other.effective_from === effective_from,
    );
    if (sameDay < index) {
      yaml.fault([...at, 'effective_from'], `two editions of ${scheme} would begin for ${body} on ${effective_from}`);
    }
    published.push({
      id: schemeVersionId(body, definition),
      bodySlug: body,
      effectiveFrom: Temporal.PlainDate.from(effective_from),
      confirmed,
      definition,
      file: source.file,
      line: yaml.lineOf(at),
    });
  });
  for (const definition of definitions) {
    if (yaml.faults.length === 0 && !published.some((one) => one.definition === definition)) {
      yaml.fault(['publications'], `nothing publishes ${definition.id} in version ${definition.version}`);
    }
  }
  return { published, faults: yaml.faults };
}

/**
 * Checks everything of content/schemes together, without a database: publications.yaml, sources.yaml, wording.en.yaml, its
 * translations, and any number of scheme files beside them.
 */
export function checkSchemes(files: readonly SourceFile[]): {
  published: readonly PublishedScheme[];
  faults: readonly Fault[];
} {
  const named = (name: string): SourceFile => {
    const found = files.find(({ file }) => basename(file) === name);
    return found ?? { file: name, text: '' };
  };
  const wording = readWording(named(WORDING));
  const sources = readSources(named(SOURCES));
  const faults = [...wording.faults, ...sources.faults];
  if (!wording.wording || faults.length > 0) return { published: [], faults };

  const surroundings = { sources: sources.keys, wording: wording.wording };
  const translations = files.filter(({ file }) => basename(dirname(file)) === TRANSLATIONS);
  const schemes = files.filter(
    (one) => !translations.includes(one) && ![PUBLICATIONS, SOURCES, WORDING].includes(basename(one.file)),
  );
  const checked = schemes.map((file) => checkSchemeFile(file, surroundings));
  faults.push(...checked.flatMap((one) => one.faults));
  // A faulty scheme file holds none of its schemes; that its publications then name nothing is not a second fault.
  if (faults.length > 0) return { published: [], faults };
  const definitions = checked.flatMap((one) => one.definitions);
  const publications = readPublications(named(PUBLICATIONS), definitions);
  faults.push(
    ...publications.faults,
    ...translations.flatMap((file) =>
      TITLES_FILE.test(basename(file.file))
        ? readContentWords(file, new Set(definitions.map(({ title }) => title))).faults
        : checkTranslation(file, { english: surroundings.wording, schemes: definitions }),
    ),
  );
  return { published: faults.length > 0 ? [] : publications.published, faults };
}

const PUBLICATIONS = 'publications.yaml';
const SOURCES = 'sources.yaml';
const WORDING = 'wording.en.yaml';
const TRANSLATIONS = 'translations';

function editionOf({ id, version }: SchemeDefinition): string {
  return `${id} ${version}`;
}

function isDate(value: string): boolean {
  try {
    return Temporal.PlainDate.from(value).toString() === value;
  } catch {
    return false;
  }
}
