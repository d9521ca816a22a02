import { Temporal } from 'temporal-polyfill';
import { useApp } from '../../test/support/app.js';
import { Register } from './credentials.public.js';
import { stageCase, twoStages, type Holder } from './testing/stage-case.js';
import { AskExtension } from './use-cases/ask-extension.js';
import { DecideExtension } from './use-cases/decide-extension.js';

describe('a credential in stages', () => {
  const test = useApp();
  const { on, holder, grant, lines, letters } = stageCase(test);
  const date = Temporal.PlainDate.from;

  const ask = (held: Holder, actor = held.applicant, note = 'My supervisor is away') =>
    test.run((tx) => test.get(AskExtension).execute(tx, { number: held.number, note }), actor);
  const answer = (
    requestId: string,
    actor: Holder['registrar'],
    outcome: 'granted' | 'declined',
    words: string | null = null,
  ) => test.run((tx) => test.get(DecideExtension).execute(tx, { requestId, outcome, answer: words }), actor);
  const extend = async (held: Holder, words: string | null = null) =>
    answer((await ask(held)).id, held.registrar, 'granted', words);
  const standingOn = (held: Holder, day: string) =>
    test.run((tx) => test.get(Register).standing(tx, { number: held.number }, date(day)));

  it('begins with the first, and goes on to the next under the same number with a certificate of its own', async () => {
    const held = await holder();
    on('2027-03-10');
    expect(await grant(held, '2027-03-10', { endorsements: ['mhps'] })).toMatchObject({ number: held.number });
    expect(await lines(held)).toMatchObject([
      { kind: 'issued', stage: 'initial', term_number: 1, starts_on: '2026-11-21', expires_on: '2027-05-21' },
      {
        kind: 'advanced',
        stage: 'full',
        term_number: 2,
        starts_on: '2027-03-10',
        expires_on: '2029-03-10',
        anchor_on: '2027-03-10',
      },
    ]);
    expect(await standingOn(held, '2027-03-09')).toMatchObject({ status: 'active', stage: 'initial' });
    const after = await standingOn(held, '2027-06-01');
    expect(after).toMatchObject({ status: 'active', stage: 'full', endorsements: ['mhps'] });
    expect(after.since.toString()).toBe('2026-11-21');
    await test.runEffects();
    const { rows } = await test.owner.query(
      'select payload from credential_issuance where credential_id = $1 order by created_at, id',
      [held.credentialId],
    );
    const stages: string[] = rows.map(({ payload }) => JSON.parse(payload).data.credential.stage);
    expect(stages.toSorted()).toEqual(['Full', 'Initial']);
    expect(await letters(held)).toEqual(expect.arrayContaining(['credential-granted', 'credential-advanced']));
  });

  it('keeps its anchor on going on, where the scheme names other events', async () => {
    const held = await holder({ credential: { ...twoStages.credential!, new_anchor_on: ['reinstatement'] } });
    on('2027-03-10');
    await grant(held, '2027-03-10');
    expect((await lines(held)).at(-1)).toMatchObject({ anchor_on: '2026-11-21', expires_on: '2028-11-21' });
  });

  it('goes on late with the days between expired, and begins anew when it is too late for that', async () => {
    const held = await holder();
    on('2027-07-01');
    await grant(held, '2027-07-01');
    expect((await standingOn(held, '2027-06-15')).status).toBe('expired');
    expect((await standingOn(held, '2027-07-01')).status).toBe('active');

    const over = await holder();
    on('2028-01-10');
    const { number } = await grant(over, '2028-01-10');
    expect(number).not.toBe(over.number);
    expect((await standingOn(over, '2028-01-10')).status).toBe('superseded');
  });

  it('is not granted the next stage while suspended, nor the same one twice', async () => {
    const held = await holder();
    const { registrar, credentialId } = held;
    await test.run(
      (tx) =>
        test.get(Register).suspend(tx, {
          credentialId,
          decidedBy: registrar.personId,
          reason: 'holder_asked',
          effectiveOn: date('2026-12-01'),
          publicFrom: date('2026-12-01'),
        }),
      registrar,
    );
    await expect(grant(held, '2027-03-10')).rejects.toMatchObject({ code: 'credentials.suspended_meanwhile' });
    const again = await holder();
    await expect(grant(again, '2026-12-10', { stage: 'initial' })).rejects.toMatchObject({
      code: 'credentials.already_held',
    });
  });

  it('is renewed in its last stage only', async () => {
    const held = await holder();
    const renewal = {
      credentialId: held.credentialId,
      decidedBy: held.registrar.personId,
      reason: 'renewed',
      onDate: date('2027-05-01'),
    };
    const renew = () => test.run((tx) => test.get(Register).renew(tx, renewal));
    await expect(renew()).rejects.toMatchObject({ code: 'credentials.stage_not_renewed' });
    await grant(held, '2027-03-10');
    renewal.onDate = date('2029-01-10');
    expect((await renew()).term.expiresOn.toString()).toBe('2031-03-10');
  });

  it('counts terms anew after a reinstatement where the scheme says so', async () => {
    const held = await holder({});
    const renewal = {
      credentialId: held.credentialId,
      decidedBy: held.registrar.personId,
      reason: 'reinstated_after_expiry',
      onDate: date('2030-03-31'),
      newAnchor: true,
    };
    const { term } = await test.run((tx) => test.get(Register).renew(tx, renewal));
    expect([term.startsOn.toString(), term.expiresOn.toString()]).toEqual(['2030-03-31', '2032-03-31']);
    expect((await lines(held)).at(-1)).toMatchObject({ anchor_on: '2030-03-31' });
  });

  it('is extended once on request, once more with a reason, and then no more', async () => {
    const held = await holder();
    on('2027-05-10');
    expect(await extend(held)).toMatchObject({ state: 'granted', expiresOn: '2027-11-21' });
    on('2027-11-01');
    const second = await ask(held);
    await expect(answer(second.id, held.registrar, 'granted')).rejects.toMatchObject({ kind: 'invalid' });
    expect(await answer(second.id, held.registrar, 'granted', 'The site closed for three months.')).toMatchObject({
      expiresOn: '2028-05-21',
    });
    await expect(ask(held)).rejects.toMatchObject({ code: 'credentials.no_extension' });
    expect((await lines(held)).map(({ kind, extension_number }) => [kind, extension_number])).toEqual([
      ['issued', null],
      ['extended', 1],
      ['extended', 2],
    ]);
    await test.runEffects();
    expect((await letters(held)).filter((kind) => kind === 'credential-extended')).toHaveLength(2);
    expect((await standingOn(held, '2028-05-21')).status).toBe('active');
    expect((await standingOn(held, '2028-05-22')).status).toBe('expired');
  });

  it('is not extended a third time by the database either, nor out of turn, nor at discretion without a reason', async () => {
    const held = await holder();
    on('2027-05-10');
    const extended = (number: number, explanation: string | null) =>
      test.owner.query(
        `insert into credential_event (id, credential_id, body_id, person_id, kind, from_status, to_status, effective_on,
           public_from, recorded_at, term_number, starts_on, expires_on, anchor_on, anchor_term, stage, extension_number,
           reason_code, explanation, decided_by)
         values (gen_random_uuid(), $1, $2, $3, 'extended', 'active', 'active', '2028-05-10', '2028-05-10',
           now() + interval '9 years', 9, '2028-05-22', '2028-11-21', '2026-11-21', 1, 'initial', $4, 'on_request', $5, $6)`,
        [held.credentialId, held.bodyId, held.applicant.personId, number, explanation, held.registrar.personId],
      );
    await expect(extended(2, 'A reason')).rejects.toMatchObject({ constraint: 'credential_extension_is_left' });
    await extend(held);
    await expect(extended(2, null)).rejects.toMatchObject({ constraint: 'credential_extension_has_reason' });
    await extend(held, 'The site closed for three months.');
    await expect(extended(3, 'A reason')).rejects.toMatchObject({ constraint: 'credential_extension_is_left' });
  });

  it('is extended for its holder, by a registrar of its body, who answers once', async () => {
    const held = await holder();
    const elsewhere = await holder();
    for (const actor of [held.stranger, held.registrar])
      await expect(ask(held, actor)).rejects.toMatchObject({ kind: 'not_found' });
    await expect(ask(held, held.applicant, '  ')).rejects.toMatchObject({ kind: 'invalid' });
    const { id } = await ask(held);
    await expect(ask(held)).rejects.toMatchObject({ code: 'credentials.extension_asked' });
    for (const actor of [elsewhere.registrar, held.decider, held.applicant])
      await expect(answer(id, actor, 'granted')).rejects.toMatchObject({ kind: 'not_found' });
    await expect(answer(id, held.registrar, 'declined')).rejects.toMatchObject({ kind: 'invalid' });
    await answer(id, held.registrar, 'declined', 'The log shows that two hours are left.');
    await expect(answer(id, held.registrar, 'granted')).rejects.toMatchObject({
      code: 'credentials.extension_answered',
    });
    expect(await letters(held)).toContain('credential-extension-declined');
    expect((await ask(held)).state).toBe('asked');
  });

  it('is not extended into the past', async () => {
    const held = await holder();
    on('2027-11-22');
    await expect(ask(held)).rejects.toMatchObject({ code: 'credentials.extension_too_late' });
  });
});
