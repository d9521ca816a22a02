import type { CoveredCategory } from './coverage.js';
import type { TopicKind } from './framework.js';

/** Something that the frameworks or the map ask for and that no course gives yet. `awaiting`: a category that waits for its community's word. */
export type Gap =
  | { readonly kind: 'awaiting'; readonly code: string; readonly title: string }
  | { readonly kind: 'not_taught' | 'not_asked'; readonly code: string; readonly title: string }
  | { readonly kind: 'topic'; readonly vocabulary: TopicKind; readonly title: string };

/** A category with the topics of the map that it belongs to. */
export interface MappedCategory extends CoveredCategory {
  readonly topics: Readonly<Record<TopicKind, readonly string[]>>;
}

/**
 * What is missing, named: categories that wait for their community's word and are not taught yet, statements that no lesson teaches,
 * categories that are taught and that no quiz asks about, and topics of the map to which no taught category belongs. A category that
 * waits is one gap; its statements are not told again.
 *
 * @param topics every topic of the map, by vocabulary
 */
export function gapsOf(
  categories: readonly MappedCategory[],
  topics: readonly { readonly kind: TopicKind; readonly title: string }[],
): Gap[] {
  const isAwaited = ({ awaiting, taught }: MappedCategory) => awaiting !== null && !taught;
  const expected = categories.filter((category) => !isAwaited(category));
  const notTaught = expected.flatMap(({ statements }) => statements.filter(({ taught }) => !taught));
  const isAsked = ({ courses, statements }: MappedCategory) =>
    [...courses, ...statements.flatMap((one) => one.courses)].some(({ items }) => items > 0);
  const notAsked = expected.filter((category) => category.taught && !isAsked(category));
  const carried = (kind: TopicKind, title: string) =>
    expected.some((one) => one.taught && one.topics[kind].includes(title));
  return [
    ...categories.filter(isAwaited).map(({ code, title }): Gap => ({ kind: 'awaiting', code, title })),
    ...notTaught.map(({ code, title }): Gap => ({ kind: 'not_taught', code, title })),
    ...notAsked.map(({ code, title }): Gap => ({ kind: 'not_asked', code, title })),
    ...topics
      .filter(({ kind, title }) => !carried(kind, title))
      .map(({ kind, title }): Gap => ({ kind: 'topic', vocabulary: kind, title })),
  ];
}
