import type { Message } from '../eligibility-tree.js';
import { eventsOf } from './credential-history.js';
import type { CandidateFacts } from './candidate-facts.js';

const OTHER_CREDENTIAL: Message = { code: 'not_counted.other_credential' };

/**
 * Minutes that went into other credentials, by fact: the register writes with each grant and renewal what it counted
 * (`value.counted`).
 */
export function usedForOthers(facts: CandidateFacts, schemes: readonly string[] = []) {
  const used = new Map<string, { minutes: number; reason: Message }>();
  for (const scheme of schemes) {
    for (const { fact } of eventsOf(facts, scheme)) {
      const { counted } = fact.value;
      if (typeof counted !== 'object' || counted === null || Array.isArray(counted)) continue;
      for (const [factId, minutes] of Object.entries(counted)) {
        if (typeof minutes !== 'number') continue;
        used.set(factId, { minutes: (used.get(factId)?.minutes ?? 0) + minutes, reason: OTHER_CREDENTIAL });
      }
    }
  }
  return used;
}
