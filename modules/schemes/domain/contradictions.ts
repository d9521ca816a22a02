import { CONDUCT } from './contradictions/conduct.js';
import { EXAM } from './contradictions/exam.js';
import { HOURS } from './contradictions/hours.js';
import { LAPSE } from './contradictions/lapse.js';
import { PATHS } from './contradictions/paths.js';
import { REQUIREMENTS } from './contradictions/requirements.js';
import { STAGES } from './contradictions/stages.js';
import type { Contradiction } from './contradictions/contradiction.js';
import type { SchemeDefinition } from './scheme-definition.js';

const CHECKS = [...REQUIREMENTS, ...HOURS, ...EXAM, ...STAGES, ...LAPSE, ...CONDUCT, ...PATHS];

/** Every contradiction within one scheme: rules that are written correctly and cannot stand. */
export function contradictions(scheme: SchemeDefinition): Contradiction[] {
  return CHECKS.flatMap((check) => check(scheme));
}
