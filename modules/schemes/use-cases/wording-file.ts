import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { projectRoot } from '../../../src/config/project-root.js';
import type { Wording } from '../domain/wording.js';
import { readSource } from './read-scheme-files.js';
import { readWording } from './scheme-content.js';

const path = join(projectRoot, 'content/schemes/wording.en.yaml');

/** What people are told about schemes, read once at the start; a fault in the file stops it. */
@Injectable()
export class WordingFile {
  readonly wording: Wording = loadWording();
}

function loadWording(): Wording {
  const { wording, faults } = readWording(readSource(path));
  if (wording && faults.length === 0) return wording;
  throw new Error(faults.map(({ file, line, reason }) => `${file}:${line} ${reason}`).join('\n'));
}
