import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkTexts } from './check-texts.js';

describe('the texts of a content folder', () => {
  let dir: string;

  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'texts-'));
    mkdirSync(join(dir, 'courses'));
  });
  afterEach(() => rmSync(dir, { recursive: true }));

  it('are UTF-8, wherever they stand, or are told with file and line', () => {
    writeFileSync(join(dir, 'letter.en.hbs'), 'Dear Ana,\nNúñez\n');
    expect(checkTexts(dir, [], ['courses'])).toEqual([]);
    for (const file of ['letter.en.hbs', 'courses/lesson.md'])
      writeFileSync(join(dir, file), Buffer.from('Dear Ana,\nN\u00fa\u00f1ez\n', 'latin1'));
    const fault = { line: 2, reason: 'this line is not UTF-8 text: save the file in that encoding' };
    expect(checkTexts(dir, [], ['courses'])).toEqual([
      { file: 'courses/lesson.md', ...fault },
      { file: 'letter.en.hbs', ...fault },
    ]);
  });
});
