import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inLanguage } from '../domain/statement.js';
import { readStatementFiles } from './statement-files.js';

describe('the files of what people sign', () => {
  let dir: string;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'statements-'));
    for (const part of ['statements', 'ethics']) cpSync(join('content', part), join(dir, part), { recursive: true });
  });
  afterEach(() => rmSync(dir, { recursive: true }));

  const edit = (file: string, from: string, to: string) => {
    const text = readFileSync(join(dir, file), 'utf8');
    expect(text).toContain(from);
    writeFileSync(join(dir, file), text.replace(from, to));
  };
  const titleIn = (language: 'en' | 'es', code: string) =>
    inLanguage(
      readStatementFiles(dir).statements.find((one) => one.code === code)!,
      language,
    ).title;

  it('ship whole, each in Spanish too', () => {
    const { statements, broken, untranslated } = readStatementFiles('content');
    expect({ broken, untranslated }).toEqual({ broken: [], untranslated: [] });
    expect(statements.length).toBeGreaterThan(7);
    expect(statements.flatMap(({ translations }) => translations.map(({ isDraft }) => isDraft))).toEqual(
      statements.map(() => true),
    );
  });

  it('are shown in English where a translation is missing, and the missing one is named', () => {
    expect(titleIn('es', 'age')).toBe('Su edad');
    rmSync(join(dir, 'statements/age.es.md'));
    expect(titleIn('es', 'age')).toBe('Your age');
    expect(readStatementFiles(dir).untranslated).toEqual([
      {
        file: 'statements/age.es.md',
        line: 1,
        reason: expect.stringMatching(/is missing: “Your age” .* English only/),
      },
    ]);
  });

  it('are shown in English once the English text is another than the one that was translated', () => {
    edit('statements/residency.en.md', 'the share of my time', 'the part of my time');
    expect(titleIn('es', 'residency')).toBe('Living or working in the jurisdiction');
    expect(readStatementFiles(dir).untranslated).toEqual([
      {
        file: 'statements/residency.es.md',
        line: 4,
        reason: expect.stringMatching(/older text.* is [0-9a-f]{64} now/),
      },
    ]);
  });

  it('keep what a translation leaves out from being signed in it: a choice, a question', () => {
    edit('statements/lived-experience.es.md', '  caregiver: Como persona que cuida a alguien\n', '');
    edit('statements/age.es.md', 'number_label: Su edad en años cumplidos\n', '');
    expect(readStatementFiles(dir).untranslated.map(({ file, line }) => `${file}:${line}`)).toEqual([
      'statements/age.es.md:2',
      'statements/lived-experience.es.md:8',
    ]);
    expect(titleIn('es', 'lived_experience')).toBe('Lived experience of recovery');
  });

  it('cannot be translations of nothing, of another text, or without a word on their review', () => {
    writeFileSync(join(dir, 'statements/lost.es.md'), readFileSync(join(dir, 'statements/age.es.md')));
    edit('statements/residency.es.md', 'code: residency', 'code: age');
    edit('ethics/code-of-ethics.es.md', 'review: draft\n', '');
    expect(readStatementFiles(dir).untranslated).toEqual(
      expect.arrayContaining([
        { file: 'statements/lost.es.md', line: 1, reason: expect.stringContaining('no English text beside it') },
        { file: 'statements/residency.es.md', line: 2, reason: 'code: the English text is residency' },
        { file: 'ethics/code-of-ethics.es.md', line: expect.any(Number), reason: 'review is missing' },
      ]),
    );
  });

  it('say what is wrong with an English text, without which nothing is signed', () => {
    edit('statements/age.en.md', 'kind: declaration', 'kind: promise');
    const { statements, broken } = readStatementFiles(dir);
    expect(broken).toEqual([{ file: 'statements/age.en.md', line: 3, reason: expect.stringContaining('kind') }]);
    expect(statements.map(({ code }) => code)).not.toContain('age');
  });
});
