import { Temporal } from 'temporal-polyfill';
import type { CredentialEvent } from './credential-event.js';
import { registerState } from './register-state.js';
import { publicEvents, standing } from './standing.js';

const date = Temporal.PlainDate.from;
const at = (day: string): Temporal.Instant => Temporal.Instant.from(`${day}T12:00:00Z`);
const FOREVER = at('2100-01-01');

let sequence = 0;
function line(kind: CredentialEvent['kind'], recorded: string, rest: Partial<CredentialEvent> = {}): CredentialEvent {
  sequence += 1;
  const effectiveOn = rest.effectiveOn ?? date(recorded);
  return {
    id: `event-${sequence}`,
    kind,
    effectiveOn,
    publicFrom: effectiveOn,
    recordedAt: at(recorded),
    term: null,
    anchor: null,
    schemeVersionId: null,
    stage: null,
    endorsements: null,
    noteUntil: null,
    amends: null,
    ...rest,
  };
}

const term = (number: number, startsOn: string, expiresOn: string) => ({
  number,
  startsOn: date(startsOn),
  expiresOn: date(expiresOn),
});
const issued = line('issued', '2026-03-01', { term: term(1, '2026-03-01', '2028-02-29'), stage: 'full' });

function statusOn(day: string, events: CredentialEvent[], knownAt = FOREVER) {
  return standing(events, date(day), knownAt)?.status ?? null;
}

describe('the standing of a credential', () => {
  it('is nothing before the register knew of it, and not yet in force before its first day', () => {
    expect(standing([issued], date('2026-03-01'), at('2026-02-28'))).toBeNull();
    expect(statusOn('2026-02-28', [issued])).toBe('not_yet_in_force');
  });

  it('is active through the last day and expired on the day after', () => {
    expect(statusOn('2026-03-01', [issued])).toBe('active');
    expect(statusOn('2028-02-29', [issued])).toBe('active');
    const after = standing([issued], date('2028-03-01'), FOREVER);
    expect(after).toMatchObject({ status: 'expired', stage: 'full', concurrent: [] });
    expect(after?.since.toString()).toBe('2028-03-01');
  });

  it('is not active after the last day where the board does not say what it calls that, from the tier on that does', () => {
    const lapse = [
      { to: 'P1Y', public_status: null },
      { to: null, public_status: 'expired' as const },
    ];
    const texas = { ...issued, lapse };
    expect(statusOn('2028-02-29', [texas])).toBe('active');
    expect(statusOn('2028-03-01', [texas])).toBe('not_active');
    const after = (day: string) => {
      const { status, since } = standing([texas], date(day), FOREVER) ?? {};
      return [status, since?.toString()];
    };
    expect(after('2029-02-28')).toEqual(['not_active', '2028-03-01']);
    expect(after('2029-03-01')).toEqual(['expired', '2029-03-01']);
    const renewed = line('renewed', '2028-06-10', { term: term(2, '2028-06-10', '2030-02-28') });
    expect(statusOn('2028-06-09', [texas, renewed])).toBe('not_active');
    expect(statusOn('2030-03-01', [texas, renewed])).toBe('expired');
  });

  it('goes on without a gap when renewed in time, active since the first term', () => {
    const renewed = line('renewed', '2028-01-10', { term: term(2, '2028-03-01', '2030-02-28') });
    const answer = standing([issued, renewed], date('2029-01-01'), FOREVER);
    expect(answer?.status).toBe('active');
    expect(answer?.since.toString()).toBe('2026-03-01');
    expect(answer?.expiresOn.toString()).toBe('2030-02-28');
    expect(standing([issued, renewed], date('2028-02-01'), FOREVER)?.expiresOn.toString()).toBe('2030-02-28');
    expect(standing([issued, renewed], date('2028-01-09'), FOREVER)?.expiresOn.toString()).toBe('2028-02-29');
  });

  it('keeps the days between expired when renewed late', () => {
    const renewed = line('renewed', '2028-05-01', { term: term(2, '2028-05-01', '2030-02-28') });
    expect(statusOn('2028-04-15', [issued, renewed])).toBe('expired');
    const answer = standing([issued, renewed], date('2028-05-01'), FOREVER);
    expect(answer?.status).toBe('active');
    expect(answer?.since.toString()).toBe('2028-05-01');
  });

  it('is suspended between the two effective dates, and tells both when it also expired', () => {
    const suspended = line('suspended', '2026-06-01', { effectiveOn: date('2026-06-10') });
    const reinstated = line('reinstated', '2028-04-01');
    expect(statusOn('2026-06-09', [issued, suspended])).toBe('active');
    expect(statusOn('2026-06-10', [issued, suspended])).toBe('suspended');
    const both = standing([issued, suspended], date('2028-03-15'), FOREVER);
    expect(both).toMatchObject({ status: 'suspended', concurrent: ['expired'] });
    expect(statusOn('2028-04-01', [issued, suspended, reinstated])).toBe('expired');
    expect(statusOn('2027-01-01', [issued, suspended, reinstated])).toBe('suspended');
  });

  it('stays revoked whatever else is or becomes true', () => {
    const suspended = line('suspended', '2026-06-01');
    const revoked = line('revoked', '2026-07-01', { effectiveOn: date('2026-05-01') });
    const answer = standing([issued, suspended, revoked], date('2028-06-01'), FOREVER);
    expect(answer).toMatchObject({ status: 'revoked', concurrent: ['suspended', 'expired'] });
    expect(answer?.since.toString()).toBe('2026-05-01');
  });

  it('answers as it was known then, even when later lines reach back', () => {
    const revoked = line('revoked', '2026-07-01', { effectiveOn: date('2026-05-01') });
    expect(statusOn('2026-06-01', [issued, revoked], at('2026-06-30'))).toBe('active');
    expect(statusOn('2026-06-01', [issued, revoked])).toBe('revoked');
  });

  it('uses the corrected dates from the moment of the correction', () => {
    const suspended = line('suspended', '2026-06-01');
    const corrected = line('corrected', '2026-06-05', { effectiveOn: date('2026-06-03'), amends: suspended.id });
    expect(statusOn('2026-06-02', [issued, suspended, corrected], at('2026-06-04'))).toBe('suspended');
    expect(statusOn('2026-06-02', [issued, suspended, corrected])).toBe('active');
    expect(statusOn('2026-06-03', [issued, suspended, corrected])).toBe('suspended');
  });

  it('tells the public of a suspension from its public date, then for the days before too', () => {
    const suspended = line('suspended', '2026-06-01', { publicFrom: date('2026-06-20') });
    const events = [issued, suspended];
    expect(statusOn('2026-06-10', publicEvents(events, date('2026-06-19')))).toBe('active');
    expect(statusOn('2026-06-10', publicEvents(events, date('2026-06-20')))).toBe('suspended');
  });

  it('is not confused by a reinstatement whose suspension the public was never told', () => {
    const suspended = line('suspended', '2026-06-01', { publicFrom: date('2026-09-01') });
    const reinstated = line('reinstated', '2026-06-15');
    expect(statusOn('2026-06-20', publicEvents([issued, suspended, reinstated], date('2026-06-20')))).toBe('active');
  });
});

describe('stages', () => {
  const initial = line('issued', '2026-03-01', { term: term(1, '2026-03-01', '2026-09-01'), stage: 'initial' });
  const extended = line('extended', '2026-08-20', { term: term(2, '2026-09-02', '2027-03-01'), stage: 'initial' });
  const advanced = line('advanced', '2026-12-10', { term: term(3, '2026-12-10', '2028-12-10'), stage: 'full' });
  const stageOn = (day: string, events: CredentialEvent[]) => standing(events, date(day), FOREVER);

  it('are told by the day, and one that begins within the term of another leaves no gap', () => {
    const lines = [initial, extended, advanced];
    expect(stageOn('2026-12-09', lines)).toMatchObject({ status: 'active', stage: 'initial' });
    expect(stageOn('2026-12-10', lines)).toMatchObject({ status: 'active', stage: 'full' });
    for (const day of ['2026-12-10', '2027-03-01', '2027-03-02', '2028-12-10']) {
      expect(stageOn(day, lines)?.since.toString()).toBe('2026-03-01');
      expect(stageOn(day, lines)?.expiresOn.toString()).toBe('2028-12-10');
    }
    expect(stageOn('2028-12-11', lines)?.status).toBe('expired');
  });

  it('stay valid through the day that an extension added, and not a day longer', () => {
    expect(stageOn('2026-09-01', [initial])?.expiresOn.toString()).toBe('2026-09-01');
    expect(stageOn('2027-03-01', [initial, extended])?.status).toBe('active');
    expect(stageOn('2027-03-02', [initial, extended])?.status).toBe('expired');
  });

  it('bring the scopes they were granted for', () => {
    const scoped = { ...advanced, endorsements: ['mhps'] };
    expect(stageOn('2026-12-09', [initial, scoped])?.endorsements).toEqual([]);
    expect(stageOn('2026-12-10', [initial, scoped])?.endorsements).toEqual(['mhps']);
  });
});

describe('a reprimand', () => {
  const reprimanded = line('reprimanded', '2026-05-01', {
    effectiveOn: date('2026-06-01'),
    noteUntil: date('2027-06-01'),
  });

  it('is told beside the standing from its first to its last day, and changes nothing', () => {
    const told = (day: string) => {
      const answer = standing([issued, reprimanded], date(day), FOREVER);
      return [answer?.status, answer?.notes.length];
    };
    expect(told('2026-05-31')).toEqual(['active', 0]);
    expect(told('2026-06-01')).toEqual(['active', 1]);
    expect(told('2027-06-01')).toEqual(['active', 1]);
    expect(told('2027-06-02')).toEqual(['active', 0]);
  });

  it('stays where no last day was set', () => {
    const answer = standing([issued, { ...reprimanded, noteUntil: null }], date('2028-02-01'), FOREVER);
    expect(answer?.notes).toMatchObject([{ kind: 'reprimand', until: null }]);
  });
});

describe('a reversal', () => {
  const takeBack = (back: CredentialEvent, recorded: string) =>
    line('reversed', recorded, { effectiveOn: back.effectiveOn, publicFrom: date(recorded), amends: back.id });
  const revoked = line('revoked', '2026-07-01');
  const restored = takeBack(revoked, '2026-10-01');

  it('restores the credential from the original date, and what was known before is still told so', () => {
    const lines = [issued, revoked, restored];
    expect(statusOn('2026-08-01', lines, at('2026-09-30'))).toBe('revoked');
    expect(statusOn('2026-08-01', lines)).toBe('active');
    const today = standing(lines, date('2026-10-01'), FOREVER);
    expect([today?.status, today?.since.toString()]).toEqual(['active', '2026-03-01']);
    expect(registerState(lines)).toMatchObject({ status: 'active', lastEventId: restored.id });
  });

  it('before the decision took effect leaves no day of it', () => {
    const later = line('suspended', '2026-07-01', { effectiveOn: date('2026-08-01') });
    const lines = [issued, later, takeBack(later, '2026-07-15')];
    for (const day of ['2026-07-20', '2026-08-01', '2027-01-01']) expect(statusOn(day, lines)).toBe('active');
  });

  it('of a revocation leaves the suspension before it, and of both leaves neither', () => {
    const suspended = line('suspended', '2026-06-01');
    const lines = [issued, suspended, revoked, restored];
    expect(statusOn('2026-08-01', lines)).toBe('suspended');
    expect(registerState(lines).status).toBe('suspended');
    const both = [...lines, takeBack(suspended, '2026-10-02')];
    expect(statusOn('2026-08-01', both)).toBe('active');
    expect(registerState(both).status).toBe('active');
  });

  it('of a suspension while the credential is revoked leaves it revoked, and then without a suspension to go back to', () => {
    const suspended = line('suspended', '2026-06-01');
    const lines = [issued, suspended, revoked, takeBack(suspended, '2026-09-01')];
    expect(registerState(lines).status).toBe('revoked');
    expect(statusOn('2026-06-15', lines)).toBe('active');
    expect(registerState([...lines, restored]).status).toBe('active');
  });

  it('of a suspension that had ended takes its end with it: active since the first day', () => {
    const suspended = line('suspended', '2026-06-01');
    const lines = [issued, suspended, line('reinstated', '2026-07-10'), takeBack(suspended, '2026-10-01')];
    const answer = standing(lines, date('2026-11-01'), FOREVER);
    expect([answer?.status, answer?.since.toString()]).toEqual(['active', '2026-03-01']);
    expect(statusOn('2026-06-15', lines)).toBe('active');
  });

  it('of a reprimand takes the note away', () => {
    const reprimanded = line('reprimanded', '2026-06-01');
    const lines = [issued, reprimanded, takeBack(reprimanded, '2026-07-01')];
    expect(standing(lines, date('2026-06-15'), FOREVER)?.notes).toEqual([]);
    expect(standing(lines, date('2026-06-15'), at('2026-06-20'))?.notes).toHaveLength(1);
  });

  it('is public from its own day', () => {
    const lines = [issued, revoked, restored];
    expect(statusOn('2026-08-01', publicEvents(lines, date('2026-09-30')))).toBe('revoked');
    expect(statusOn('2026-08-01', publicEvents(lines, date('2026-10-01')))).toBe('active');
  });

  it('of a credential whose term ran out meanwhile leaves it expired', () => {
    const lines = [issued, revoked, takeBack(revoked, '2028-06-01')];
    expect(statusOn('2028-06-01', lines)).toBe('expired');
  });
});

describe('the register state', () => {
  it('holds the outcome of all lines, those of a later day too', () => {
    const suspended = line('suspended', '2026-06-01', { effectiveOn: date('2026-06-30') });
    const state = registerState([suspended, issued]);
    expect(state).toMatchObject({ status: 'suspended', stage: 'full', termNumber: 1, lastEventId: suspended.id });
    expect(state.statusFrom.toString()).toBe('2026-06-30');
  });

  it('refuses a line that the table of moves does not have', () => {
    const revoked = line('revoked', '2026-07-01');
    expect(() => registerState([issued, revoked, line('reinstated', '2026-07-02')])).toThrow('revoked cannot be');
    expect(() => registerState([line('renewed', '2026-07-01')])).toThrow('none cannot be');
  });
});
