import type { Competency, Framework } from './framework.js';

/** A competency with the topics it belongs to, by code and title. */
export interface CompetencyOutline {
  readonly code: string;
  readonly title: string;
  readonly topics: readonly { readonly code: string; readonly title: string }[];
}

export interface CategoryOutline extends CompetencyOutline {
  /** Whose word is awaited before anything may count for it. */
  readonly awaiting: string | null;
  readonly statements: readonly CompetencyOutline[];
}

export interface FrameworkOutline {
  readonly code: string;
  readonly title: string;
  readonly categories: readonly CategoryOutline[];
}

/** The frameworks as a tree, in their order, with the rows of the map that concern them. */
export function outlineOf(
  frameworks: readonly Pick<Framework, 'code' | 'title'>[],
  competencies: readonly Competency[],
  mappings: readonly { competencyCode: string; topicCode: string; topicTitle: string }[],
): FrameworkOutline[] {
  const one = ({ code, title }: Competency): CompetencyOutline => {
    const own = mappings.filter(({ competencyCode }) => competencyCode === code);
    return { code, title, topics: own.map(({ topicCode, topicTitle }) => ({ code: topicCode, title: topicTitle })) };
  };
  const under = (parent: string | null) => competencies.filter(({ categoryCode }) => categoryCode === parent);
  return frameworks.map(({ code, title }) => ({
    code,
    title,
    categories: under(null)
      .filter(({ frameworkCode }) => frameworkCode === code)
      .map((category) => ({
        ...one(category),
        awaiting: category.awaiting,
        statements: under(category.code).map(one),
      })),
  }));
}
