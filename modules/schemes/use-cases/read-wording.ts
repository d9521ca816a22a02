import { YamlSource, type Fault, type SourceFile } from '../../../src/platform/content/yaml-source.js';
import { wordingFile, DELIVERIES, RULE_CLAUSES, type Wording } from '../domain/wording.js';

/** @returns the wording, or null with the faults that keep it from being used */
export function readWording(source: SourceFile): { wording: Wording | null; faults: readonly Fault[] } {
  const yaml = new YamlSource(source);
  const wording = yaml.read(wordingFile);
  for (const clause of wording ? RULE_CLAUSES : []) {
    if (!wording?.clauses[clause]) yaml.fault(['clauses'], `there is no title for ${clause}`);
  }
  for (const delivery of wording ? DELIVERIES : []) {
    if (!wording?.parts[delivery]) yaml.fault(['parts'], `there are no words for ${delivery}`);
  }
  return { wording, faults: yaml.faults };
}
