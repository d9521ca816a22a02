import { doneLines, neededLines } from '../domain/renewal-words.js';
import type { OwnRenewal } from '../use-cases/read-renewals.js';

/** One credential's renewal as JSON; dates as ISO text, amounts in minutes. */
export function renewalDocument({ credential, window, tree, today, sent }: OwnRenewal) {
  const { number, title, expiresOn } = credential;
  return {
    number,
    title,
    expiresOn: expiresOn.toString(),
    onDate: today.toString(),
    state: window.state,
    opensOn: window.state === 'ended' ? null : window.opensOn.toString(),
    met: tree.met,
    done: doneLines(tree),
    stillNeeded: neededLines(tree),
    clauses: tree.clauses,
    renewal: sent,
  };
}
