import type { Speech } from '../../../src/kernel/speech.js';

type Words = string | readonly string[];

/** Something that a letter tells, or how it is said in the letter's language. */
export type Told = Words | number | boolean | null | undefined | ((speech: Speech) => Words);

/** A letter to be written, as the module tells it in which something happened. */
export interface NewLetter {
  /** Names the wording, `content/letters/<kind>.<language>.hbs`. */
  kind: string;
  /** What happened, unique for ever: a repeat does nothing. */
  identity: string;
  /** A person at their present address, or an address that is not (yet) a person's. */
  to: { personId: string } | { email: string; name: string; personId?: string | null };
  bodyId?: string | null;
  /** BCP 47, for somebody who is no person here yet: a person's own choice goes before it. English where there is no wording in it. */
  language?: string | null;
  /**
   * What the letter tells: plain texts, lists of them, dates as ISO text; `path` becomes the address `link`. Words of our own,
   * such as those of a reason, are functions: they are made in the language that the letter is written in.
   */
  data: Readonly<Record<string, Told>>;
  /** Links and codes that open doors: forgotten once the letter is out. */
  secrets?: Record<string, string>;
}
