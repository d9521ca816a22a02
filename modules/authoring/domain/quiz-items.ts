import { parseDocument, type Document } from 'yaml';

/** One question as its form holds it; the schema of quizzes says whether it is whole. */
export interface ItemText {
  readonly code: string;
  readonly competency: string;
  readonly exam_domain: string;
  readonly kind: string;
  readonly scenario?: string | undefined;
  readonly stem: string;
  readonly options: readonly OptionText[];
  readonly references?: readonly string[] | undefined;
  readonly author: string;
  readonly review: string;
}

export interface OptionText {
  readonly key: string;
  readonly text: string;
  readonly correct?: boolean | undefined;
  readonly position?: number | undefined;
  readonly rationale: string;
}

/** The questions of a quiz.yaml, as far as it can be read; none where it is not YAML. */
export function itemsIn(quizText: string): Partial<ItemText>[] {
  const document = parseDocument(quizText);
  if (document.errors.length > 0) return [];
  const items: unknown = (document.toJS() as { items?: unknown } | null)?.items;
  return Array.isArray(items) ? items.filter((one): one is Partial<ItemText> => typeof one === 'object' && !!one) : [];
}

/**
 * The text of quiz.yaml with this question in the place of the one with that code, or at the end; everything else stays, with its
 * comments. @returns null where the text is not YAML with a list of items
 */
export function withItem(quizText: string, code: string | null, item: ItemText): string | null {
  const document = parseDocument(quizText);
  const at = itemsIn(quizText).findIndex((one) => one.code === code);
  if (document.errors.length > 0 || !Array.isArray((document.toJS() as { items?: unknown } | null)?.items)) return null;
  put(document, at, JSON.parse(JSON.stringify(item)));
  return document.toString({ lineWidth: 0 });
}

function put(document: Document, at: number, item: unknown): void {
  const node = document.createNode(item);
  if (at < 0) document.addIn(['items'], node);
  else document.setIn(['items', at], node);
}

/** The text of course.yaml with one more file in its list of lessons or sessions; null where it cannot be read. */
export function withListed(courseText: string, list: 'lessons' | 'sessions', file: string): string | null {
  const document = parseDocument(courseText);
  if (document.errors.length > 0) return null;
  if (document.hasIn([list])) document.addIn([list], file);
  else document.setIn([list], document.createNode([file]));
  return document.toString({ lineWidth: 0 });
}
