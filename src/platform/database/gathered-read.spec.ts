import { GatheredRead } from './gathered-read.js';

/** A table that notes what it was asked, and answers when it is told to. */
function table(rows: Record<string, string>) {
  const asked: string[][] = [];
  const open: (() => void)[] = [];
  const read = async (keys: string[]) => {
    asked.push(keys);
    await new Promise<void>((answer) => open.push(answer));
    if (keys.includes('broken')) throw new Error('the database is away');
    return new Map(keys.flatMap((key) => (rows[key] ? [[key, rows[key]] as const] : [])));
  };
  const answer = () => open.splice(0).forEach((one) => one());
  return { asked, answer, read };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('a gathered read', () => {
  it('asks once for what arrives together and gives everybody their own row', async () => {
    const { asked, answer, read } = table({ a: 'Ada', b: 'Ben' });
    const gathered = new GatheredRead(read, { atOnce: 2, together: 10, worthAnother: 2 });
    const answers = Promise.all(['a', 'b', 'none', 'a'].map((key) => gathered.find(key)));
    await turn();
    expect(asked).toEqual([['a', 'b', 'none', 'a']]);
    answer();
    expect(await answers).toEqual(['Ada', 'Ben', null, 'Ada']);
  });

  it('lets later questions wait while enough reads are under way, and never loses them', async () => {
    const { asked, answer, read } = table({ a: 'Ada', b: 'Ben', c: 'Cy' });
    const gathered = new GatheredRead(read, { atOnce: 1, together: 10, worthAnother: 1 });
    const first = gathered.find('a');
    await turn();
    const later = Promise.all([gathered.find('b'), gathered.find('c')]);
    await turn();
    expect(asked).toEqual([['a']]);
    answer();
    expect(await first).toBe('Ada');
    await turn();
    answer();
    expect(await later).toEqual(['Ben', 'Cy']);
    expect(asked).toEqual([['a'], ['b', 'c']]);
  });

  it('begins another read beside one that is under way only for as many as make it worth while', async () => {
    const { asked, answer, read } = table({ a: 'Ada' });
    const gathered = new GatheredRead(read, { atOnce: 2, together: 10, worthAnother: 3 });
    const answers = [gathered.find('a')];
    await turn();
    answers.push(gathered.find('a'), gathered.find('a'));
    await turn();
    expect(asked.map((keys) => keys.length)).toEqual([1]);
    answers.push(gathered.find('a'));
    await turn();
    expect(asked.map((keys) => keys.length)).toEqual([1, 3]);
    answer();
    expect(await Promise.all(answers)).toHaveLength(4);
  });

  it('takes no more into one read than it may', async () => {
    const { asked, answer, read } = table({ a: 'Ada' });
    const gathered = new GatheredRead(read, { atOnce: 9, together: 2, worthAnother: 1 });
    const answers = Promise.all(['a', 'a', 'a', 'a', 'a'].map((key) => gathered.find(key)));
    for (let n = 0; n < 4; n += 1) await turn();
    expect(asked.map((keys) => keys.length)).toEqual([2, 2, 1]);
    answer();
    expect(await answers).toHaveLength(5);
  });

  it('tells everybody of a read that did not succeed, and goes on afterwards', async () => {
    const { answer, read } = table({ a: 'Ada' });
    const gathered = new GatheredRead(read, { atOnce: 1, together: 10, worthAnother: 1 });
    const both = Promise.allSettled([gathered.find('a'), gathered.find('broken')]);
    await turn();
    answer();
    expect((await both).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    const again = gathered.find('a');
    await turn();
    answer();
    expect(await again).toBe('Ada');
  });
});
