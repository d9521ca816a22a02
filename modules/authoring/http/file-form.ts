import { fileOf, inUnixLines, kindOf } from '../domain/draft-files.js';

type Sent = Readonly<Record<string, unknown>>;

/** What was typed into the editor of a file: its text as the file would hold it, and the revision it was written from. */
export function typedFile(path: string, sent: Sent): { text: string; revision: number } {
  const kind = kindOf(path);
  const text =
    kind === 'lesson' || kind === 'session'
      ? fileOf({ front: textOf(sent, 'front'), body: textOf(sent, 'body') })
      : `${inUnixLines(textOf(sent, 'text')).trimEnd()}\n`;
  return { text, revision: revisionIn(sent) };
}

export function revisionIn(sent: Sent): number {
  const revision = Number(textOf(sent, 'revision'));
  return Number.isSafeInteger(revision) ? revision : 0;
}

export function textOf(sent: Sent, name: string): string {
  const value = sent[name];
  return typeof value === 'string' ? value : '';
}
