import type { ItemContent } from '../domain/item.js';
import { kindWords } from '../domain/item-words.js';

/** A question for the partial `item-bank/_question`: as candidates see it, and its key with the reasons. */
export function questionView(content: ItemContent) {
  const { kind, stem, scenario, options, references } = content;
  const inOrder = kind === 'ordering' ? options.toSorted((a, b) => (a.position ?? 0) - (b.position ?? 0)) : options;
  return {
    kind: kindWords[kind],
    hint: { single: 'Choose one.', multiple: 'Choose all that apply.', ordering: 'Give each step its place.' }[kind],
    paragraphs: scenario ? scenario.split(/\n{2,}/) : [],
    stem,
    // By letter: candidates get them in an order of their own.
    options: options.toSorted((a, b) => (a.key < b.key ? -1 : 1)).map(({ key, text }) => ({ key, text })),
    reasons: inOrder.map(({ key, text, rationale, correct, position }) => ({
      key,
      text,
      rationale,
      mark: position === undefined ? (correct ? 'Right' : 'Not right') : `Place ${position}`,
      isRight: correct === true || position !== undefined,
    })),
    references: references ?? [],
  };
}
