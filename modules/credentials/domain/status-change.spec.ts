import { Temporal } from 'temporal-polyfill';
import { credentialMoves, EVENT_KINDS, moveTo, type CredentialEvent } from './credential-event.js';
import { DECIDED_STATUSES } from './status.js';
import { CHANGE_KINDS, changeProblem, type ChangeFrame, reasons, type StatusChange } from './status-change.js';

const date = Temporal.PlainDate.from;
const today = date('2026-11-21');
const frame: ChangeFrame = { today, noticeEndsOn: null, isExplained: false };

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
    anchor: null,
    schemeVersionId: null,
    stage: null,
    endorsements: null,
    noteUntil: null,
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
      for (const kind of EVENT_KINDS) if (kind !== 'reversed') expect(moveTo(final, kind) ?? final).toBe(final);
    }
  });
});

describe('a change to a credential', () => {
  it('may be written with a reason of its kind', () => {
    for (const kind of CHANGE_KINDS) {
      const events = kind === 'reinstated' ? [issued, line('suspended', '2026-05-01')] : [issued];
      const [reason = ''] = Object.keys(reasons[kind]);
      expect(changeProblem(events, change({ kind, reason }), frame)).toBeNull();
    }
  });

  it('is refused where the credential is in another state', () => {
    expect(changeProblem([issued], change({ kind: 'reinstated', reason: 'requirement_met' }), frame)).toBe('move');
    const revoked = [issued, line('revoked', '2026-05-01')];
    for (const kind of CHANGE_KINDS) expect(changeProblem(revoked, change({ kind }), frame)).toBe('move');
  });

  it('is refused with the reason of another kind', () => {
    expect(changeProblem([issued], change({ reason: 'granted_in_error' }), frame)).toBe('reason');
    expect(changeProblem([issued], change({ reason: 'toString' }), frame)).toBe('reason');
  });

  it('is refused before the credential began, and far in the future', () => {
    expect(changeProblem([issued], change({ effectiveOn: date('2026-02-28') }), frame)).toBe('too_early');
    expect(changeProblem([issued], change({ effectiveOn: date('2062-11-21') }), frame)).toBe('too_far_ahead');
    expect(changeProblem([issued], change({ publicFrom: date('2062-11-21') }), frame)).toBe('too_far_ahead');
  });

  it('cannot end a pause before it began, nor begin one inside an earlier one', () => {
    const paused = [issued, line('suspended', '2026-05-01')];
    const reinstated: Partial<StatusChange> = { kind: 'reinstated', reason: 'requirement_met' };
    expect(changeProblem(paused, change({ ...reinstated, effectiveOn: date('2026-04-30') }), frame)).toBe(
      'before_last_change',
    );
    expect(changeProblem(paused, change({ ...reinstated, effectiveOn: date('2026-05-01') }), frame)).toBeNull();
    const again = [...paused, line('reinstated', '2026-06-01')];
    expect(changeProblem(again, change({ effectiveOn: date('2026-05-15') }), frame)).toBe('before_last_change');
  });
});

describe('notice', () => {
  const noticed: ChangeFrame = { today, noticeEndsOn: date('2026-12-21'), isExplained: false };
  const revoked: Partial<StatusChange> = { kind: 'revoked', reason: 'ethics_decision' };

  it('puts a decision against the holder off until it is over', () => {
    for (const against of [{}, revoked, { kind: 'reprimanded' as const, reason: 'ethics_decision' }]) {
      expect(changeProblem([issued], change({ ...against, effectiveOn: date('2026-12-20') }), noticed)).toBe(
        'too_soon',
      );
      expect(changeProblem([issued], change({ ...against, effectiveOn: date('2026-12-21') }), noticed)).toBeNull();
    }
  });

  it('is not for what the holder asked for, nor for what is lifted', () => {
    expect(changeProblem([issued], change({ reason: 'holder_asked' }), noticed)).toBeNull();
    expect(changeProblem([issued], change({ kind: 'surrendered', reason: 'holder_asked' }), noticed)).toBeNull();
    const lifted = change({ kind: 'reinstated', reason: 'concern_closed' });
    expect(changeProblem([issued, line('suspended', '2026-05-01')], lifted, noticed)).toBeNull();
  });

  it('is passed over in an emergency, with the reason in words', () => {
    expect(changeProblem([issued], change({ emergency: true }), noticed)).toBe('emergency_words');
    expect(changeProblem([issued], change({ emergency: true }), { ...noticed, isExplained: true })).toBeNull();
  });

  it('is not given twice: who had it before, in a complaint, is told nothing of an emergency', () => {
    expect(changeProblem([issued], change({ noticeGiven: true }), noticed)).toBeNull();
  });

  it('has a last day only for the note of a reprimand, and not before its first', () => {
    const reprimand: Partial<StatusChange> = { kind: 'reprimanded', reason: 'ethics_decision' };
    const until = (noteUntil: string, rest: Partial<StatusChange> = reprimand) =>
      changeProblem([issued], change({ ...rest, noteUntil: date(noteUntil) }), frame);
    expect(until('2027-11-21')).toBeNull();
    expect(until('2026-11-20')).toBe('note_until');
    expect(until('2027-11-21', {})).toBe('note_until');
  });
});
