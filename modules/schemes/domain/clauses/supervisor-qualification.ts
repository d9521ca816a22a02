import { Temporal } from 'temporal-polyfill';
import type { Fact } from '../../../evidence/evidence.public.js';
import type { SupervisorRule } from '../definition/hours.js';
import type { Message } from '../eligibility-tree.js';
import type { Assessment } from './assessment.js';
import type { CandidateFact } from './candidate-facts.js';
import { activeSpans, isActive, type ActiveSpan } from './credential-history.js';

const NOT_STATED: Message = { code: 'not_counted.supervisor_qualification' };
const UNKNOWN_SIGNER: Message = { code: 'not_counted.signer_unknown' };
const NOT_ON_SERVICE: Message = { code: 'not_counted.signer_not_qualified_then' };
const NOT_ON_SIGNING: Message = { code: 'not_counted.signer_not_qualified_signing' };

/**
 * Why a signature does not count: who signed has to be qualified on the day of the service, on the day of the signature, or
 * (where the scheme says nothing) on both. By `statement` the signer confirmed it with the signature; by `register` the
 * signer's own credential events have to show it.
 */
export function supervisorBars(rule: SupervisorRule, { options, timeZone }: Assessment) {
  if (rule.proven_by !== 'register') {
    return ({ fact }: CandidateFact): Message | null =>
      fact.value.supervisor_qualification === rule.qualification ? null : NOT_STATED;
  }
  const { on = 'both' } = rule;
  const known = new Map<string, Qualified>();
  const qualified = (personId: string): Qualified => {
    let times = known.get(personId);
    if (!times) {
      const events = eventsShowing(options.signers?.get(personId) ?? [], rule.qualification);
      known.set(personId, (times = qualifiedTimes(activeSpans(events), timeZone)));
    }
    return times;
  };
  return ({ fact, day }: CandidateFact): Message | null => {
    // A registrar who took over signed practice vouches for the signer too.
    if (fact.vouchedBy?.method === 'registrar') return null;
    const signer = fact.vouchedBy?.personId;
    if (signer === undefined) return UNKNOWN_SIGNER;
    const { days, instants } = qualified(signer);
    if (on !== 'signing' && !isActive(days, day)) return NOT_ON_SERVICE;
    return on !== 'service' && !isActive(instants, fact.recordedAt.epochMilliseconds) ? NOT_ON_SIGNING : null;
  };
}

/** All events of the credentials that show a qualification: a suspension need not say again what it suspends. */
function eventsShowing(facts: readonly Fact[], qualification: string): readonly Fact[] {
  const showing = new Set(facts.filter((fact) => shows(fact, qualification)).map(({ value }) => value.credential_id));
  return facts.filter(
    (fact) =>
      fact.kind === 'credential_event' &&
      (fact.value.credential_id === undefined ? shows(fact, qualification) : showing.has(fact.value.credential_id)),
  );
}

/** A qualification is a credential of that name: by its scheme, its endorsement, or the qualification it says it gives. */
function shows({ kind, value }: Fact, qualification: string): boolean {
  if (kind !== 'credential_event') return false;
  const { scheme_code, endorsements, qualification: given } = value;
  return (
    given === qualification ||
    scheme_code === qualification.replaceAll('_', '-') ||
    (Array.isArray(endorsements) && endorsements.includes(qualification))
  );
}

/** When somebody was qualified: as days, and as the instants at which those days begin and end in the body's zone. */
interface Qualified {
  readonly days: readonly ActiveSpan[];
  readonly instants: readonly ActiveSpan[];
}

function qualifiedTimes(days: readonly ActiveSpan[], timeZone: string): Qualified {
  const begins = (date: Temporal.PlainDate) => date.toZonedDateTime(timeZone).epochMilliseconds;
  const instants = days.map(({ from, to }) => ({
    from: begins(dateOf(from)),
    to: begins(dateOf(to).add({ days: 1 })) - 1,
  }));
  return { days, instants };
}

function dateOf(day: number): Temporal.PlainDate {
  return new Temporal.PlainDate(Math.floor(day / 10_000), Math.floor(day / 100) % 100, day % 100);
}
