import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { parse } from 'yaml';
import { projectRoot } from '../../../src/config/project-root.js';
import { readSource } from './read-scheme-files.js';
import { sourcesFile } from './scheme-content.js';

export interface Source {
  readonly name: string;
  readonly address: string;
}

/** Where the values of schemes were read, by the keys that schemes name; read once at the start. */
@Injectable()
export class SourcesFile {
  private readonly sources = sourcesFile.parse(
    parse(readSource(join(projectRoot, 'content/schemes/sources.yaml')).text),
  ).sources;

  /** The keys that a scheme may name. */
  readonly keys: ReadonlySet<string> = new Set(Object.keys(this.sources));

  /** A key that is no longer listed stands for itself. */
  find(key: string): Source {
    return this.sources[key] ?? { name: key, address: '' };
  }
}
