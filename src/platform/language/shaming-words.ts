/** One entry of content/language/avoid.yaml, or of the list of another language. */
export interface AvoidedWord {
  /** Of the texts it is looked for in; English where it is not said. */
  language?: string;
  /** Letters with optional endings in brackets, "addict(s|ed)"; a bracket at the beginning is a choice, "(drug|alcohol) abuse". */
  word: string;
  use: string;
  except?: readonly string[];
}

export interface ShamingWord {
  /** As it stands in the text. */
  word: string;
  suggestion: string;
  /** From 1. */
  line: number;
}

const allowed = /language: allow/i;

/**
 * Words of a text that shame or label, in the order they stand there. Lines marked `language: allow` (in whatever comment the
 * format has) and the line after such a mark are left alone: people may be quoted in their own words.
 * @param language of the text; only the words of that language are looked for ("en" and "en-US" are one)
 */
export function findShamingWords(text: string, avoided: readonly AvoidedWord[], language = 'en'): ShamingWord[] {
  const patterns = patternsOf(avoided, language.split('-')[0] ?? '');
  const lines = text.split('\n');
  return lines.flatMap((line, index) => {
    if (allowed.test(line) || allowed.test(lines[index - 1] ?? '')) return [];
    const found = patterns.flatMap(({ pattern, use, except }) =>
      [...without(line, except).matchAll(pattern)].map((match) => ({
        word: match[0],
        suggestion: use,
        line: index + 1,
        at: match.index,
      })),
    );
    return found
      .sort((a, b) => a.at - b.at)
      .map(({ word, suggestion, line: number }) => ({ word, suggestion, line: number }));
  });
}

interface Pattern {
  readonly pattern: RegExp;
  readonly use: string;
  readonly except: readonly RegExp[];
}

const patternsOfLists = new WeakMap<readonly AvoidedWord[], Map<string, readonly Pattern[]>>();

/** The words of one language as they are looked for; made once for each list, since lists are long and texts many. */
function patternsOf(avoided: readonly AvoidedWord[], language: string): readonly Pattern[] {
  const known = patternsOfLists.get(avoided)?.get(language);
  if (known) return known;
  const made = avoided
    .filter((one) => (one.language ?? 'en') === language)
    .map(({ word, use, except = [] }) => ({ pattern: patternOf(word), use, except: except.map(phrasePattern) }));
  patternsOfLists.set(avoided, new Map(patternsOfLists.get(avoided)).set(language, made));
  return made;
}

/** Spaces in the list also match a dash or two spaces; brackets after a word are optional, brackets that stand alone are not. */
function patternOf(word: string): RegExp {
  const source = word
    .replaceAll('(-| )', ' ')
    .replace(/(?<=\p{L})\(([^)]*)\)/gu, '(?:$1)?')
    .replace(/(?<![\p{L}?:])\((?!\?)/gu, '(?:')
    .replace(/\s+/g, '[\\s-]+');
  return new RegExp(`(?<![\\p{L}\\p{N}])${source}(?![\\p{L}\\p{N}])`, 'giu');
}

function phrasePattern(phrase: string): RegExp {
  return new RegExp(phrase.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'gi');
}

/** The line with its permitted phrases blanked out, so that places stay the same. */
function without(line: string, phrases: readonly RegExp[]): string {
  return phrases.reduce((rest, phrase) => rest.replace(phrase, (found) => ' '.repeat(found.length)), line);
}
