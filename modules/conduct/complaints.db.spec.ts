import { Temporal } from 'temporal-polyfill';
import { useApp } from '../../test/support/app.js';
import { signedIn } from '../certification/testing/certification-case.js';
import { ReadOwnFiles } from '../case-files/use-cases/read-own-files.js';
import { Register } from '../credentials/credentials.public.js';
import {
  agree,
  ANSWERED,
  appeal,
  arrangeConduct,
  assign,
  complain,
  decideAppeal,
  found,
  propose,
  REPORTER,
  staff,
  TOLD,
  type ConductCase,
} from './testing/conduct-case.js';
import { AnswerComplaint } from './use-cases/answer-complaint.js';
import { DecideComplaint } from './use-cases/decide-complaint.js';
import { HandleComplaint } from './use-cases/handle-complaint.js';
import { KeepClocks } from './use-cases/keep-clocks.js';
import { ReadComplaints } from './use-cases/read-complaints.js';

const START = '2026-11-21T15:00:00Z';

describe('a complaint about a holder', () => {
  const test = useApp();
  beforeEach(() => test.clock.set(START));

  const clocks = async () => {
    await test.run((tx) => test.get(KeepClocks).execute(tx));
    await test.runEffects();
  };
  const stateOf = async (table: string, id: string, column = 'id'): Promise<string> =>
    (await test.owner.query(`select state from ${table} where ${column} = $1 order by created_at desc limit 1`, [id]))
      .rows[0]?.state;
  const standingOn = async ({ credentialId }: ConductCase, on: string): Promise<string> =>
    (await test.run((tx) => test.get(Register).standing(tx, { credentialId }, Temporal.PlainDate.from(on)))).status;
  const lettersTo = async (address: string): Promise<string[]> =>
    (
      await test.owner.query('select kind from letter where to_address = $1 order by created_at, id', [address])
    ).rows.map(({ kind }) => kind);
  const addressOf = async ({ personId }: { personId: string }): Promise<string> =>
    (await test.owner.query('select address from contact where person_id = $1', [personId])).rows[0].address;

  it('leads to a suspension only after notice, answer, two persons and the time to appeal', async () => {
    const arranged = await arrangeConduct(test);
    const id = await found(test, arranged);
    await propose(test, arranged.third, id);
    await agree(test, arranged.fourth, id);
    const { rows } = await test.owner.query('select effective_on::text from sanction where complaint_id = $1', [id]);
    expect(rows[0].effective_on).toBe('2026-12-22');

    test.clock.set('2026-12-22T05:59:00Z'); // still the 21st in Chicago
    await clocks();
    expect([await stateOf('sanction', id, 'complaint_id'), await standingOn(arranged, '2026-12-21')]).toEqual([
      'pending',
      'active',
    ]);
    test.clock.set('2026-12-22T06:00:00Z');
    await clocks();
    await clocks();
    expect(await stateOf('sanction', id, 'complaint_id')).toBe('in_effect');
    expect([await standingOn(arranged, '2026-12-21'), await standingOn(arranged, '2026-12-22')]).toEqual([
      'active',
      'suspended',
    ]);
    expect(await lettersTo('wanda.witness@example.test')).toEqual(['complaint-received', 'complaint-closed']);
    expect(await lettersTo(await addressOf(arranged.applicant))).toEqual(
      expect.arrayContaining(['complaint-notice', 'complaint-decided', 'credential-suspended']),
    );
  });

  it('is told in time until the last day is over where the body is', async () => {
    const arranged = await arrangeConduct(test);
    const { number } = arranged;
    const setAside = async () => {
      const id = await complain(test, { number, eventOn: '2023-11-21' });
      await assign(test, arranged, id);
      return test.run((tx) => test.get(HandleComplaint).setAside(tx, id, 'out_of_time'), arranged.handler);
    };
    test.clock.set('2026-11-22T05:59:00Z'); // still the 21st in Chicago
    await expect(setAside()).rejects.toMatchObject({ code: 'conduct.choose_one' });
    test.clock.set('2026-11-22T06:00:00Z');
    await setAside();
  });

  it('waits for an appeal that was sent in time, and what the appeal takes back never counts', async () => {
    const arranged = await arrangeConduct(test);
    const id = await found(test, arranged);
    await propose(test, arranged.third, id, 'revocation');
    await agree(test, arranged.fourth, id);
    const appealId = await appeal(test, arranged.applicant);
    test.clock.set('2027-01-15T15:00:00Z');
    await clocks();
    expect(await stateOf('sanction', id, 'complaint_id')).toBe('pending');

    const others = await staff(test, arranged);
    await decideAppeal(test, { ...others, first: others.third, second: others.fourth }, appealId, 'overturned');
    await clocks();
    expect(await stateOf('sanction', id, 'complaint_id')).toBe('cancelled');
    expect(await standingOn(arranged, '2027-01-15')).toBe('active');
  });

  it('takes effect after an appeal that did not change it', async () => {
    const arranged = await arrangeConduct(test);
    const id = await found(test, arranged);
    await propose(test, arranged.third, id, 'reprimand');
    await agree(test, arranged.fourth, id);
    const appealId = await appeal(test, arranged.applicant);
    test.clock.set('2027-01-15T15:00:00Z');
    const others = await staff(test, arranged);
    await decideAppeal(test, { ...others, first: others.third, second: others.fourth }, appealId, 'upheld');
    await clocks();
    expect(await stateOf('sanction', id, 'complaint_id')).toBe('in_effect');
    const standing = await test.run((tx) =>
      test.get(Register).standing(tx, arranged, Temporal.PlainDate.from('2027-01-15')),
    );
    expect([standing.status, standing.notes.length]).toEqual(['active', 1]);
  });

  it('that an appeal sent back is found and decided anew, by others', async () => {
    const arranged = await arrangeConduct(test);
    const id = await found(test, arranged);
    await propose(test, arranged.third, id);
    await agree(test, arranged.fourth, id);
    const appealId = await appeal(test, arranged.applicant);
    const others = await staff(test, arranged);
    await decideAppeal(test, { ...others, first: others.third, second: others.fourth }, appealId, 'sent_back');
    expect(await stateOf('complaint', id)).toBe('ready');
    await test.run((tx) => test.get(HandleComplaint).find(tx, id, []), arranged.handler);
    await expect(propose(test, arranged.third, id, 'dismissed')).rejects.toMatchObject({
      code: 'conduct.kept_apart.decided',
    });
    await expect(propose(test, others.fourth, id, 'dismissed')).rejects.toMatchObject({
      code: 'conduct.kept_apart.heard',
    });
    await propose(test, arranged.decider, id, 'dismissed');
    await agree(test, arranged.secondDecider, id);
    expect(await stateOf('complaint', id)).toBe('dismissed');
  });

  it('is decided by two persons, neither of whom handled it, made it or is the holder', async () => {
    const arranged = await arrangeConduct(test);
    const reporter = await signedIn(test, 'Rhea Reporting', arranged.bodyId, 'decider');
    const id = await complain(test, arranged, reporter);
    await expect(assign(test, arranged, id, arranged.applicant)).rejects.toMatchObject({
      code: 'conduct.kept_apart.oneself',
    });
    await expect(assign(test, arranged, id, arranged.third)).rejects.toMatchObject({
      code: 'case_files.reader_not_possible',
    });
    await assign(test, arranged, id);
    await test.run((tx) => test.get(HandleComplaint).giveNotice(tx, id), arranged.handler);
    await test.run((tx) => test.get(AnswerComplaint).execute(tx, id, ANSWERED), arranged.applicant);
    const colleague = await signedIn(test, 'Cora Colleague', arranged.bodyId, 'reviewer');
    await expect(test.run((tx) => test.get(HandleComplaint).find(tx, id, []), colleague)).rejects.toMatchObject({
      code: 'conduct.not_the_handler',
    });
    await test.run((tx) => test.get(HandleComplaint).find(tx, id, []), arranged.handler);
    await expect(propose(test, reporter, id)).rejects.toMatchObject({ code: 'conduct.kept_apart.reported' });
    await propose(test, arranged.third, id);
    await expect(agree(test, arranged.third, id)).rejects.toMatchObject({ code: 'conduct.two_persons' });
    await test.owner.query(
      `insert into declared_conflict (id, body_id, declared_by, person_id, kind, declared_at)
       values (gen_random_uuid(), $1, $2, $3, 'friend', '2026-11-20')`,
      [arranged.bodyId, arranged.fourth.personId, arranged.applicant.personId],
    );
    await expect(agree(test, arranged.fourth, id)).rejects.toMatchObject({ code: 'conduct.kept_apart.declared' });
    await agree(test, arranged.decider, id);
    expect(await stateOf('complaint', id)).toBe('sanctioned');
  });

  it('can suspend at once, which ends by itself unless another person confirms it in time', async () => {
    const arranged = await arrangeConduct(test);
    const id = await complain(test, arranged);
    const suspend = (reason = 'immediate_risk') =>
      test.run((tx) => test.get(DecideComplaint).suspendAtOnce(tx, id, reason), arranged.third);
    await expect(suspend('because')).rejects.toMatchObject({ code: 'conduct.choose_one' });
    const { confirmBy } = await suspend();
    expect([confirmBy, await standingOn(arranged, '2026-11-21')]).toEqual(['2026-12-05', 'suspended']);
    await expect(test.run((tx) => test.get(DecideComplaint).confirm(tx, id), arranged.third)).rejects.toMatchObject({
      code: 'conduct.two_persons',
    });
    test.clock.set('2026-12-06T15:00:00Z');
    await clocks();
    expect(await stateOf('sanction', id, 'complaint_id')).toBe('ended');
    expect([await standingOn(arranged, '2026-12-05'), await standingOn(arranged, '2026-12-06')]).toEqual([
      'suspended',
      'active',
    ]);
  });

  it('keeps a suspension that was confirmed, restores it from its first day by an appeal', async () => {
    const arranged = await arrangeConduct(test);
    const id = await complain(test, arranged);
    await test.run((tx) => test.get(DecideComplaint).suspendAtOnce(tx, id, 'immediate_risk'), arranged.third);
    await test.run((tx) => test.get(DecideComplaint).confirm(tx, id), arranged.fourth);
    test.clock.set('2026-12-10T15:00:00Z');
    await clocks();
    expect(await standingOn(arranged, '2026-12-10')).toBe('suspended');
    const appealId = await appeal(test, arranged.applicant);
    const others = await staff(test, arranged);
    await decideAppeal(test, { ...others, first: others.third, second: others.fourth }, appealId, 'overturned');
    expect(await standingOn(arranged, '2026-11-22')).toBe('active');
    expect(await stateOf('sanction', id, 'complaint_id')).toBe('reversed');
  });

  it('warns each administrator once before acknowledgement and decision are late', async () => {
    const arranged = await arrangeConduct(test);
    const id = await complain(test, arranged); // Saturday: to be acknowledged by Friday 27 November
    const address = await addressOf(arranged.administrator);
    await clocks();
    expect(await lettersTo(address)).toEqual([]);
    test.clock.set('2026-11-26T15:00:00Z');
    await clocks();
    await clocks();
    expect(await lettersTo(address)).toEqual(['complaint-deadline']);
    await assign(test, arranged, id);
    test.clock.set('2027-02-17T15:00:00Z');
    await clocks();
    await clocks();
    expect(await lettersTo(address)).toEqual(['complaint-deadline', 'complaint-deadline']);
  });

  it('is extended once, with a reason, and goes on without an answer when the time for it is over', async () => {
    const arranged = await arrangeConduct(test);
    const id = await complain(test, arranged);
    await assign(test, arranged, id);
    await test.run((tx) => test.get(HandleComplaint).giveNotice(tx, id), arranged.handler);
    const extend = () =>
      test.run((tx) => test.get(HandleComplaint).extend(tx, id, 'witness_awaited'), arranged.handler);
    expect((await extend()).decideBy).toBe('2027-03-21');
    await expect(extend()).rejects.toMatchObject({ code: 'conduct.choose_one' });
    test.clock.set('2026-12-22T15:00:00Z');
    const late = () => test.run((tx) => test.get(AnswerComplaint).execute(tx, id, ANSWERED), arranged.applicant);
    await expect(late()).rejects.toMatchObject({ code: 'conduct.answer_time_over' });
    await clocks();
    expect(await stateOf('complaint', id)).toBe('ready');
  });

  it('is seen by its holder from the notice on, without who told and in which words', async () => {
    const arranged = await arrangeConduct(test);
    const id = await complain(test, arranged);
    const own = () => test.run((tx) => test.get(ReadComplaints).own(tx), arranged.applicant);
    expect(await own()).toEqual([]);
    await assign(test, arranged, id);
    await test.run((tx) => test.get(HandleComplaint).giveNotice(tx, id), arranged.handler);
    const [notice] = await own();
    expect(notice).toMatchObject({ allegations: ['boundaries'], mayAnswer: true });
    expect(JSON.stringify(notice)).not.toMatch(/geese|Wanda|wanda|reporter/);
    const stranger = () => test.run((tx) => test.get(ReadComplaints).ownOne(tx, id), arranged.stranger);
    await expect(stranger()).rejects.toMatchObject({ kind: 'not_found' });
  });

  const notices = {
    'a notice': (id: string, { handler }: ConductCase) =>
      test.run((tx) => test.get(HandleComplaint).giveNotice(tx, id), handler),
    'a suspension at once': (id: string, { third }: ConductCase) =>
      test.run((tx) => test.get(DecideComplaint).suspendAtOnce(tx, id, 'immediate_risk'), third),
  };
  it.each(Object.entries(notices))('keeps its sealed file from its holder until %s tells them', async (_, tell) => {
    const arranged = await arrangeConduct(test);
    const id = await complain(test, arranged);
    await assign(test, arranged, id);
    const seen = async () => {
      const files = await test.run((tx) => test.get(ReadOwnFiles).execute(tx), arranged.applicant);
      return files.filter(({ kind }) => kind === 'complaint').length;
    };
    expect(await seen()).toBe(0);
    await tell(id, arranged);
    expect(await seen()).toBe(1);
  });

  it('leaves the words of nobody anywhere but sealed', async () => {
    const arranged = await arrangeConduct(test);
    const id = await found(test, arranged);
    await propose(test, arranged.third, id);
    await agree(test, arranged.fourth, id);
    await appeal(test, arranged.applicant);
    await test.runEffects();
    const { rows: tables } = await test.owner.query(
      `select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
    );
    const holding: string[] = [];
    for (const { table_name: table } of tables) {
      const { rows } = await test.owner.query(
        `select 1 from "${table}" t where t::text ilike any($1) or encode(convert_to(t::text, 'UTF8'), 'escape') ilike any($1) limit 1`,
        [[TOLD, ANSWERED, REPORTER].map((words) => `%${words}%`)],
      );
      if (rows.length > 0) holding.push(table);
    }
    expect(holding).toEqual([]);
  });
});
