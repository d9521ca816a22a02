import type { Choice } from '../use-cases/read-form-choices.js';
import type { Asked } from './asked.js';

/** The body that a clause is of needs no choice; where none is named and there are several, all are offered. */
export function bodyChoice(all: readonly Choice[], { bodyId }: Pick<Asked, 'bodyId'>) {
  const body = all.find(({ value }) => value === bodyId) ?? null;
  return { body, bodies: body || all.length < 2 ? [] : all };
}
