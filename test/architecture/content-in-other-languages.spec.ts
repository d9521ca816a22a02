import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { projectRoot } from '../../src/config/project-root.js';
import { OTHER_LANGUAGES, translationsTo } from '../../src/platform/translation/translations.js';
import { readSources } from '../support/sources.js';

const read = (path: string) => readFileSync(join(projectRoot, path), 'utf8');

const personalData = () => readSources().filter(({ path }) => path.endsWith('.personal-data.ts'));

/** Which text of a file is shown on translated pages, by where it stands. */
const SHOWN: Record<string, () => string[]> = {
  'content/retention.yaml': () => {
    const { classes } = parse(read('content/retention.yaml')) as { classes: Record<string, Record<string, unknown>> };
    return Object.values(classes).flatMap(({ title, kept, erasure }) =>
      [title, kept, erasure].filter((text) => typeof text === 'string').map((text) => text.trim()),
    );
  },
  'what stands beside tables (*.personal-data.ts)': () =>
    personalData().flatMap(({ text }) =>
      [...text.matchAll(/\b(?:title|withheld):\s*(?:'((?:[^'\\]|\\.)*)'|"([^"]*)")/g)].map(
        ([, single, double]) => single?.replaceAll("\\'", "'") ?? double ?? '',
      ),
    ),
  'content/evidence/document-types.yaml': () =>
    Object.values((parse(read('content/evidence/document-types.yaml')) as DocumentTypes).document_types),
  'topics of content/frameworks/map.yaml': () => {
    const { training_domains, exam_domains, ce_topics } = parse(read('content/frameworks/map.yaml')) as Topics;
    return [training_domains, exam_domains, ce_topics].flatMap((titles) => Object.values(titles));
  },
};

type DocumentTypes = { document_types: Record<string, string> };
type Topics = Record<'training_domains' | 'exam_domains' | 'ce_topics', Record<string, string>>;

/** Pages show these by `sayWord`; a new one is to be given a wording under `content:` of the module that shows it. */
describe.each(OTHER_LANGUAGES)('what pages show in %s of content', (language) => {
  it.each(Object.entries(SHOWN))('has a wording: %s', (_, texts) => {
    const shown = texts();
    expect(shown.length).toBeGreaterThan(5);
    expect(shown.filter((text) => translationsTo(language).word(text) === undefined)).toEqual([]);
  });
});
