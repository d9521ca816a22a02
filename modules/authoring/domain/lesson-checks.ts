import { parseDocument } from 'yaml';
import { fileOf, partsOf } from './draft-files.js';

/** One question of "Check your understanding" as its form holds it; the schema of lessons says whether it is whole. */
export interface CheckText {
  readonly question: string;
  readonly options: readonly { readonly text: string; readonly correct: boolean; readonly feedback: string }[];
}

/** The questions in the front matter of a lesson's file, as far as it can be read; none where it is not YAML. */
export function checksIn(lessonText: string): CheckText[] {
  const document = parseDocument(partsOf(lessonText).front);
  if (document.errors.length > 0) return [];
  const checks: unknown = (document.toJS() as { checks?: unknown } | null)?.checks;
  if (!Array.isArray(checks)) return [];
  return checks.map((one: Partial<CheckText> | null) => ({
    question: String(one?.question ?? ''),
    options: (Array.isArray(one?.options) ? one.options : []).map(({ text = '', correct = false, feedback = '' }) => {
      return { text: String(text), correct: correct === true, feedback: String(feedback) };
    }),
  }));
}

/**
 * The text of the lesson's file with these questions in the place of those it had; everything else stays, with its comments.
 * @returns null where the front matter is not YAML
 */
export function withChecks(lessonText: string, checks: readonly CheckText[]): string | null {
  const { front, body } = partsOf(lessonText);
  const document = parseDocument(front);
  if (front.trim() === '' || document.errors.length > 0) return null;
  document.setIn(['checks'], document.createNode(checks));
  return fileOf({ front: document.toString({ lineWidth: 0 }), body });
}
