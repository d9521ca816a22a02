import { Temporal } from 'temporal-polyfill';
import type { Fact } from '../../../evidence/evidence.public.js';
import type { SupervisorRule } from '../definition/hours.js';
import type { Message } from '../eligibility-tree.js';
import type { Assessment } from './assessment.js';
import { dayNumber, type CandidateFact } from './candidate-facts.js';
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
  const spansBySigner = new Map<string, readonly ActiveSpan[]>();
  const spansOf = (personId: string): readonly ActiveSpan[] => {
    let spans = spansBySigner.get(personId);
    if (!spans) {
      const events = (options.signers?.get(personId) ?? []).filter((fact) => shows(fact, rule.qualification));
      spansBySigner.set(personId, (spans = activeSpans(events)));
    }
    return spans;
  };
  const days = new SigningDays(timeZone);
  return ({ fact, day }: CandidateFact): Message | null => {
    // A registrar who took over signed practice vouches for the signer too.
    if (fact.vouchedBy?.method === 'registrar') return null;
    const signer = fact.vouchedBy?.personId;
    if (signer === undefined) return UNKNOWN_SIGNER;
    const spans = spansOf(signer);
    if (on !== 'signing' && !isActive(spans, day)) return NOT_ON_SERVICE;
    return on !== 'service' && !isActive(spans, days.of(fact.recordedAt)) ? NOT_ON_SIGNING : null;
  };
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

/** The day of a signature in the body's zone. Entries signed together share their instant, and it is read once. */
class SigningDays {
  private readonly days = new Map<number, number>();

  constructor(private readonly timeZone: string) {}

  of(signedAt: Temporal.Instant): number {
    const { epochMilliseconds } = signedAt;
    let day = this.days.get(epochMilliseconds);
    if (day === undefined) {
      day = dayNumber(signedAt.toZonedDateTimeISO(this.timeZone).toPlainDate());
      this.days.set(epochMilliseconds, day);
    }
    return day;
  }
}
