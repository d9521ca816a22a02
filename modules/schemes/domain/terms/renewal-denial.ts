import type { SchemeDefinition } from '../scheme-definition.js';

/** Whether a denial of a renewal needs a second person to agree. Two decide on an application, so two do where nothing is said. */
export function deniesByTwo({ renewal }: Pick<SchemeDefinition, 'renewal'>): boolean {
  return (renewal.denial_by ?? 'two_persons') === 'two_persons';
}
