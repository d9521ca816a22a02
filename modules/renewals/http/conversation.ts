import type { RenewalNote } from '../use-cases/read-notes.js';

/** Notes and answers as the items of a timeline, newest first. @param names what the two are called for the reader */
export function conversation(notes: readonly RenewalNote[], names: Record<RenewalNote['by'], string>) {
  return notes.toReversed().map(({ by, text, on }) => ({ title: names[by], when: on, text }));
}
