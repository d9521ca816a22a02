import { appendOnly } from './append-only.js';
import { audited, grants } from './decisions.js';
import { examStatistics } from './exam-statistics.js';
import { files } from './files.js';
import { numbers } from './numbers.js';
import { answers, letters, outbox } from './outgoing.js';
import { days, signatures } from './practice.js';
import type { KeptPromise } from './promise.js';
import { oneActive, registerFacts, terms } from './register-rows.js';
import { registerEntries, registerState } from './register-state.js';
import { results } from './results.js';

/** Every promise that is checked, in the order in which it is told. */
export const promises: readonly KeptPromise[] = [
  registerState,
  registerEntries,
  oneActive,
  terms,
  registerFacts,
  numbers,
  grants,
  results,
  audited,
  files,
  signatures,
  days,
  examStatistics,
  outbox,
  letters,
  answers,
  appendOnly,
];
