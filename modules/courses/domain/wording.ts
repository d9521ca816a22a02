/** A word that shames, found in a text, and what to write in its place. `index` is its place in the text. */
export interface WordingFault {
  word: string;
  instead: string;
  index: number;
}

/**
 * The avoid list for courses (domain notes §5, privacy and language). People may name themselves as they wish:
 * the list is for what the product says, never for what a person types.
 */
const AVOIDED: readonly [pattern: string, instead: string][] = [
  ['addicts?', 'person with a substance use disorder; person in recovery'],
  ['alcoholics?', 'person in recovery'],
  ['junk(?:ie|y|ies)', 'person who uses drugs'],
  ['substance abuse(?:rs?)?', 'substance use, substance use disorder'],
  ['drug abuse(?:rs?)?', 'drug use, substance use disorder'],
  ['relaps(?:e|es|ed|ing)', 'recurrence, return to use, setback'],
  ['mentally ill', 'person with a mental health condition'],
  ['schizophrenics?|bipolars', 'person who lives with the condition'],
  ['consumers?', 'person, person supported, peer'],
  ['clients?', 'person, person supported, peer'],
  ['non-?compliant|non-?compliance|treatment-resistant', 'chose not to; not yet'],
  ['suffers? from|suffering from|afflicted with', 'lives with'],
  ['former addicts?', 'person in recovery'],
  ['committed suicide', 'died by suicide'],
  ['failed|failing', 'not passed yet; did not work out'],
  ['rejected', 'returned for more information'],
  ['delinquent', 'overdue'],
  ['deficienc(?:y|ies)', 'still needed'],
  [
    '(?:come|came|tested|test|get|got|stay|stayed|staying) clean|clean (?:time|and sober)|dirty urine',
    'not using; in recovery',
  ],
];

const PATTERN = new RegExp(AVOIDED.map(([pattern]) => `(\\b(?:${pattern})\\b)`).join('|'), 'giu');

/** The avoided words of a text, in the order in which they stand in it. */
export function avoidedWords(text: string): WordingFault[] {
  return [...text.matchAll(PATTERN)].map((match) => ({
    word: match[0],
    instead: AVOIDED[match.slice(1).findIndex((group) => group !== undefined)]?.[1] ?? '',
    index: match.index,
  }));
}
