import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { coverCategories, type CoveredCategory } from '../domain/coverage.js';
import { TOPIC_KINDS, type Framework, type TopicKind } from '../domain/framework.js';
import { CompetencyRepository } from '../persistence/competency.repository.js';

export interface CategoryCoverage extends CoveredCategory {
  /** Titles of the training domains, exam domains and continuing-education topics it belongs to. */
  readonly topics: Readonly<Record<TopicKind, readonly string[]>>;
}

export interface FrameworkCoverage {
  readonly framework: Pick<Framework, 'code' | 'title' | 'source' | 'confirm' | 'principles'>;
  readonly categories: readonly CategoryCoverage[];
}

/** Every framework with what teaches it: the page that shows where learning is still to be written. */
@Injectable()
export class ReadCoverage {
  constructor(private readonly competencies: CompetencyRepository) {}

  async execute(tx: Tx): Promise<FrameworkCoverage[]> {
    const frameworks = await this.competencies.frameworks(tx);
    const all = await this.competencies.all(tx);
    const coverage = await this.competencies.coverage(tx);
    const mappings = await this.competencies.mappings(tx);
    const titles = (code: string, kind: TopicKind) =>
      mappings.filter((m) => m.competencyCode === code && m.kind === kind).map((m) => m.topicTitle);
    return frameworks.map((framework) => {
      const own = all.filter(({ frameworkCode }) => frameworkCode === framework.code);
      const categories = coverCategories(own, coverage).map((category) => ({
        ...category,
        topics: Object.fromEntries(TOPIC_KINDS.map((kind) => [kind, titles(category.code, kind)])) as Record<
          TopicKind,
          string[]
        >,
      }));
      return { framework, categories };
    });
  }
}
