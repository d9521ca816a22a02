import { Temporal } from 'temporal-polyfill';
import type { FormStatistics } from '../../modules/exams/domain/statistics/form-statistics.js';
import { IFE, NOOR } from '../../modules/portal/demonstration/people.js';
import { Stories } from '../../modules/portal/demonstration/stories.js';
import { VOLUNTEERS, Volunteers } from '../../modules/portal/demonstration/volunteers.js';
import { useApp } from '../support/app.js';
import { brokenPromises, settleEffects } from '../support/broken-promises.js';
import { openTestTheatre } from '../support/theatre.js';

const NO_VOLUNTEER = `person_id not in (select person_id from contact where address in (${VOLUNTEERS.map(({ email }) => `'${email}'`).join(', ')}))`;

describe('what happened before the demonstration begins', () => {
  const test = useApp();
  const today = Temporal.PlainDate.from('2026-11-21');
  const rows = async (sql: string): Promise<Record<string, unknown>[]> => (await test.owner.query(sql)).rows;

  it('leaves something to see on every desk: fees, a renewal, a complaint, an appeal, an exam list, rules in the making', async () => {
    test.clock.set('2024-09-01T15:00:00Z');
    const { stage, desk } = await openTestTheatre(test);
    const told: string[] = [];
    await new Stories(stage, desk, (line) => void told.push(line), new Volunteers(test.app)).play(today);

    expect(await rows(`select fee, state from invoice order by fee, state`)).toEqual([
      ...Array.from({ length: 3 }, () => ({ fee: 'application', state: 'paid' })),
      { fee: 'late_renewal', state: 'waived' },
      { fee: 'renewal', state: 'open' },
    ]);
    expect(await rows(`select state, late from renewal`)).toEqual([{ state: 'submitted', late: true }]);
    expect(await rows(`select move from renewal_step order by created_at`)).toEqual([
      { move: 'return' },
      { move: 'submit' },
    ]);
    expect(await rows(`select state from complaint`)).toEqual([{ state: 'dismissed' }]);
    expect(await rows(`select state from appeal`)).toEqual([{ state: 'proposed' }]);
    expect(await rows(`select state from scheme_draft order by created_at`)).toEqual([
      { state: 'published' },
      { state: 'draft' },
    ]);
    // One sat elsewhere, one here, and one may sit here.
    expect(await rows(`select state from exam_authorisation where ${NO_VOLUNTEER} order by created_at`)).toEqual([
      { state: 'used' },
      { state: 'used' },
      { state: 'issued' },
    ]);
    expect(await rows(`select approved_at is not null as given from exam_form order by number`)).toEqual([
      { given: true },
      { given: true },
      { given: false },
    ]);
    expect(await rows(`select state from sitting where ${NO_VOLUNTEER}`)).toEqual([{ state: 'submitted' }]);
    expect(
      await rows(
        `select passed, (select count(*)::int from jsonb_object_keys(domains)) as domains from sitting_result where ${NO_VOLUNTEER}`,
      ),
    ).toEqual([{ passed: false, domains: 4 }]);
    // One answer short, until a second one was accepted: the pass is gained by a rescore that two people stand behind.
    expect(await rows(`select number, passed from sitting_score`)).toEqual([{ number: 2, passed: true }]);
    expect(await rows(`select ruling, approved_at is not null as approved from exam_rescore order by id`)).toEqual([
      { ruling: 'keys_accepted', approved: true },
      { ruling: 'not_counted', approved: false },
    ]);
    expect(
      await rows(
        `select r.kind, d.outcome from exam_remark r left join exam_remark_decision d on d.remark_id = r.id order by r.id`,
      ),
    ).toEqual([
      { kind: 'challenge', outcome: 'upheld' },
      { kind: 'challenge', outcome: null },
      { kind: 'comment', outcome: null },
    ]);
    // What forty people did when the exam was tried out is there to look at, and no desk has work with them.
    const { rows: measured } = await test.owner.query<{ summary: FormStatistics }>(
      `select s.summary from exam_form_statistic s join exam_form f on f.id = s.form_id where f.number = 1`,
    );
    expect(measured.map(({ summary: { attempts, alpha } }) => [attempts, (alpha ?? 0) >= 0.8])).toEqual([[40, true]]);
    const flags = measured.flatMap(({ summary }) => summary.items.flatMap((item) => item.flags));
    expect(flags).toEqual(expect.arrayContaining(['turned_round']));
    expect(await rows(`select distinct state from application where not (${NO_VOLUNTEER})`)).toEqual([
      { state: 'withdrawn' },
    ]);
    const registrar = await desk.as('registrar');
    const listed = JSON.stringify(await registrar.get('/api/v1/desk/applications'));
    expect(VOLUNTEERS.filter(({ legalName }) => listed.includes(legalName))).toEqual([]);
    // One has a certificate of completion and minutes that were measured; another would be glad of a hand.
    expect(await rows(`select state from completion_document`)).toEqual([{ state: 'stored' }]);
    expect(await rows(`select sum(seconds)::int > 0 as measured from lesson_time`)).toEqual([{ measured: true }]);
    const instructor = await desk.as('instructor');
    const [group] = await rows(`select id from cohort`);
    const { members } = await instructor.get<{ members: { name: string; hands: { kind: string }[] }[] }>(
      `/api/v1/teaching/cohorts/${String(group?.['id'])}`,
    );
    expect(Object.fromEntries(members.map(({ name, hands }) => [name, hands.map(({ kind }) => kind)]))).toEqual({
      [NOOR.legalName]: [],
      [IFE.legalName]: ['session'],
    });
    expect(await rows(`select state from accommodation_request order by asked_at`)).toEqual([
      { state: 'granted' },
      { state: 'open' },
    ]);
    expect(await rows(`select 1 from exam_import_line`)).toHaveLength(2);
    await settleEffects(test);
    expect(await brokenPromises(test)).toEqual([]);
    const letters = (await stage.letters()).map(({ text }) => text);
    expect(letters.filter((words) => /\{\{|undefined|null|\[object|<>| [,.]/.test(words))).toEqual([]);
  }, 300_000);
});
