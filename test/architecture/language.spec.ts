import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../src/config/project-root.js';
import { readAvoidList } from '../../src/platform/language/avoid-list.js';
import { findShamingWords } from '../../src/platform/language/shaming-words.js';
import { findTemplateBreaches, readableStrings, readableText } from '../../src/platform/language/template-rules.js';

/** Expressions whose helper hands out sanitized HTML only; each with the place that sanitizes. */
const sanitized: Record<string, string[]> = {};

const files = ['modules', 'src', 'content'].flatMap((folder) =>
  readdirSync(join(projectRoot, folder), { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`),
);
const templates = files.filter((file) => file.endsWith('.hbs'));
const wording = files.filter(
  (file) =>
    (/^content\/.*\.(md|hbs|ya?ml)$/.test(file) && !file.startsWith('content/language/avoid.')) ||
    /\/views\/pages\.[a-z]{2}\.yaml$/.test(file),
);
/** Code that speaks to people: messages of errors and words of page models. */
const speaking = files.filter((file) => /\.(errors|page)\.ts$/.test(file));
const read = (file: string) => readFileSync(join(projectRoot, file), 'utf8');

/** Of a file of content: told by its name (`….es.hbs`), or by the course that it belongs to; else English. */
function languageOf(file: string): string {
  const course = /^content\/courses\/[^/]+\//.exec(file)?.[0];
  if (course) return /^language: *(\w+)/m.exec(read(`${course}course.yaml`))?.[1] ?? 'en';
  return /\.([a-z]{2})\.(?:hbs|md|ya?ml)$/.exec(file)?.[1] ?? 'en';
}

describe('every template and every text for people', () => {
  it('is there to be read', () => {
    expect(templates.length).toBeGreaterThan(20);
    expect(wording.length).toBeGreaterThan(0);
  });

  it('holds no word that shames or labels a person', () => {
    const avoided = readAvoidList(projectRoot);
    const found = [...new Set([...templates, ...wording, ...speaking])].flatMap((file) => {
      const readable = { hbs: readableText, ts: readableStrings }[file.split('.').at(-1) ?? ''];
      const text = readable ? readable(read(file)) : read(file);
      return findShamingWords(text, avoided, languageOf(file)).map(
        ({ line, word, suggestion }) => `${file}:${line} "${word}" → ${suggestion}`,
      );
    });
    expect(found).toEqual([]);
  });

  it('keeps to the strict content policy and escapes what people typed', () => {
    const pages = templates.filter((file) => !file.startsWith('content/certificates/'));
    const found = pages.flatMap((file) =>
      findTemplateBreaches(read(file), sanitized[file]).map(({ rule, line }) => `${file}:${line} ${rule}`),
    );
    expect(found).toEqual([]);
  });
});
