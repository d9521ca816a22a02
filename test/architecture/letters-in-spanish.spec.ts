import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { decisionReasons } from '../../modules/certification/domain/decision-reasons.js';
import { ADJUSTMENTS } from '../../modules/certification/domain/exam/adjustments.js';
import { feeWords } from '../../modules/certification/domain/invoice-state.js';
import * as conduct from '../../modules/conduct/domain/words.js';
import { reasons as changeReasons, reversalReasons } from '../../modules/credentials/domain/status-change.js';
import { LetterTemplates } from '../../modules/notifications/use-cases/letter-templates.js';
import { denialReasons } from '../../modules/renewals/domain/denial-reasons.js';
import { ANSWER_NEEDED } from '../../modules/renewals/domain/renewal-words.js';
import { filesUnder } from '../../src/platform/content/files-under.js';
import { projectRoot } from '../../src/config/project-root.js';
import { speechIn } from '../../src/platform/translation/speech.js';

const FOLDER = join(projectRoot, 'content/letters');
const templates = new LetterTemplates(FOLDER);
const wording = (kind: string, language: string) => join(FOLDER, `${kind}.${language}.hbs`);

/**
 * Written to staff, or to people who are no trainee or holder here: referees, those who bring a concern. To a supervisor whose
 * language nobody knows, one letter speaks both.
 */
const ENGLISH_ONLY = [
  /^(?:appeal|complaint)-deadline$/,
  /^application-(?:limit|reference-)/,
  /^(?:authoring|bank)-/,
  /^supervisor-sign-off$/,
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

/** Words that code puts into letters to trainees and holders, from tables; titles come from content/. */
const TABLES: Record<string, unknown> = {
  'reasons of a denial': decisionReasons.denied,
  'adjustments of an exam centre': ADJUSTMENTS,
  'reasons of a renewal that is not granted': denialReasons,
  'what a returned renewal asks for': [ANSWER_NEEDED],
  'reasons of a change on the register': changeReasons,
  'reasons of a reversal': reversalReasons,
  'what a complaint is about': conduct.allegations,
  'reasons for more time': conduct.extensionReasons,
  'reasons of a suspension at once': conduct.emergencyReasons,
  'reasons of a decision on a complaint': conduct.decisionReasons,
  'decisions on a complaint': conduct.outcomeWords,
  'decisions that can be appealed': conduct.decisionKinds,
  'decisions on an appeal': conduct.appealOutcomeWords,
  'fees that are invoiced': schemeFees().map(feeWords),
};

const textsOf = (table: unknown): string[] =>
  typeof table === 'string' ? [table] : Object.values(table as object).flatMap(textsOf);

function schemeFees(): string[] {
  const files = filesUnder(join(projectRoot, 'content/schemes')).filter((file) => /^[^/]+\.yaml$/.test(file));
  const codes = files.flatMap((file) => {
    const { schemes = [] } = parse(readFileSync(join(projectRoot, 'content/schemes', file), 'utf8')) as {
      schemes?: { fees: object }[];
    };
    return schemes.flatMap(({ fees }) => Object.keys(fees));
  });
  return [...new Set(codes)];
}

describe('what code says in a letter', () => {
  it.each(Object.entries(TABLES))('has a wording in Spanish: %s', (_, table) => {
    const texts = textsOf(table);
    expect(texts.length).toBeGreaterThan(0);
    const { word } = speechIn('es');
    expect(texts.filter((text) => word(text) === text)).toEqual([]);
  });
});
