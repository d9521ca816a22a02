import { Temporal } from 'temporal-polyfill';
import { useApp } from '../../test/support/app.js';
import { sampleScheme } from '../../test/scenarios/support/sample-scheme.js';
import { signedIn } from '../certification/testing/certification-case.js';
import { appeal, decideAppeal, staff } from '../conduct/testing/conduct-case.js';
import { ReadAppeals } from '../conduct/use-cases/read-appeals.js';
import { Register } from '../credentials/credentials.public.js';
import type { SchemeDefinition } from '../schemes/schemes.public.js';
import { NOTE, renewalCase, type Holder } from './testing/renewal-case.js';
import { ReadRenewalDesk } from './use-cases/read-renewal-desk.js';
import { ReadRenewals } from './use-cases/read-renewals.js';

const scheme = sampleScheme();
const alone: Partial<SchemeDefinition> = { renewal: { ...scheme.renewal, denial_by: 'one_person' } };

describe('a renewal that is denied', () => {
  const test = useApp();
  const { on, holder, enough, submit, confirm, giveBack, settle, deny, second, letters } = renewalCase(test);

  /** Sent on 1 October 2028, for a term that ends on 21 November. */
  async function sent(change: Partial<SchemeDefinition> = {}) {
    const held = await holder(change);
    await enough(held);
    on('2028-10-01');
    const { id } = await submit(held);
    const { registrar, decider } = held.arranged;
    return { held, id, registrar, decider };
  }
  async function denied() {
    const renewal = await sent();
    on('2028-10-05');
    await deny(renewal.id, renewal.registrar);
    await second(renewal.id, renewal.decider);
    return renewal;
  }
  const own = async ({ arranged, number }: Holder) =>
    (await test.run((tx) => test.get(ReadRenewals).own(tx, number), arranged.applicant)).sent;
  const standing = (held: Holder, day: string) =>
    test.run((tx) => test.get(Register).standing(tx, held, Temporal.PlainDate.from(day)));
  /** Others than those who denied look into the appeal and decide it. */
  async function appealed({ held }: { held: Holder }, outcome: 'overturned' | 'sent_back' | 'upheld') {
    const id = await appeal(test, held.arranged.applicant);
    const others = await staff(test, held.arranged);
    await decideAppeal(test, { ...others, first: others.third, second: others.fourth }, id, outcome);
    return others;
  }

  it('is denied by a second person, with reasons and each clause; the holder hears of it then, and of the way to appeal', async () => {
    const { held, id, registrar, decider } = await sent();
    on('2028-10-05');
    expect(await deny(id, registrar)).toEqual({ id, state: 'denial_proposed' });
    expect(await own(held)).toMatchObject({ state: 'submitted', denial: null });
    expect(await letters(held, 'renewal-not-granted')).toEqual([]);
    await expect(second(id, registrar)).rejects.toMatchObject({ code: 'renewals.two_persons' });
    await expect(confirm(id, registrar)).rejects.toMatchObject({ code: 'renewals.not_now' });
    expect(await second(id, decider)).toEqual({ id, state: 'denied' });
    expect(await own(held)).toMatchObject({
      state: 'denied',
      denial: {
        on: '2028-10-05',
        reasons: ['We could not confirm part of what was handed in'],
        note: NOTE,
        clauses: expect.arrayContaining([expect.stringMatching(/: met\./)]),
        appeal: { fileBy: '2028-11-04', isOpen: true },
      },
    });
    const [letter] = await letters(held, 'renewal-not-granted');
    expect(letter.words).toMatchObject({ appealBy: '2028-11-04', expiresOn: '2028-11-21', note: NOTE });
    expect(letter.words.appealLink).toMatch(/\/appeals\/new\?decision=/);
  });

  it('does not cut the certification short: it runs to its last valid day', async () => {
    const { held } = await denied();
    expect(await standing(held, '2028-11-21')).toMatchObject({ status: 'active' });
    expect(await standing(held, '2028-11-22')).toMatchObject({ status: 'expired' });
  });

  it('goes back to the registrars when the second person sees it otherwise', async () => {
    const { id, registrar, decider } = await sent();
    await deny(id, registrar);
    expect(await second(id, decider, 'object')).toEqual({ id, state: 'submitted' });
    await expect(confirm(id, registrar)).resolves.toMatchObject({ expiresOn: '2030-11-21' });
  });

  it('is denied by one person where the scheme says so, and by nobody alone where it does not', async () => {
    const { id, registrar } = await sent(alone);
    expect(await deny(id, registrar)).toEqual({ id, state: 'denied' });
    const other = await sent();
    const past = test.run((tx) =>
      tx.manager.query(
        `insert into renewal_step (id, body_id, renewal_id, person_id, move, from_state, to_state, actor_person_id, note, reasons,
           clauses, scheme_version_id, on_day, created_at)
         values (gen_random_uuid(), $1, $2, $3, 'deny', 'submitted', 'denied', $4, 'x', '{x}', '{x}', $5, '2028-10-01', now())`,
        [
          other.held.arranged.bodyId,
          other.id,
          other.held.arranged.applicant.personId,
          other.registrar.personId,
          other.held.arranged.schemeVersionId,
        ],
      ),
    );
    await expect(past).rejects.toThrow('two persons deny');
  });

  it('asks for a reason that is one, and for words to the person', async () => {
    const { id, registrar } = await sent();
    await expect(deny(id, registrar, ['because'])).rejects.toMatchObject({ code: 'renewals.choose_reasons' });
    await expect(deny(id, registrar, ['requirement_still_needed'])).rejects.toMatchObject({
      message: expect.stringContaining('Everything that the renewal asks for is there'),
    });
    await expect(deny(id, registrar, undefined, '  ')).rejects.toMatchObject({ fields: [{ field: 'note' }] });
  });

  it('is denied by nobody who stands near to the holder, and is nobody’s of another body', async () => {
    const { held, id, registrar, decider } = await sent();
    const { bodyId, applicant, stranger, reviewer } = held.arranged;
    await test.owner.query(
      `insert into declared_conflict (id, body_id, declared_by, person_id, kind, declared_at)
       values (gen_random_uuid(), $1, $2, $3, 'friend', '2028-09-20')`,
      [bodyId, decider.personId, applicant.personId],
    );
    const elsewhere = await sent();
    for (const actor of [stranger, reviewer, elsewhere.registrar, decider]) {
      await expect(deny(id, actor)).rejects.toMatchObject({ kind: 'not_found' });
    }
    await deny(id, registrar);
    await expect(second(id, decider)).rejects.toMatchObject({
      code: 'renewals.kept_apart',
      message: expect.stringContaining('declared a conflict'),
    });
    await expect(second(id, elsewhere.decider)).rejects.toMatchObject({ kind: 'not_found' });
    const one = (actor: Holder['arranged']['registrar']) =>
      test.run((tx) => test.get(ReadRenewalDesk).one(tx, id), actor);
    expect(await one(decider)).toMatchObject({ proposal: { note: NOTE }, may: { second: true, decide: false } });
    expect(await one(registrar)).toMatchObject({ may: { second: false, decide: false } });
  });

  it('stays denied when an appeal finds that the decision stands', async () => {
    const renewal = await denied();
    await appealed(renewal, 'upheld');
    expect(await own(renewal.held)).toMatchObject({ state: 'denied' });
  });

  it('counts as confirmed on the day it was denied once an appeal takes the denial back, without a day between', async () => {
    const { held } = await denied();
    on('2028-11-01');
    const id = await appeal(test, held.arranged.applicant);
    const others = await staff(test, held.arranged);
    on('2028-12-20');
    expect(await standing(held, '2028-12-01')).toMatchObject({ status: 'expired' });
    await decideAppeal(test, { ...others, first: others.third, second: others.fourth }, id, 'overturned');
    expect(await own(held)).toBeNull(); // the newest term has no renewal yet
    for (const day of ['2028-11-22', '2028-12-01', '2030-11-21'])
      expect(await standing(held, day)).toMatchObject({ status: 'active' });
    expect(await standing(held, '2030-11-22')).toMatchObject({ status: 'expired' });
    expect((await letters(held, 'renewal-restored'))[0].words).toMatchObject({
      startsOn: '2028-11-22',
      expiresOn: '2030-11-21',
    });
  });

  it('is decided anew, by others, once an appeal sends it back', async () => {
    const renewal = await denied();
    const others = await appealed(renewal, 'sent_back');
    const { held, id, registrar } = renewal;
    expect(await own(held)).toMatchObject({ state: 'submitted' });
    for (const attempt of [() => confirm(id, registrar), () => deny(id, registrar)])
      await expect(attempt()).rejects.toMatchObject({ code: 'renewals.kept_apart' });
    const heard = { ...registrar, personId: others.fourth.personId };
    await expect(confirm(id, heard)).rejects.toMatchObject({ code: 'renewals.kept_apart' });
    const colleague = await signedIn(test, 'Rory Registrar', held.arranged.bodyId, 'registrar');
    await expect(confirm(id, colleague)).resolves.toMatchObject({ expiresOn: '2030-11-21' });
  });

  it('can be sent back by those who decide its appeal, and their page says so', async () => {
    const { held } = await denied();
    const id = await appeal(test, held.arranged.applicant);
    const { third } = await staff(test, held.arranged);
    const { canBeSentBack } = await test.run((tx) => test.get(ReadAppeals).detail(tx, id), third);
    expect(canBeSentBack).toBe(true);
  });

  it('has an appeal that nobody hears who returned, proposed or denied it', async () => {
    const { held, id, registrar, decider } = await sent();
    await giveBack(id, registrar);
    await submit(held, held.arranged.applicant, 'The one in June.');
    const colleague = await signedIn(test, 'Rory Registrar', held.arranged.bodyId, 'registrar');
    await deny(id, colleague);
    await second(id, decider);
    const appealId = await appeal(test, held.arranged.applicant);
    const keptFrom = async (personId: string) =>
      (await test.owner.query(`select appeal_kept_from($1, $2, true, '2028-10-06') as rules`, [appealId, personId]))
        .rows[0].rules;
    expect(await keptFrom(registrar.personId)).toEqual(['reviewed']);
    for (const { personId } of [colleague, decider]) expect(await keptFrom(personId)).toEqual(['decided']);
    expect(await keptFrom(held.arranged.secondDecider.personId)).toEqual([]);
  });

  it('can be sent anew as of that day, at that day’s terms, and an appeal goes on beside it', async () => {
    const { held, id, registrar } = await denied();
    on('2028-10-10');
    const appealId = await appeal(test, held.arranged.applicant);
    on('2028-12-10');
    expect(await submit(held)).toEqual({ id, state: 'submitted' });
    expect(await own(held)).toMatchObject({ late: true, submittedOn: '2028-12-10', fees: { waits: true } });
    const others = await staff(test, held.arranged);
    await settle(id, registrar);
    await decideAppeal(test, { ...others, first: others.third, second: others.fourth }, appealId, 'overturned');
    expect(await standing(held, '2028-11-25')).toMatchObject({ status: 'active' });
  });
});
