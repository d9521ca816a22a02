import { sayWord } from '../../../src/platform/translation/say.js';
import { labelOf, type Choice } from '../domain/lists.js';

/** A closed list in the words of the page, to choose from. */
export function choicesOf(choices: readonly Choice[]): Choice[] {
  return choices.map(({ value, label, hint }) => ({
    value,
    label: sayWord(label),
    ...(hint !== undefined && { hint: sayWord(hint) }),
  }));
}

/** What one of a closed list is called on the page. */
export function sayLabel(choices: readonly Choice[], value: string): string {
  return sayWord(labelOf(choices, value));
}
