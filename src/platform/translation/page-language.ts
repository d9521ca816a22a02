import { AsyncLocalStorage } from 'node:async_hooks';
import type { Language } from '../../kernel/languages.js';

/** Something that knows in which language the one who asks reads. */
export interface Reader {
  readonly language: Language;
}

const readers = new AsyncLocalStorage<Reader>();

/** Everything that `work` begins speaks to this reader. */
export function speakTo<T>(reader: Reader, work: () => T): T {
  return readers.run(reader, work);
}

/** The language of the page that is being made; English outside of requests: jobs, commands, the API. */
export function pageLanguage(): Language {
  return readers.getStore()?.language ?? 'en';
}
