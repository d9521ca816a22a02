import { speechIn } from '../../../src/platform/translation/speech.js';
import { doneLines, neededLines } from '../domain/renewal-words.js';
import type { LapseTier } from '../../schemes/schemes.public.js';
import type { OwnRenewal, SentRenewal } from '../use-cases/read-renewals.js';

/** A renewal that was sent; amounts of its fees in cents. */
function sentDocument({ fees, ...sent }: SentRenewal) {
  const invoices = fees.invoices.map(({ id, number, fee, amountCents, currency, state }) => {
    return { id, number, fee, amountCents, currency, state };
  });
  /** Whether it is confirmed only once the open ones are paid or waived. */
  return { ...sent, fees: { invoices, waits: fees.waits } };
}

/** One credential's renewal as JSON; dates as ISO text, amounts in minutes. */
export function renewalDocument({ credential, window, tree, today, sent }: OwnRenewal) {
  const { number, title, expiresOn } = credential;
  return {
    number,
    title,
    expiresOn: expiresOn.toString(),
    onDate: today.toString(),
    state: window.state,
    opensOn: 'opensOn' in window ? window.opensOn.toString() : null,
    /** The stage that follows, where the one it is in is not renewed. */
    nextStage: window.state === 'next_stage' ? window.stage : null,
    /** At which terms, once it is late: what can be done, the added fee, and through which day. */
    late: 'tier' in window ? tierDocument(window.tier) : null,
    met: tree.met,
    done: doneLines(tree, speechIn('en')),
    stillNeeded: neededLines(tree),
    clauses: tree.clauses,
    renewal: sent && sentDocument(sent),
  };
}

function tierDocument({ action, fee, startsOn, endsOn }: LapseTier) {
  return { action, fee, startsOn: startsOn.toString(), endsOn: endsOn?.toString() ?? null };
}
