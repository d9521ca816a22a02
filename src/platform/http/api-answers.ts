import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../config/project-root.js';

/** JSON Schema as OpenAPI 3.1 has it, with addresses inside the document. */
export type AnswerSchema = Readonly<Record<string, unknown>>;

/** What a route answers with success. Neither `json` nor `files`: nothing. */
export interface AnswerOfRoute {
  /** What the source says of the route. */
  says?: string;
  json?: AnswerSchema;
  /** Media types of files. */
  files?: string[];
}

/** `src/api-answers.json`, which `scripts/api-answers.mjs` writes from the types of what controllers give back. */
export interface ApiAnswers {
  /** By method and path: `GET /api/v1/exams/{id}`. */
  answers: Record<string, AnswerOfRoute>;
  /** By name, under `#/components/schemas/`. */
  schemas: Record<string, AnswerSchema>;
}

export function readApiAnswers(): ApiAnswers {
  return JSON.parse(readFileSync(join(projectRoot, 'src/api-answers.json'), 'utf8')) as ApiAnswers;
}
