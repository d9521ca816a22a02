import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Fault } from '../../../src/platform/content/yaml-source.js';
import { LetterTemplate } from '../domain/letter-template.js';

/** What keeps wordings of `<contentDir>/letters` from being letters. */
export function checkLetters(contentDir: string): Fault[] {
  const faults: Fault[] = [];
  for (const file of globSync('letters/*.hbs', { cwd: contentDir })) {
    try {
      void new LetterTemplate(readFileSync(join(contentDir, file), 'utf8'));
    } catch (error) {
      faults.push({ file, line: 1, reason: (error as Error).message });
    }
  }
  return faults;
}
