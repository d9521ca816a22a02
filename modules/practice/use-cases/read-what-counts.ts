import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { projectRoot } from '../../../src/config/project-root.js';
import { YamlSource } from '../../../src/platform/content/yaml-source.js';
import { whatCountsSchema, type WhatCounts } from '../domain/what-counts.js';

const FILE = 'practice-categories.en.yaml';

/** @throws Error that names what is wrong and on which line */
export function readWhatCounts(contentDir: string): WhatCounts {
  const source = new YamlSource({ file: FILE, text: readFileSync(join(contentDir, FILE), 'utf8') });
  const read = source.read(whatCountsSchema);
  if (!read) throw new Error(source.faults.map(({ file, line, reason }) => `${file}:${line} ${reason}`).join('\n'));
  return read;
}

/** What counts as supervised practice, by method and domain: read once, at the start. */
@Injectable()
export class ReadWhatCounts {
  private readonly read = readWhatCounts(join(projectRoot, 'content'));

  execute(): WhatCounts {
    return this.read;
  }
}
