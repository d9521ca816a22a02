import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { coverCategories } from '../domain/coverage.js';
import { TOPIC_KINDS, type Competency, type Framework, type TopicKind } from '../domain/framework.js';
import { gapsOf, type Gap, type MappedCategory } from '../domain/gaps.js';
import { CompetencyRepository } from '../persistence/competency.repository.js';

/** With the titles of the training domains, exam domains and continuing-education topics it belongs to. */
export type CategoryCoverage = MappedCategory;

export interface FrameworkCoverage {
  readonly framework: Pick<Framework, 'code' | 'title' | 'source' | 'confirm' | 'principles'>;
  readonly categories: readonly CategoryCoverage[];
  /** What is asked for and not given yet, by name. */
  readonly gaps: readonly Gap[];
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
    const topics: { kind: TopicKind; title: string }[] = [];
    for (const kind of TOPIC_KINDS)
      for (const { title } of await this.competencies.topics(tx, kind)) topics.push({ kind, title });
    const isOf = (codes: ReadonlySet<string>, { kind, title }: (typeof topics)[number]) =>
      mappings.some((m) => codes.has(m.competencyCode) && m.kind === kind && m.topicTitle === title);
    const everything = new Set(all.map(({ code }) => code));
    // A topic concerns the frameworks that belong to it; one that none belongs to is missing in each.
    const concerns = (own: readonly Competency[]) => {
      const codes = new Set(own.map(({ code }) => code));
      return (topic: (typeof topics)[number]) => isOf(codes, topic) || !isOf(everything, topic);
    };
    return frameworks.map((framework) => {
      const own = all.filter(({ frameworkCode }) => frameworkCode === framework.code);
      const categories = coverCategories(own, coverage).map((category) => ({
        ...category,
        topics: Object.fromEntries(TOPIC_KINDS.map((kind) => [kind, titles(category.code, kind)])) as Record<
          TopicKind,
          string[]
        >,
      }));
      const { code, title, source, confirm, principles } = framework;
      const told = { code, title, source, confirm, principles };
      return { framework: told, categories, gaps: gapsOf(categories, topics.filter(concerns(own))) };
    });
  }
}
