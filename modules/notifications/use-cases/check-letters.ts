import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesUnder } from '../../../src/platform/content/files-under.js';
import type { Fault } from '../../../src/platform/content/yaml-source.js';
import { LetterTemplate } from '../domain/letter-template.js';

/** What keeps wordings of `<contentDir>/letters` from being letters. */
export function checkLetters(contentDir: string): Fault[] {
  const faults: Fault[] = [];
  const folder = join(contentDir, 'letters');
  for (const name of filesUnder(folder).filter((one) => one.endsWith('.hbs'))) {
    try {
      void new LetterTemplate(readFileSync(join(folder, name), 'utf8'));
    } catch (error) {
      faults.push({ file: `letters/${name}`, line: 1, reason: (error as Error).message });
    }
  }
  return faults;
}
