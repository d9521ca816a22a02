import { LineCounter, parseDocument } from 'yaml';

/** The current text of each file of a draft, by its path within the course. */
export type DraftTexts = ReadonlyMap<string, string>;

const PATH = /^(?:course\.yaml|quiz\.yaml|(?:lessons|sessions)\/[A-Za-z0-9][A-Za-z0-9._-]{0,99}\.md)$/;

/** Whether a course can have a file of that path; the table `course_draft_file` refuses any other. */
export function isFilePath(path: string): boolean {
  return PATH.test(path);
}

export type FileKind = 'course' | 'quiz' | 'lesson' | 'session';

export function kindOf(path: string): FileKind {
  if (path.startsWith('lessons/')) return 'lesson';
  if (path.startsWith('sessions/')) return 'session';
  return path === 'quiz.yaml' ? 'quiz' : 'course';
}

const ORDER: readonly FileKind[] = ['course', 'lesson', 'session', 'quiz'];

/** As an author goes through them: the course, its lessons, its sessions, its questions. */
export function inOrder(paths: Iterable<string>): string[] {
  return [...paths].toSorted(
    (a, b) => ORDER.indexOf(kindOf(a)) - ORDER.indexOf(kindOf(b)) || (a < b ? -1 : Number(a > b)),
  );
}

const FRONT_MATTER = /^---\r?\n([\s\S]*?\r?\n)---\r?\n/u;

/** A lesson's or session's file as an author edits it: front matter and body apart. A file without front matter is all body. */
export function partsOf(text: string): { front: string; body: string } {
  const match = FRONT_MATTER.exec(text);
  return match ? { front: match[1] ?? '', body: text.slice(match[0].length) } : { front: '', body: text };
}

/** Files that are no YAML where they should be, with the line at which reading stops: nobody can review what cannot be read. */
export function unreadableIn(texts: DraftTexts): { path: string; line: number }[] {
  return inOrder(texts.keys()).flatMap((path) => {
    const text = texts.get(path) ?? '';
    const isWhole = ['course', 'quiz'].includes(kindOf(path));
    const front = isWhole ? text : partsOf(text).front;
    const lines = new LineCounter();
    const [error] = parseDocument(front, { lineCounter: lines, prettyErrors: false }).errors;
    if (error) return [{ path, line: lines.linePos(error.pos[0]).line + (isWhole ? 0 : 1) }];
    return front.trim() === '' ? [{ path, line: 1 }] : [];
  });
}

/**
 * The opposite of {@link partsOf}: lines end as in files and not as the web sends them, and a blank line stands between both parts
 * (a text area drops one that its text begins with).
 */
export function fileOf({ front, body }: { front: string; body: string }): string {
  return `---\n${inUnixLines(front).trimEnd()}\n---\n\n${inUnixLines(body).replace(/^\n+/u, '').trimEnd()}\n`;
}

/** A text of a form as a file holds it. */
export function inUnixLines(text: string): string {
  return text.replaceAll('\r\n', '\n');
}
