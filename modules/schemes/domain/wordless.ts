import type { Cap, Share } from './definition/hours.js';
import type { Prerequisite, SchemeDefinition } from './scheme-definition.js';
import type { Wording } from './wording.js';

type Path = readonly (string | number)[];

export interface Wordless {
  readonly path: (string | number)[];
  readonly reason: string;
}

/** Codes of a scheme that the wording has no words for, with their places in the scheme. */
export function wordless(scheme: SchemeDefinition, wording: Wording): Wordless[] {
  const search = new Search(wording);
  scheme.prerequisites.forEach((rule, index) => search.requirement(['prerequisites', index], rule));
  scheme.endorsements.forEach((endorsement, index) => {
    if (typeof endorsement === 'string') return;
    search.need(['endorsements', index, 'code'], endorsement.code, 'clauses');
    endorsement.requires.forEach((rule, at) => search.requirement(['endorsements', index, 'requires', at], rule));
  });
  for (const part of ['training', 'practice'] as const) {
    const rule = scheme[part];
    rule?.buckets.forEach(({ domain }, index) => search.need([part, 'buckets', index, 'domain'], domain, 'topics'));
    search.limits([part], rule ?? {});
  }
  search.documents(['practice', 'evidence'], scheme.practice?.evidence?.filter((code) => code !== 'signed_log') ?? []);
  scheme.renewal.ce.buckets.forEach(({ topic }, index) => {
    search.need(['renewal', 'ce', 'buckets', index, 'topic'], topic, 'topics');
  });
  search.limits(['renewal', 'ce'], scheme.renewal.ce);
  scheme.renewal.also?.forEach((code, index) => search.need(['renewal', 'also', index], code, 'clauses'));
  search.documents(['reciprocity', 'requires'], scheme.reciprocity.requires);
  search.documents(['reciprocity', 'letters'], scheme.reciprocity.letters ?? []);
  return search.found;
}

class Search {
  readonly found: Wordless[] = [];

  constructor(private readonly wording: Wording) {}

  need(path: Path, code: string, section: 'clauses' | 'topics' | 'documents' | 'parts'): void {
    if (this.wording[section][code]) return;
    this.found.push({ path: [...path], reason: `${code} has no words in wording.en.yaml under ${section}` });
  }

  requirement(path: Path, rule: Prerequisite): void {
    this.need([...path, 'code'], rule.code, 'clauses');
    if (rule.kind === 'document') {
      if (!rule.any_of) this.need([...path, 'code'], rule.code, 'documents');
      rule.any_of?.forEach((type, index) => this.need([...path, 'any_of', index], type, 'documents'));
    }
    if (rule.kind === 'hours') {
      rule.topics?.forEach((topic, index) => this.need([...path, 'topics', index], topic, 'topics'));
    }
    if (rule.kind === 'any_of') rule.of.forEach((way, index) => this.requirement([...path, 'of', index], way));
  }

  /** Documents that are a clause of their own: a title, and words in a sentence. */
  documents(path: Path, codes: readonly string[]): void {
    codes.forEach((code, index) => {
      this.need([...path, index], code, 'clauses');
      this.need([...path, index], code, 'documents');
    });
  }

  limits(path: Path, { caps = [], shares = [] }: { caps?: readonly Cap[]; shares?: readonly Share[] }): void {
    const parts = [
      ...caps.map((cap, at) => ['caps', at, cap.of] as const),
      ...shares.map((one, at) => ['shares', at, one.of] as const),
    ];
    for (const [list, at, of] of parts) {
      if ('topic' in of) this.need([...path, list, at, 'of', 'topic'], of.topic, 'topics');
      else if ('category' in of) this.need([...path, list, at, 'of', 'category'], of.category, 'parts');
    }
  }
}
