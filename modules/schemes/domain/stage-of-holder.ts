import { Temporal } from 'temporal-polyfill';
import type { Fact } from '../../evidence/evidence.public.js';
import { candidateFacts } from './clauses/candidate-facts.js';
import { eventsOf } from './clauses/credential-history.js';
import type { EvaluatedScheme } from './evaluate.js';
import { firstStage, lastStage } from './stages.js';

/** A stage that a person was granted and no decision has ended; by its dates it may be over. */
export interface HeldStage {
  readonly stage: string;
  /** The last valid day of its term; null where the register told none. */
  readonly expiresOn: Temporal.PlainDate | null;
}

/** Decisions after which nothing is held any more. */
const ENDED = new Set(['revoked', 'surrendered', 'superseded', 'retired']);

/**
 * The stage that a person holds of a scheme of this body, by the events of its register.
 * @param facts effective facts of one person
 * @param onDate later events are not looked at
 */
export function heldStage(
  { definition, bodyId }: EvaluatedScheme,
  facts: readonly Fact[],
  onDate: Temporal.PlainDate,
): HeldStage | null {
  const candidates = candidateFacts(
    facts.filter(({ kind }) => kind === 'credential_event'),
    bodyId,
    onDate,
  );
  let held = null as HeldStage | null;
  for (const { fact, barred } of eventsOf(candidates, definition.id)) {
    const { stage, expires_on } = fact.value;
    if (barred) continue;
    if (ENDED.has(fact.code ?? '')) held = null;
    else if (typeof stage === 'string' && definition.credential.stages.some(({ code }) => code === stage)) {
      const told = typeof expires_on === 'string' ? Temporal.PlainDate.from(expires_on) : null;
      held = { stage, expiresOn: told ?? (held?.stage === stage ? held.expiresOn : null) };
    }
  }
  return held;
}

/** The stage that is asked of a person next: the first, or the one after what they hold; the last has none after it. */
export function nextStage({ definition }: Pick<EvaluatedScheme, 'definition'>, held: HeldStage | null): string {
  if (!held) return firstStage(definition);
  const codes = definition.credential.stages.map(({ code }) => code);
  return codes[codes.indexOf(held.stage) + 1] ?? lastStage(definition);
}
