import { z } from 'zod';
import { schemeFile } from '../domain/scheme-definition.js';

/** The scheme language as JSON Schema: what editors complete and check while somebody writes a scheme file. */
export function schemeJsonSchema(): string {
  const schema = z.toJSONSchema(schemeFile, { io: 'input' });
  return `${JSON.stringify({ title: 'Goodstanding scheme file', ...schema }, null, 2)}\n`;
}
