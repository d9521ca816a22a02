import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readContentWords } from '../../../src/platform/content/content-words.js';
import { YamlSource, type Fault } from '../../../src/platform/content/yaml-source.js';
import {
  competenciesOf,
  competencyMapSchema,
  frameworkSchema,
  type Competency,
  type CompetencyMap,
  type Framework,
} from '../domain/framework.js';

const MAP_FILE = 'map.yaml';

/** What the files say, as far as they could be read, and everything that is wrong with them. */
export interface FrameworkFiles {
  readonly frameworks: readonly Framework[];
  readonly map: CompetencyMap | null;
  readonly competencies: readonly Competency[];
  readonly faults: readonly Fault[];
}

/** Reads `<contentDir>/frameworks`. Needs no database; throws only when the folder cannot be read. */
export function readFrameworkFiles(contentDir: string): FrameworkFiles {
  const frameworks: Framework[] = [];
  const faults: Fault[] = [];
  for (const name of fileNames(contentDir).filter((one) => one !== MAP_FILE)) {
    const source = sourceOf(contentDir, name);
    const framework = source.read(frameworkSchema);
    if (framework && `${framework.code}.yaml` !== name)
      source.fault(['code'], `the code ${framework.code} is not the name of the file`);
    if (framework && frameworks.some((other) => other.prefix === framework.prefix))
      source.fault(['prefix'], `another framework has the prefix ${framework.prefix} too`);
    if (framework) frameworks.push(framework);
    faults.push(...source.faults);
  }
  const competencies = frameworks.flatMap(competenciesOf);
  const map = readMap(contentDir, competencies, faults);
  // With a fault in a framework, all its texts would look as if they were gone.
  if (faults.length === 0) faults.push(...translations(contentDir).flatMap((file) => titleFaults(file, frameworks)));
  return { frameworks, map, competencies, faults };
}

/** Texts of the frameworks that pages show in their reader's language. */
function textsOf({ title, confirm, principles, categories }: Framework): string[] {
  return [
    title,
    confirm,
    ...principles.flatMap((one) => [one.title, one.text]),
    ...categories.flatMap((one) => [
      one.title,
      ...(one.awaiting === undefined ? [] : [one.awaiting]),
      ...one.statements.map(({ text }) => text),
    ]),
  ];
}

function titleFaults(name: string, frameworks: readonly Framework[]): readonly Fault[] {
  const text = readFileSync(name, 'utf8');
  return readContentWords({ file: `frameworks/translations/${basename(name)}`, text }, frameworks.flatMap(textsOf))
    .faults;
}

function translations(contentDir: string): string[] {
  const folder = join(contentDir, 'frameworks/translations');
  if (!existsSync(folder)) return [];
  return readdirSync(folder).map((name) => join(folder, name));
}

function readMap(contentDir: string, competencies: readonly Competency[], faults: Fault[]): CompetencyMap | null {
  if (!fileNames(contentDir).includes(MAP_FILE)) {
    faults.push({ file: `frameworks/${MAP_FILE}`, line: 1, reason: 'this file is missing' });
    return null;
  }
  const source = sourceOf(contentDir, MAP_FILE);
  const map = source.read(competencyMapSchema);
  const known = new Set(competencies.map(({ code }) => code));
  // With a framework that could not be read, each of its codes would look unknown here.
  const frameworksAreRead = faults.length === 0;
  map?.map.forEach(({ competency }, at) => {
    if (frameworksAreRead && !known.has(competency))
      source.fault(['map', at, 'competency'], `no framework has the competency ${competency}`);
  });
  const mapped = new Set(map?.map.map(({ competency }) => competency));
  for (const { code, categoryCode } of map ? competencies : []) {
    if (categoryCode === null && !mapped.has(code)) source.fault(['map'], `the category ${code} has no row in the map`);
  }
  faults.push(...source.faults);
  return map;
}

function sourceOf(contentDir: string, name: string): YamlSource {
  return new YamlSource({
    file: `frameworks/${name}`,
    text: readFileSync(join(contentDir, 'frameworks', name), 'utf8'),
  });
}

function fileNames(contentDir: string): string[] {
  return readdirSync(join(contentDir, 'frameworks'))
    .filter((name) => name.endsWith('.yaml'))
    .sort();
}
