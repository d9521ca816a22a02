import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../../src/config/project-root.js';
import { readSchemeFiles } from './read-scheme-files.js';
import { checkSchemes } from './scheme-content.js';

const FILE = 'content/schemes/translations/wording.es.yaml';
const shipped = readFileSync(join(projectRoot, FILE), 'utf8');
const files = readSchemeFiles(join(projectRoot, 'content'));

/** The faults of all files of schemes, with the translation as it reads after `change`. */
function faultsAfter(change: (text: string) => string, file = FILE) {
  const text = change(shipped);
  if (file === FILE) expect(text).not.toBe(shipped);
  const others = files.filter((one) => one.file !== FILE);
  expect(others).toHaveLength(files.length - 1);
  return checkSchemes([...others, { file, text }]).faults;
}

const lineOf = (start: string) => shipped.split('\n').findIndex((line) => line.startsWith(start)) + 1;

describe('a translation of the words of rules', () => {
  it('as it ships is complete', () => {
    expect(checkSchemes(files).faults).toEqual([]);
  });

  it.each([
    ['a title', '  photo_id: Identificación con foto\n', 'clauses:', 'photo_id has no words under clauses'],
    ['the words of a fee', '  retake: repetición del examen\n', 'codes:', 'retake has no words under codes'],
    [
      'a sentence',
      '  exam.feedback: Se le dice su porcentaje en cada área.\n',
      'prose:',
      'prose.exam.feedback is missing',
    ],
  ])('that lacks %s tells where', (_, words, section, reason) => {
    const faults = faultsAfter((text) => text.replace(words, ''));
    expect(faults).toEqual([{ file: FILE, line: expect.any(Number), reason }]);
    // At the section, or at the first line below its name.
    const above = lineOf(section) - (lineOf(words.trimEnd()) < lineOf(section) ? 1 : 0);
    expect(faults[0]!.line - above).toBeLessThan(3);
    expect(faults[0]!.line).toBeGreaterThanOrEqual(above);
  });

  it.each([
    ['a title', 'clauses:\n', '  shoe_size: Talla de zapatos\n', 'clauses'],
    ['the words of a code', 'codes:\n', '  moon_fee: cuota de luna\n', 'codes'],
  ])('that has %s which nothing asks for tells its line', (_, before, words, section) => {
    const code = words.trim().split(':')[0];
    expect(faultsAfter((text) => text.replace(before, before + words))).toEqual([
      {
        file: FILE,
        line: lineOf(before.trim()) + 1,
        reason: `nothing asks for the words of ${code} under ${section} any more`,
      },
    ]);
  });

  it('whose sentence leaves a value out tells which', () => {
    const faults = faultsAfter((text) => text.replace('training.total: "{hours} en total."', 'training.total: Horas.'));
    expect(faults).toEqual([
      {
        file: FILE,
        line: lineOf('  training.total:'),
        reason: 'training.total has the places “”, in English “hours”',
      },
    ]);
  });

  it('of another language than its name says, or of none that is offered, is refused', () => {
    expect(faultsAfter((text) => text.replace('language: es', 'language: fr'))).toEqual([
      { file: FILE, line: lineOf('language:'), reason: 'the language is fr, and the name of the file says es' },
    ]);
    expect(faultsAfter((text) => text, 'content/schemes/translations/wording.tlh.yaml')).toEqual([
      expect.objectContaining({ reason: expect.stringMatching(/wording\.tlh\.yaml is not named/) }),
    ]);
  });

  it('that nobody is said to review is refused', () => {
    expect(faultsAfter((text) => text.replace('review: draft\n', ''))).toEqual([
      expect.objectContaining({ file: FILE, reason: expect.stringMatching(/^review is missing/) }),
    ]);
  });
});
