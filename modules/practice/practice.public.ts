/** The door of practice: what it tells others. Signed time itself is evidence (facts `practice` and `supervision`). */
export { EntriesSigned } from './domain/entries-signed.js';
