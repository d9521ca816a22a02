import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkContent } from './check-content.js';

const ORIGINAL = 'courses/recovery-oriented-practice';
const SPANISH = `${ORIGINAL}-es`;

describe('a course in another language', () => {
  let dir: string;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'content-'));
    for (const part of ['frameworks', ORIGINAL, SPANISH])
      cpSync(join('content', part), join(dir, part), { recursive: true });
  });
  afterEach(() => rmSync(dir, { recursive: true }));

  function edit(file: string, from: string | RegExp, to: string): void {
    const path = join(dir, file);
    const text = readFileSync(path, 'utf8');
    const changed = text.replace(from, to);
    expect(changed).not.toBe(text);
    writeFileSync(path, changed);
  }
  const faults = () => checkContent(dir).faults.map(({ file, line, reason }) => `${file}:${line}: ${reason}`);
  const spanish = () => checkContent(dir).folders.find(({ name }) => name.endsWith('-es'));

  it('is the same course in other words', () => {
    expect(faults()).toEqual([]);
    expect(spanish()?.course).toMatchObject({ language: 'es', translates: 'recovery-oriented-practice' });
  });

  it('is not published when the course that it translates is not there', () => {
    edit(`${SPANISH}/course.yaml`, 'translates: recovery-oriented-practice', 'translates: another-course');
    expect(faults()).toEqual([`${SPANISH}/course.yaml:5: there is no course another-course`]);
    expect(spanish()?.course).toBeNull();
  });

  it('is told apart by other minutes of training', () => {
    edit(`${SPANISH}/course.yaml`, 'topic: advocacy, minutes: 33', 'topic: advocacy, minutes: 30');
    expect(faults()).toEqual([
      expect.stringMatching(/training topics number 2 is "advocacy: 30" here and "advocacy: 33"/),
    ]);
    expect(spanish()?.course).toBeNull();
  });

  it('is told apart by a lesson that names other competencies', () => {
    edit(
      `${SPANISH}/lessons/01-what-recovery-means.md`,
      'core-7.1, rop-1.1, rop-2.1',
      'core-7.1, rop-1.1, rop-2.1, rop-2.2',
    );
    expect(faults()).toEqual([
      expect.stringMatching(/of the lessons number 1 is "what-recovery-means: .* rop-2\.2" here/),
    ]);
  });

  it('is told apart by a quiz item with another answer', () => {
    edit(`${SPANISH}/quiz.yaml`, /(lleva las riendas de su vida y crece\.\n) {8}correct: true\n/, '$1');
    edit(`${SPANISH}/quiz.yaml`, /(la persona ya no tiene ningún síntoma\.\n)/, '$1        correct: true\n');
    expect(faults()).toEqual([expect.stringMatching(/quiz items number 1 is "recovery-definition: .*a! b c d" here/)]);
  });

  it('has the sections of a lesson under their Spanish names', () => {
    edit(`${SPANISH}/lessons/03-a-whole-life.md`, '## Ejemplo comentado: ', '## Worked example: ');
    expect(faults()).toEqual([expect.stringMatching(/heading begins with "Ejemplo comentado:"/)]);
  });

  it('is held to the Spanish words to avoid, and not to the English ones', () => {
    edit(
      `${SPANISH}/lessons/03-a-whole-life.md`,
      'Nadie se recupera',
      'La palabra client no es española. Una recaída se nombra. Nadie se recupera',
    );
    expect(faults()).toEqual([expect.stringMatching(/"recaída" is on the avoid list; better: volver a consumir/)]);
  });

  it('is held to plain Spanish', () => {
    const hard =
      'La implementación interinstitucional de procedimientos administrativos requiere autorizaciones correspondientes '.repeat(
        40,
      );
    edit(`${SPANISH}/lessons/03-a-whole-life.md`, 'Nadie se recupera', `${hard}. Nadie se recupera`);
    expect(faults()).toContainEqual(expect.stringMatching(/reading ease [\d.-]+ \(INFLESZ\); 65 at least/));
  });
});
