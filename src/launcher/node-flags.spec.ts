import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { projectRoot } from '../config/project-root.js';
import { nodeFlags } from './node-flags.js';

const textOf = (name: string) => readFileSync(join(projectRoot, name), 'utf8');
const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };

describe('how the processes are started', () => {
  it('is the same by npm, by the launcher and in the image: the web process', () => {
    const image = JSON.parse(/^CMD (\[.*\])$/m.exec(textOf('Dockerfile'))?.[1] ?? '[]') as string[];
    expect(image).toEqual(scripts['start:web']?.split(' '));
    expect(image).toEqual(['node', ...nodeFlags('start:web'), 'dist/src/main.js']);
    expect(nodeFlags('start:web').length).toBeGreaterThan(0);
  });

  it('is the same by npm, by the launcher and in the compose file: the worker', () => {
    const { services } = parse(textOf('compose.yaml')) as {
      services: Record<'web' | 'worker', { command?: string[] }>;
    };
    expect(services.web.command).toBeUndefined(); // the image's own
    expect(services.worker.command).toEqual(scripts['start:worker']?.split(' '));
    expect(services.worker.command).toEqual(['node', ...nodeFlags('start:worker'), 'dist/src/worker.js']);
    expect(nodeFlags('start:worker').length).toBeGreaterThan(0);
  });
});
