import { Remembered } from './remembered.js';

describe('what was made lately', () => {
  it('is made once for each key, and again when it was not asked for in a long time', () => {
    const remembered = new Remembered<{ of: string }>(2);
    const made: string[] = [];
    const ask = (key: string) =>
      remembered.of(key, () => {
        made.push(key);
        return { of: key };
      });
    for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) expect(ask(key)).toEqual({ of: key });
    expect(made).toEqual(['a', 'b', 'c', 'b']);
  });
});
