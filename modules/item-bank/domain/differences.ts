import type { BankItem, ItemContent } from './item.js';

export interface ComparedVersion {
  head: Pick<BankItem, 'examDomain' | 'competency' | 'difficulty'>;
  content: ItemContent;
}

export interface Difference {
  /** What it is about, in words. */
  part: string;
  /** Null where the version has no such part. */
  before: string | null;
  after: string | null;
}

/** Part by part what differs between two versions of an item; empty where nothing does. */
export function differencesBetween(before: ComparedVersion, after: ComparedVersion): Difference[] {
  const [old, now] = [partsOf(before), partsOf(after)];
  const parts = [...new Set([...old.keys(), ...now.keys()])];
  return parts.flatMap((part) => {
    const [was, is] = [old.get(part) ?? null, now.get(part) ?? null];
    return was === is ? [] : [{ part, before: was, after: is }];
  });
}

function partsOf({ head, content }: ComparedVersion): Map<string, string> {
  const parts = new Map<string, string>([
    ['Exam domain', head.examDomain],
    ['Competency', head.competency],
    ['Difficulty', head.difficulty],
    ['Kind', content.kind],
    ['Question', content.stem],
  ]);
  if (content.scenario) parts.set('Scenario', content.scenario);
  for (const { key, text, rationale, correct, position } of content.options) {
    const name = `Option ${key}`;
    parts.set(name, text);
    parts.set(`${name}: why`, rationale);
    if (position !== undefined) parts.set(`${name}: place`, String(position));
    if (correct) parts.set(`${name}: key`, 'right');
  }
  if (content.references?.length) parts.set('References', content.references.join('\n'));
  return parts;
}
