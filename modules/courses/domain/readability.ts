/**
 * How hard a text is to read: the Flesch-Kincaid grade (Kincaid and others, 1975), a United States school grade.
 * The promise of the content is grade 8 or below (content brief). English only; Spanish is judged by `readability-es.ts`.
 */

/** Words of a plain text: runs of letters and digits, with inner apostrophes and hyphens kept ("person's"). */
export function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu) ?? [];
}

/** How many sentences a plain text has; one where none is marked. */
export function sentencesOf(text: string): number {
  const parts = text.split(/[.!?…]+(?:["”'’)\]]*)(?:\s|$)|\n\s*\n/u);
  return Math.max(1, parts.filter((part) => wordsOf(part).length > 0).length);
}

/** The grade of a plain text; 0 when it holds no word. One sentence is counted where none is marked. */
export function readingGrade(text: string): number {
  const words = wordsOf(text);
  if (words.length === 0) return 0;
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
  const grade = 0.39 * (words.length / sentencesOf(text)) + 11.8 * (syllables / words.length) - 15.59;
  return Math.round(grade * 10) / 10;
}

/** Whole minutes that reading takes at 200 words a minute, rounded up (content brief: minutes are honest). */
export function readingMinutes(wordCount: number): number {
  return Math.ceil(wordCount / 200);
}

/** Syllables by the usual English rule of thumb: groups of vowels, less a silent ending; at least one. */
function syllablesOf(word: string): number {
  return (
    word
      .toLowerCase()
      .split(/[-'’]/u)
      .filter((part) => part.length > 1)
      .reduce((sum, part) => sum + syllablesOfPart(part), 0) || 1
  );
}

function syllablesOfPart(part: string): number {
  if (part.length <= 3) return 1;
  const withoutSilentEnding = part.replace(/(?:[^laeiouycghsxz]es|[^aeiouydt]ed|[^laeiouy]e)$/u, (end) => end[0] ?? '');
  return Math.max(1, (withoutSilentEnding.match(/[aeiouyàâäéèêëîïôöùûü]{1,2}/gu) ?? []).length);
}
