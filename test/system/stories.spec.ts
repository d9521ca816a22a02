import { Temporal } from 'temporal-polyfill';
import { Stories } from '../../modules/portal/demonstration/stories.js';
import { useApp } from '../support/app.js';
import { brokenPromises, settleEffects } from '../support/broken-promises.js';
import { openTestTheatre } from '../support/theatre.js';

describe('what happened before the demonstration begins', () => {
  const test = useApp();
  const today = Temporal.PlainDate.from('2026-11-21');
  const rows = async (sql: string): Promise<Record<string, unknown>[]> => (await test.owner.query(sql)).rows;

  it('leaves something to see on every desk: fees, a renewal, a complaint, an appeal, an exam list, rules in the making', async () => {
    test.clock.set('2024-09-01T15:00:00Z');
    const { stage, desk } = await openTestTheatre(test);
    const told: string[] = [];
    await new Stories(stage, desk, (line) => void told.push(line)).play(today);

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
    expect(await rows(`select state from exam_authorisation order by created_at`)).toEqual([
      { state: 'used' },
      { state: 'used' },
      { state: 'issued' },
    ]);
    expect(await rows(`select approved_at is not null as given from exam_form order by number`)).toEqual([
      { given: true },
      { given: false },
    ]);
    expect(await rows(`select state from sitting`)).toEqual([{ state: 'submitted' }]);
    expect(
      await rows(
        `select passed, (select count(*)::int from jsonb_object_keys(domains)) as domains from sitting_result`,
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
    expect(await rows(`select state from accommodation_request order by asked_at`)).toEqual([
      { state: 'granted' },
      { state: 'open' },
    ]);
    expect(await rows(`select 1 from exam_import_line`)).toHaveLength(2);
    await settleEffects(test);
    expect(await brokenPromises(test)).toEqual([]);
    const letters = (await stage.letters()).map(({ text }) => text);
    expect(letters.filter((words) => /\{\{|undefined|null|\[object|<>| [,.]/.test(words))).toEqual([]);
  }, 180_000);
});
