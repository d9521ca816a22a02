import { businessOf } from '../../../test/support/by-person-id.js';
import { useApp } from '../../../test/support/app.js';
import { PracticeModule } from '../practice.module.js';
import { supervisorCase } from '../testing/supervisor-case.js';
import { ReadPractice } from '../use-cases/read-practice.js';
import { RequestSignOff } from '../use-cases/request-sign-off.js';
import { WriteEntries } from '../use-cases/write-entries.js';

describe('what a supervisor signed', () => {
  const test = useApp({ business: businessOf([PracticeModule]) });
  const { held, content, asPerson, facts, readEntry, tokens, open, page, newestCode, sign } = supervisorCase(test);

  beforeEach(async () => {
    const browser = await open();
    await sign(browser, { code: await newestCode(browser) });
  });

  it('is locked: no change, no removal, no second request, and the database holds it too', async () => {
    const lockedError = { code: 'practice.locked' };
    await expect(asPerson((tx) => test.get(WriteEntries).change(tx, held.entryId, content()))).rejects.toMatchObject(
      lockedError,
    );
    await expect(asPerson((tx) => test.get(WriteEntries).remove(tx, held.entryId))).rejects.toMatchObject(lockedError);
    await expect(
      asPerson((tx) => test.get(RequestSignOff).execute(tx, { entryIds: [held.entryId] })),
    ).rejects.toMatchObject({ code: 'practice.not_all_signable' });
    for (const sql of [
      'update practice_entry set minutes = 1 where id = $1',
      'delete from practice_entry where id = $1',
      'update practice_entry_domain set minutes = 1 where entry_id = $1',
      'delete from practice_entry_domain where entry_id = $1',
    ])
      await expect(test.owner.query(sql, [held.entryId])).rejects.toThrow('a signed entry never changes');
    await expect(
      test.owner.query(`update practice_sign_off set signed_name = 'X' where id = $1`, [held.signOffId]),
    ).rejects.toThrow('never changes');
  });

  it('is corrected by a new entry that takes its place as evidence once it is signed too', async () => {
    const shorter = content({ domains: [{ domain: 'advocacy', minutes: 60 }] });
    const { entryId: correction } = await asPerson((tx) => test.get(WriteEntries).correct(tx, held.entryId, shorter));
    expect(await facts()).toMatchObject([{ minutes: 120 }]);
    await expect(asPerson((tx) => test.get(WriteEntries).correct(tx, held.entryId, shorter))).rejects.toMatchObject({
      code: 'practice.already_corrected',
    });
    const earlier = new Set(await tokens());
    held.signOffId = (
      await asPerson((tx) => test.get(RequestSignOff).execute(tx, { entryIds: [correction] }))
    ).signOffId;
    const browser = await open(`/sign-off-links/${(await tokens()).find((token) => !earlier.has(token))}`);
    expect((await browser.get(page())).text).toContain('Takes the place of an entry signed before');
    await sign(browser, { code: await newestCode(browser) });
    expect(await facts()).toMatchObject([{ minutes: 60, source: { id: correction } }]);
    expect((await readEntry(held.entryId)).entry.state).toBe('corrected');
    const { totals } = await asPerson((tx) => test.get(ReadPractice).overview(tx));
    expect(totals.practice).toEqual({ recorded: 60, signed: 60 });
  });

  it('stands again when its correction is removed before it was signed', async () => {
    const { entryId: correction } = await asPerson((tx) => test.get(WriteEntries).correct(tx, held.entryId, content()));
    await asPerson((tx) => test.get(WriteEntries).remove(tx, correction));
    const { totals } = await asPerson((tx) => test.get(ReadPractice).overview(tx));
    expect(totals.practice).toEqual({ recorded: 120, signed: 120 });
  });
});
