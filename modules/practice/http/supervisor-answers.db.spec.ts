import { businessOf } from '../../../test/support/by-person-id.js';
import { useApp } from '../../../test/support/app.js';
import { PracticeModule } from '../practice.module.js';
import { supervisorCase } from '../testing/supervisor-case.js';
import { RequestSignOff } from '../use-cases/request-sign-off.js';

describe('a supervisor who gives the list back', () => {
  const test = useApp({ business: businessOf([PracticeModule]) });
  const { held, asPerson, facts, readEntry, readSignOff, letters, open, page } = supervisorCase(test);

  it('returns the list with notes; the entries are the trainee’s again and can be sent once more', async () => {
    const browser = await open();
    await browser.post(`${page()}/returns`, { answer: 'returned', notes: 'The date was the 19th.' });
    expect((await browser.get(page())).text).toContain('went back with your notes');
    expect((await readSignOff()).signOff).toMatchObject({ state: 'returned', notes: 'The date was the 19th.' });
    expect((await readEntry(held.entryId)).entry.state).toBe('returned');
    expect((await letters('trainee.example')).some((letter) => letter.subject.includes('came back'))).toBe(true);
    expect(JSON.stringify(await letters('trainee.example'))).not.toContain('the 19th');
    await asPerson((tx) => test.get(RequestSignOff).execute(tx, { entryIds: [held.entryId] }));
    expect(await facts()).toEqual([]);
  });

  it('says that they did not supervise this person, and nothing is signed', async () => {
    const browser = await open();
    await browser.post(`${page()}/returns`, { answer: 'declined' });
    expect((await browser.get(page())).text).toContain('did not supervise this person');
    expect((await readSignOff()).signOff.state).toBe('declined');
    expect(await facts()).toEqual([]);
  });
});
