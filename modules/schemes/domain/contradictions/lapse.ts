import { compare, type Check, type Contradiction } from './contradiction.js';
import type { SchemeDefinition } from '../scheme-definition.js';
import { costsSomething } from '../terms/renewal-fee.js';

// What happens when a term ends without a renewal.

/** Every day after expiry must have one answer: tiers begin at once, follow without gap, and the last never ends. */
function lapseTiersFollowEachOther({ lapse }: SchemeDefinition): Contradiction[] {
  const found: Contradiction[] = [];
  lapse.tiers.forEach(({ from, to }, index) => {
    const path = ['lapse', 'tiers', index];
    const before = lapse.tiers[index - 1];
    const expected = before ? before.to : 'P0D';
    if (expected === null)
      found.push({ path, reason: 'the tier before this one never ends, so this one cannot begin' });
    else if (compare(from, expected) !== 0) {
      found.push({
        path: [...path, 'from'],
        reason: `this tier begins at ${from}; it must begin at ${expected}, without gap or overlap`,
      });
    }
    if (to !== null && compare(to, from) <= 0) {
      found.push({
        path: [...path, 'to'],
        reason: `this tier ends at ${to}, which is not after its beginning ${from}`,
      });
    }
  });
  const last = lapse.tiers.length - 1;
  if (lapse.tiers[last]?.to !== null) {
    found.push({
      path: ['lapse', 'tiers', last, 'to'],
      reason: 'the last tier must never end (to: null), so that every later day has an answer',
    });
  }
  return found;
}

/** Without late renewal there is nothing for which time could be left after the last valid day. */
function graceHasATier({ lapse }: SchemeDefinition): Contradiction[] {
  const { grace, tiers } = lapse;
  if (compare(grace, 'P0D') === 0 || tiers.some(({ action }) => action === 'renew_late')) return [];
  return [{ path: ['lapse', 'grace'], reason: `nothing can be renewed within the grace of ${grace}` }];
}

/** Whoever could renew late, had to reapply, and then may renew late again would be asked for two opposite things. */
function tiersOnlyGetHarder({ lapse }: SchemeDefinition): Contradiction[] {
  const order = ['renew_late', 'reinstate', 'reapply'];
  return lapse.tiers.flatMap(({ action }, index) => {
    const before = lapse.tiers[index - 1]?.action;
    return before && order.indexOf(action) < order.indexOf(before)
      ? [{ path: ['lapse', 'tiers', index, 'action'], reason: `${action} cannot come again after ${before}` }]
      : [];
  });
}

/** What is said about waiting for a fee means something only where there is one. */
function feeToWaitForIsThere(scheme: SchemeDefinition): Contradiction[] {
  if (scheme.renewal.fee_before_confirmation === undefined || costsSomething(scheme)) return [];
  return [{ path: ['renewal', 'fee_before_confirmation'], reason: 'a renewal has no fee (fees.renewal) to wait for' }];
}

export const LAPSE: readonly Check[] = [
  lapseTiersFollowEachOther,
  graceHasATier,
  tiersOnlyGetHarder,
  feeToWaitForIsThere,
];
