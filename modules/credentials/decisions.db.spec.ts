import { Temporal } from 'temporal-polyfill';
import { useApp } from '../../test/support/app.js';
import { sampleScheme } from '../../test/scenarios/support/sample-scheme.js';
import { Register, type RegisterChange } from './credentials.public.js';
import { credentialMoves, EVENT_KINDS } from './domain/credential-event.js';
import { DECIDED_STATUSES, type DecidedStatus } from './domain/status.js';
import { stageCase, type Holder } from './testing/stage-case.js';

describe('decisions about a credential', () => {
  const test = useApp();
  const { holder, letters } = stageCase(test);
  const date = Temporal.PlainDate.from;
  const noticed = { discipline: { ...sampleScheme().discipline, notice: { answer_within: 'P30D' } } };

  type Verb = 'reprimand' | 'suspend' | 'reinstate' | 'revoke' | 'surrender';
  const REASONS: Record<Verb, string> = {
    reprimand: 'ethics_decision',
    suspend: 'concern_looked_into',
    reinstate: 'concern_closed',
    revoke: 'ethics_decision',
    surrender: 'holder_asked',
  };
  const change = (held: Holder, verb: Verb, day: string, rest: Partial<RegisterChange> = {}) =>
    test.run((tx) => {
      const dates = { effectiveOn: date(day), publicFrom: date(day) };
      const who = { credentialId: held.credentialId, decidedBy: held.registrar.personId, reason: REASONS[verb] };
      return test.get(Register)[verb](tx, { ...who, ...dates, ...rest });
    });
  const reverse = (held: Holder, eventId: string, decidedBy = held.secondDecider.personId) =>
    test.run((tx) => test.get(Register).reverse(tx, { eventId, decidedBy, reason: 'appeal_upheld' }));
  const standingOn = (held: Holder, day: string, knownAt?: Temporal.Instant) =>
    test.run((tx) => test.get(Register).standing(tx, { number: held.number }, date(day), knownAt));

  it('restores a revoked credential from the original date; what was known before is still told', async () => {
    const held = await holder({});
    const revoked = await change(held, 'revoke', '2026-12-01');
    const before = (await test.clock.now()).add({ milliseconds: 500 });
    test.clock.set('2027-03-01T18:00:00Z');
    await reverse(held, revoked.eventId);
    expect(await standingOn(held, '2027-01-15')).toMatchObject({ status: 'active' });
    expect((await standingOn(held, '2027-01-15')).since.toString()).toBe('2026-11-21');
    expect(await standingOn(held, '2027-01-15', before)).toMatchObject({ status: 'revoked' });
    expect(await letters(held)).toContain('credential-reversed');
  });

  it('is taken back once, by somebody who did not take it, and only where it was against the holder', async () => {
    const held = await holder({});
    const { eventId } = await change(held, 'suspend', '2026-12-01');
    await expect(reverse(held, eventId, held.registrar.personId)).rejects.toMatchObject({
      code: 'credentials.same_decider',
    });
    await expect(reverse(held, eventId, held.applicant.personId)).rejects.toMatchObject({
      code: 'credentials.own_credential',
    });
    await reverse(held, eventId);
    await expect(reverse(held, eventId)).rejects.toMatchObject({ code: 'credentials.not_reversible' });
    const { rows } = await test.owner.query(
      `select id from credential_event where credential_id = $1 and kind = 'issued'`,
      [held.credentialId],
    );
    await expect(reverse(held, rows[0].id, held.reviewer.personId)).rejects.toMatchObject({
      code: 'credentials.not_reversible',
    });
    await expect(reverse(held, '00000000-0000-4000-8000-000000000000')).rejects.toMatchObject({ kind: 'not_found' });
  });

  it('of two reversals at once one is written, and the other is told', async () => {
    const held = await holder({});
    const { eventId } = await change(held, 'suspend', '2026-12-01');
    const outcomes = await Promise.allSettled([reverse(held, eventId), reverse(held, eventId, held.reviewer.personId)]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  it('tells of a reprimand with its dates and leaves the standing as it is', async () => {
    const held = await holder({});
    const { eventId } = await change(held, 'reprimand', '2026-12-01', { noteUntil: date('2027-12-01') });
    const during = await standingOn(held, '2027-06-01');
    expect(during.status).toBe('active');
    expect(during.notes.map(({ since, until }) => [String(since), String(until)])).toEqual([
      ['2026-12-01', '2027-12-01'],
    ]);
    expect((await standingOn(held, '2027-12-02')).notes).toEqual([]);
    expect(await letters(held)).toContain('credential-reprimanded');
    await reverse(held, eventId);
    expect((await standingOn(held, '2027-06-01')).notes).toEqual([]);
  });

  it('counts after the notice of the scheme, or at once in an emergency that is explained', async () => {
    const held = await holder(noticed);
    await expect(change(held, 'suspend', '2026-12-20')).rejects.toMatchObject({ code: 'credentials.change.too_soon' });
    await expect(change(held, 'suspend', '2026-11-21', { emergency: true })).rejects.toMatchObject({
      code: 'credentials.change.emergency_words',
    });
    await change(held, 'suspend', '2026-11-21', { emergency: true, explanation: 'A court asked for it today.' });
    const other = await holder(noticed);
    await change(other, 'suspend', '2026-12-21');
    expect((await standingOn(other, '2026-12-20')).status).toBe('active');
    expect((await standingOn(other, '2026-12-21')).status).toBe('suspended');
  });

  describe('the table of moves', () => {
    /** Brings a credential into a status by the register's own doors. */
    const ways: Record<DecidedStatus, (held: Holder) => Promise<unknown>> = {
      active: async () => undefined,
      suspended: (held) => change(held, 'suspend', '2026-12-01'),
      revoked: (held) => change(held, 'revoke', '2026-12-01'),
      surrendered: (held) => change(held, 'surrender', '2026-12-01'),
      superseded: async (held) => {
        test.clock.set('2029-12-01T18:00:00Z');
        await stageCase(test).grant(held, '2029-12-01', { stage: null });
      },
    };

    it.each(DECIDED_STATUSES)(
      'reaches %s, and the database refuses every move that is not in it from there',
      async (from) => {
        const held = await holder({});
        await ways[from](held);
        const { rows } = await test.owner.query(
          'select status, last_event_id from credential_state where credential_id = $1',
          [held.credentialId],
        );
        expect(rows[0].status).toBe(from);
        for (const kind of EVENT_KINDS) {
          for (const to of DECIDED_STATUSES) {
            if (credentialMoves[kind].some(([start, end]) => start === from && end === to)) continue;
            const forbidden = test.owner.query(
              `insert into credential_event (id, credential_id, body_id, person_id, kind, from_status, to_status, effective_on,
               public_from, recorded_at, reason_code, decided_by)
             values (gen_random_uuid(), $1, $2, $3, $4, $5, $6, '2027-01-01', '2027-01-01', now() + interval '9 years', 'x', $7)`,
              [held.credentialId, held.bodyId, held.applicant.personId, kind, from, to, held.registrar.personId],
            );
            await expect(forbidden).rejects.toThrow(/violates|has no extension|not taken back/);
          }
        }
      },
    );

    it('is the one of the domain in the database, and no line starts at another status than the last one left', async () => {
      const held = await holder({});
      const wrong = test.owner.query(
        `insert into credential_event (id, credential_id, body_id, person_id, kind, from_status, to_status, effective_on,
           public_from, recorded_at, reason_code, decided_by)
         values (gen_random_uuid(), $1, $2, $3, 'reinstated', 'suspended', 'active', '2027-01-01', '2027-01-01',
           now() + interval '9 years', 'x', $4)`,
        [held.credentialId, held.bodyId, held.applicant.personId, held.registrar.personId],
      );
      await expect(wrong).rejects.toMatchObject({ constraint: 'credential_event_starts_at_status' });
    });
  });
});
