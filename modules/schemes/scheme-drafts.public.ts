import { Injectable } from '@nestjs/common';
import type { Tx } from '../../src/platform/database/transaction.js';
import type { Clause, Message } from './domain/eligibility-tree.js';
import { evaluate } from './domain/evaluate.js';
import { evaluateRenewal } from './domain/evaluate-renewal.js';
import type { SchemeDefinition } from './domain/scheme-definition.js';
import { schemeDefinition } from './domain/scheme-definition.js';
import type { SchemeVersion } from './domain/scheme-version.js';
import { inWords } from './domain/wording.js';
import { PublishVersion, type NewVersion } from './use-cases/publish-version.js';
import { checkSchemeFile } from './use-cases/scheme-content.js';
import { SourcesFile } from './use-cases/sources-file.js';
import { schemeVersionId } from './use-cases/version-id.js';
import { WordingFile } from './use-cases/wording-file.js';
import type { Temporal } from 'temporal-polyfill';

export { evaluate, type EvaluatedScheme, type EvaluationOptions } from './domain/evaluate.js';
export { asksTheRegister } from './domain/asks-the-register.js';
export { evaluateRenewal } from './domain/evaluate-renewal.js';
export { versionOn } from './domain/scheme-version.js';
export { versionForHolder } from './domain/terms/holder-version.js';

/** A line of a draft that keeps it from being used, in words for its author. */
export interface DraftFault {
  readonly line: number;
  readonly reason: string;
}

/** New versions that are written in the product: read, named and published. Beside it, the pure evaluator itself. */
@Injectable()
export class SchemeDrafts {
  constructor(
    private readonly publishing: PublishVersion,
    private readonly words: WordingFile,
    private readonly sources: SourcesFile,
  ) {}

  /** Reads the text of a scheme file with exactly one scheme; checked as `scheme check` checks it. */
  read(text: string): { definition: SchemeDefinition | null; faults: readonly DraftFault[] } {
    const surroundings = { sources: this.sources.keys, wording: this.words.wording };
    const { definitions, faults } = checkSchemeFile({ file: 'draft', text }, surroundings);
    const told: DraftFault[] = faults.map(({ line, reason }) => ({ line, reason }));
    if (definitions.length > 1) told.push({ line: 1, reason: 'a draft holds one scheme; bring each in by itself' });
    return { definition: (told.length === 0 && definitions[0]) || null, faults: told };
  }

  /** A definition that was stored. @throws ZodError for one that the scheme language no longer knows */
  restore(stored: object): SchemeDefinition {
    return schemeDefinition.parse(stored);
  }

  /** The id that the version will have. */
  idOf(bodySlug: string, definition: SchemeDefinition): string {
    return schemeVersionId(bodySlug, definition);
  }

  /** What each clause is called, of a grant and of a renewal, by its id; parts after the names of what they belong to. */
  titles(version: Pick<SchemeVersion, 'id' | 'bodyId' | 'definition'>, onDate: Temporal.PlainDate) {
    const titles = new Map<string, readonly string[]>();
    const name = (clause: Clause, above: readonly string[]) => {
      const path = [...above, clause.title];
      titles.set(clause.id, path);
      for (const child of clause.children) name(child, path);
    };
    const codes = version.definition.endorsements.map((one) => (typeof one === 'string' ? one : one.code));
    for (const { code: stage } of version.definition.credential.stages) {
      const tree = evaluate(version, [], onDate, { stage, endorsements: codes });
      for (const clause of inWords(tree, this.words.wording).clauses) name(clause, []);
    }
    for (const clause of inWords(evaluateRenewal(version, [], onDate, { termStartsOn: onDate }), this.words.wording)
      .clauses) {
      name(clause, []);
    }
    return titles;
  }

  /**
   * Publishes a version from a coming day on, confirmed by its body.
   * @throws DomainError schemes.day_has_begun, schemes.known_version, schemes.day_taken
   */
  publish(tx: Tx, version: NewVersion): Promise<SchemeVersion> {
    return this.publishing.execute(tx, version);
  }
}

/** A tree as the pure evaluator gives it, before it is put into words. */
export type { Message };
