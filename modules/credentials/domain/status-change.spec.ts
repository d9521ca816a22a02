import { Temporal } from 'temporal-polyfill';
import { credentialMoves, DECIDED_STATUSES, EVENT_KINDS, moveTo, type CredentialEvent } from './credential-event.js';
import { CHANGE_KINDS, changeProblem, reasons, type StatusChange } from './status-change.js';

const date = Temporal.PlainDate.from;
const today = date('2026-11-21');

function line(kind: CredentialEvent['kind'], on: string): CredentialEvent {
  const effectiveOn = date(on);
  const recordedAt = effectiveOn.toZonedDateTime('UTC').toInstant();
  const term =
    kind === 'issued' ? { number: 1, startsOn: effectiveOn, expiresOn: effectiveOn.add({ years: 2 }) } : null;
  return {
    id: `${kind}-${on}`,
    kind,
    effectiveOn,
    publicFrom: effectiveOn,
    recordedAt,
    term,
    stage: null,
    amends: null,
  };
}

const issued = line('issued', '2026-03-01');
const change = (rest: Partial<StatusChange> = {}): StatusChange => ({
  kind: 'suspended',
  reason: 'concern_looked_into',
  effectiveOn: today,
  publicFrom: today,
  ...rest,
});

describe('the moves of a credential', () => {
  it('reach every status, and lead out of none that is final', () => {
    const reached = new Set(EVENT_KINDS.flatMap((kind) => credentialMoves[kind].map(([, to]) => to)));
    expect([...reached].toSorted()).toEqual([...DECIDED_STATUSES].toSorted());
    for (const final of ['revoked', 'surrendered', 'superseded'] as const) {
      for (const kind of EVENT_KINDS) expect(moveTo(final, kind) ?? final).toBe(final);
    }
  });
});

describe('a change to a credential', () => {
  it('may be written with a reason of its kind', () => {
    for (const kind of CHANGE_KINDS) {
      const events = kind === 'reinstated' ? [issued, line('suspended', '2026-05-01')] : [issued];
      const [reason = ''] = Object.keys(reasons[kind]);
      expect(changeProblem(events, change({ kind, reason }), today)).toBeNull();
    }
  });

  it('is refused where the credential is in another state', () => {
    expect(changeProblem([issued], change({ kind: 'reinstated', reason: 'requirement_met' }), today)).toBe('move');
    const revoked = [issued, line('revoked', '2026-05-01')];
    for (const kind of CHANGE_KINDS) expect(changeProblem(revoked, change({ kind }), today)).toBe('move');
  });

  it('is refused with the reason of another kind', () => {
    expect(changeProblem([issued], change({ reason: 'ethics_decision' }), today)).toBe('reason');
    expect(changeProblem([issued], change({ reason: 'toString' }), today)).toBe('reason');
  });

  it('is refused before the credential began, and far in the future', () => {
    expect(changeProblem([issued], change({ effectiveOn: date('2026-02-28') }), today)).toBe('too_early');
    expect(changeProblem([issued], change({ effectiveOn: date('2062-11-21') }), today)).toBe('too_far_ahead');
    expect(changeProblem([issued], change({ publicFrom: date('2062-11-21') }), today)).toBe('too_far_ahead');
  });

  it('cannot end a pause before it began, nor begin one inside an earlier one', () => {
    const paused = [issued, line('suspended', '2026-05-01')];
    const reinstated: Partial<StatusChange> = { kind: 'reinstated', reason: 'requirement_met' };
    expect(changeProblem(paused, change({ ...reinstated, effectiveOn: date('2026-04-30') }), today)).toBe(
      'before_last_change',
    );
    expect(changeProblem(paused, change({ ...reinstated, effectiveOn: date('2026-05-01') }), today)).toBeNull();
    const again = [...paused, line('reinstated', '2026-06-01')];
    expect(changeProblem(again, change({ effectiveOn: date('2026-05-15') }), today)).toBe('before_last_change');
  });
});
