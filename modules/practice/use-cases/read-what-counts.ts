import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { projectRoot } from '../../../src/config/project-root.js';
import { LANGUAGES, type Language } from '../../../src/kernel/languages.js';
import { YamlSource } from '../../../src/platform/content/yaml-source.js';
import { differenceBetween, whatCountsSchema, type WhatCounts } from '../domain/what-counts.js';

const languages = Object.keys(LANGUAGES) as Language[];

/**
 * `practice-categories.<language>.yaml` in every language that pages are offered in.
 * @throws Error that names what is wrong and on which line, also where a translation has not the lines of the English
 */
export function readWhatCounts(contentDir: string): Record<Language, WhatCounts> {
  const english = readOne(contentDir, 'en').content;
  const others = languages
    .filter((language) => language !== 'en')
    .map((language) => {
      const { content, source } = readOne(contentDir, language);
      const difference = differenceBetween(english, content);
      if (difference) source.fault(difference.path, difference.reason);
      throwFaults(source);
      return [language, content];
    });
  return { en: english, ...Object.fromEntries(others) } as Record<Language, WhatCounts>;
}

function readOne(contentDir: string, language: Language): { content: WhatCounts; source: YamlSource } {
  const file = `practice-categories.${language}.yaml`;
  const source = new YamlSource({ file, text: readFileSync(join(contentDir, file), 'utf8') });
  const content = source.read(whatCountsSchema);
  if (content && content.language !== language)
    source.fault(['language'], `the language is ${content.language}, and the name of the file says ${language}`);
  throwFaults(source);
  return { content: content as WhatCounts, source };
}

function throwFaults({ faults }: YamlSource): void {
  if (faults.length > 0)
    throw new Error(faults.map(({ file, line, reason }) => `${file}:${line} ${reason}`).join('\n'));
}

/** What counts as supervised practice, by method and domain: read once, at the start. */
@Injectable()
export class ReadWhatCounts {
  private readonly read = readWhatCounts(join(projectRoot, 'content'));

  execute(language: Language): WhatCounts {
    return this.read[language];
  }
}
