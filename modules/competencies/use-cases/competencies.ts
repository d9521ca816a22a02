import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { Coverage } from '../domain/coverage.js';
import type { Competency, TopicKind } from '../domain/framework.js';
import { outlineOf, type FrameworkOutline } from '../domain/outline.js';
import { CompetencyRepository } from '../persistence/competency.repository.js';
import { LoadFrameworks, type FrameworkLoad } from './load-frameworks.js';

/** What other modules may ask of the frameworks, and tell them. */
@Injectable()
export class Competencies {
  constructor(
    private readonly repository: CompetencyRepository,
    private readonly loading: LoadFrameworks,
  ) {}

  /** Categories and statements in force, framework by framework, in order. */
  all(tx: Tx): Promise<Competency[]> {
    return this.repository.all(tx);
  }

  /** The same by code, to put a title beside a code that came from elsewhere. */
  async byCode(tx: Tx): Promise<ReadonlyMap<string, Competency>> {
    return new Map((await this.repository.all(tx)).map((one) => [one.code, one]));
  }

  /** Notes what a course teaches now, in place of what it taught before. Codes must be in force. */
  teaches(tx: Tx, courseCode: string, coverage: readonly Coverage[]): Promise<void> {
    return this.repository.replaceCoverage(tx, courseCode, coverage);
  }

  /** The training domains, exam domains or continuing-education topics of the map, by title. */
  topics(tx: Tx, kind: TopicKind): Promise<{ code: string; title: string }[]> {
    return this.repository.topics(tx, kind);
  }

  /** Every framework in force with its categories and statements, each with its topics of one vocabulary. */
  async outline(tx: Tx, kind: TopicKind): Promise<FrameworkOutline[]> {
    const frameworks = await this.repository.frameworks(tx);
    const mappings = (await this.repository.mappings(tx)).filter((mapping) => mapping.kind === kind);
    return outlineOf(frameworks, await this.repository.all(tx), mappings);
  }

  /** Brings `<contentDir>/frameworks` into the database; with any fault, what was loaded before stays. */
  load(tx: Tx, contentDir: string): Promise<FrameworkLoad> {
    return this.loading.execute(tx, contentDir);
  }
}
