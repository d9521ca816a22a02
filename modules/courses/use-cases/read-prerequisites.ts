import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { YamlSource } from '../../../src/platform/content/yaml-source.js';

const schema = z.object({ prerequisites: z.array(z.string()).optional() });

/** Which courses each course builds on, by code; read before the courses themselves, since each is held against all. */
export function readPrerequisites(contentDir: string, codes: readonly string[]): Map<string, readonly string[]> {
  return new Map(
    codes.map((code) => {
      const file = join(contentDir, 'courses', code, 'course.yaml');
      const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
      return [code, new YamlSource({ file, text }).read(schema)?.prerequisites ?? []];
    }),
  );
}
