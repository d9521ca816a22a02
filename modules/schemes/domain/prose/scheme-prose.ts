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
  prerequisiteSection,
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

export interface SchemeProse {
  readonly sections: readonly ProseSection[];
  /** Each value that the body has still to confirm, by the way to it: "training → buckets → Advocacy". */
  readonly toConfirm: readonly string[];
  /** Codes that were said; `wordless`: those for which the wording has no words. */
  readonly codes: { readonly said: ReadonlySet<string>; readonly wordless: ReadonlySet<string> };
}

/**
 * A scheme as its board would say it to somebody who wants to be certified, in the language of the wording: from the same
 * values that are evaluated, so that the page can never say something else than the rules do.
 */
export function schemeProse(definition: SchemeDefinition, wording: Wording): SchemeProse {
  const names = new Names(wording);
  const sections = [
    prerequisiteSection,
    trainingSection,
    practiceSection,
    supervisionSection,
    examSection,
    termSection,
    renewalSection,
    latenessSection,
    reciprocitySection,
    promisesSection,
    feesSection,
  ].map((section) => section(definition, names));
  return {
    sections: sections.filter(({ lines }) => lines.length > 0),
    toConfirm: definition.unsure.map((path) => pathWords(path, definition, names)),
    codes: names.codes,
  };
}

/** "prerequisites.2" → "prerequisites → High school education": the steps by their names, parts of a list by what they are about. */
function pathWords(path: string, definition: SchemeDefinition, names: Names): string {
  let value: unknown = definition;
  const steps = path.split('.').map((step) => {
    value = (value as Readonly<Record<string, unknown>> | null | undefined)?.[step];
    if (!/^\d+$/.test(step)) return names.code(step);
    const { code, domain, topic } = (value ?? {}) as Readonly<Record<string, string | undefined>>;
    const about = domain ?? topic;
    if (code !== undefined) return names.clause(code);
    return about === undefined ? String(Number(step) + 1) : names.topic(about);
  });
  return steps.join(' → ');
}
