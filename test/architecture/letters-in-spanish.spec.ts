import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LetterTemplates } from '../../modules/notifications/use-cases/letter-templates.js';
import { projectRoot } from '../../src/config/project-root.js';

const FOLDER = join(projectRoot, 'content/letters');
const templates = new LetterTemplates(FOLDER);
const wording = (kind: string, language: string) => join(FOLDER, `${kind}.${language}.hbs`);

/** Written to staff, or to people who are no trainee or holder here: referees, supervisors, those who bring a concern. */
const ENGLISH_ONLY = [
  /^(?:appeal|complaint)-deadline$/,
  /^application-(?:limit|reference-)/,
  /^(?:authoring|bank|supervisor)-/,
  /^complaint-(?:closed|not-taken-up|received)$/,
];

const inSpanish = templates.kinds.filter((kind) => existsSync(wording(kind, 'es')));

describe('the letters in Spanish', () => {
  it('are there for whatever is written to trainees and holders', () => {
    const expected = templates.kinds.filter((kind) => !ENGLISH_ONLY.some((pattern) => pattern.test(kind)));
    expect(inSpanish).toEqual(expected);
  });

  it.each(inSpanish)('%s tells the same as in English', (kind) => {
    const places = (language: string) => {
      const source = readFileSync(wording(kind, language), 'utf8').replace(/^\{\{!--[\s\S]*?--\}\}\n/, '');
      // A place may be named more often in one language than in the other; each is told at least once in both.
      const expressions = [...source.matchAll(/\{\{[^{}]+\}\}/g)].map(([expression]) => expression);
      return [...new Set(expressions)].toSorted();
    };
    expect(places('es')).toEqual(places('en'));
  });

  it.each(inSpanish)('%s is marked for review', (kind) => {
    expect(readFileSync(wording(kind, 'es'), 'utf8')).toMatch(
      /^\{\{!-- Borrador: review by .* is still to come\. --\}\}\nSubject: /,
    );
  });

  it('are the English ones where there is no Spanish wording, and say so', () => {
    expect(templates.of('credential-granted', 'es-MX').language).toBe('es');
    expect(templates.of('supervisor-sign-off', 'es').language).toBe('en');
    expect(templates.of('credential-granted', 'vi').language).toBe('en');
  });
});
