import type { Wording } from './wording.js';

type Words = Readonly<Record<string, string>>;

/** What may stand in a message where a name stands in braces; anything else is words. */
const FIGURES: Readonly<Record<string, string>> = {
  date: String.raw`\d{4}-\d\d-\d\d`,
  from_date: String.raw`\d{4}-\d\d-\d\d`,
  minutes: String.raw`\d+ h \d+ min|\d+ (?:h|min)`,
  ...Object.fromEntries(
    ['pass', 'attempts', 'percent', 'count', 'min', 'max', 'amount'].map((n) => [n, String.raw`-?[\d.]+`]),
  ),
};

/**
 * Says a clause's title or reason in another language. Trees are kept in the words in which somebody read and decided on them,
 * so these words are what there is to go by.
 * @returns nothing for a text that the wording does not have
 */
export function rewording(from: Wording, to: Wording): (text: string) => string | undefined {
  const texts = new Map(
    [
      pairs(from.topics, to.topics),
      pairs(from.parts, to.parts),
      pairs(from.checkpoints, to.checkpoints),
      pairs(from.clauses, to.clauses),
    ].flat(),
  );
  // The most said first: a short message's places may take in all of a longer one.
  const messages = pairs(from.messages, to.messages)
    .toSorted(([a], [b]) => lengthOf(b) - lengthOf(a))
    .map(([text, said]) => ({ ...patternOf(text), said }));
  const values = valuesBetween(from, to, texts);
  return (text) => {
    const title = texts.get(text);
    if (title !== undefined) return title;
    for (const { pattern, names, said } of messages) {
      const [, ...given] = pattern.exec(text) ?? [];
      if (!pattern.test(text)) continue;
      return said.replaceAll(/\{(\w+)\}/g, (_, name: string) => values(name, given[names.indexOf(name)] ?? ''));
    }
    return undefined;
  };
}

function pairs(from: Words, to: Words): [string, string][] {
  return Object.entries(from).flatMap(([code, text]) => (to[code] === undefined ? [] : [[text, to[code]]]));
}

/** How many characters of a message are its own. */
function lengthOf(message: string): number {
  return message.replaceAll(/\{\w+\}/g, '').length;
}

function patternOf(text: string): { pattern: RegExp; names: string[] } {
  const names = [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const pieces = text.split(/\{\w+\}/).map((piece) => piece.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`));
  const source = pieces.map((piece, at) => (at === 0 ? piece : `(${FIGURES[names[at - 1] ?? ''] ?? '.+?'})${piece}`));
  return { pattern: new RegExp(`^${source.join('')}$`, 's'), names };
}

function valuesBetween(from: Wording, to: Wording, texts: ReadonlyMap<string, string>) {
  const words = new Map([...pairs(from.units, to.units), ...pairs(from.events, to.events), ...texts]);
  // The longest first: one document's words may begin with another's.
  const documents = pairs(from.documents, to.documents).toSorted(([a], [b]) => b.length - a.length);
  return (name: string, given: string): string =>
    name === 'documents' ? documentsIn(given, documents, [from.or, to.or]) : (words.get(given) ?? given);
}

/** "a high school diploma, a letter or your photo ID", each in its other words. */
function documentsIn(text: string, documents: readonly [string, string][], [or, otherOr]: [string, string]): string {
  const found = documents.find(([words]) => text.startsWith(words));
  if (!found) return text;
  const rest = text.slice(found[0].length);
  const [between] = [', ', ` ${or} `].filter((one) => rest.startsWith(one));
  if (between === undefined) return `${found[1]}${rest}`;
  const others = documentsIn(rest.slice(between.length), documents, [or, otherOr]);
  return `${found[1]}${between === ', ' ? between : ` ${otherOr} `}${others}`;
}
