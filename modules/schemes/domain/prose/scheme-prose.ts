import type { SchemeDefinition } from '../scheme-definition.js';
import type { Wording } from '../wording.js';
import {
  feesSection,
  latenessSection,
  promisesSection,
  reciprocitySection,
  renewalSection,
  termSection,
} from './after-the-grant.js';
import {
  examSection,
  practiceSection,
  prerequisiteLines,
  supervisionSection,
  trainingSection,
} from './requirements.js';
import { Names } from './words.js';

export interface ProseSection {
  readonly heading: string;
  readonly lines: readonly string[];
  /** Least hours by part, for a table beside the sentences. */
  readonly parts?: readonly { readonly part: string; readonly least: string; readonly notes: string }[];
}

/**
 * A scheme as its board would say it to somebody who wants to be certified: from the same values that are evaluated, so
 * that the page can never say something else than the rules do.
 */
export function schemeProse(definition: SchemeDefinition, wording: Wording): ProseSection[] {
  const names = new Names(wording);
  return [
    { heading: 'Before you apply', lines: prerequisiteLines(definition, names) },
    trainingSection(definition, names),
    practiceSection(definition, names),
    supervisionSection(definition),
    examSection(definition, names),
    termSection(definition),
    renewalSection(definition, names),
    latenessSection(definition),
    reciprocitySection(definition, names),
    promisesSection(definition),
    feesSection(definition),
  ].filter(({ lines }) => lines.length > 0);
}
