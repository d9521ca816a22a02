import { pictureDifferences } from './picture-difference.js';

const picture = (name: string, sha256 = 'a', ...words: string[]) => ({ name, sha256, words });

describe('the pictures of two versions', () => {
  it('differ by what came, what went and what is drawn anew, in the order of their names', () => {
    const before = [picture('tree.svg'), picture('bridge.png'), picture('circle.jpg')];
    const after = [picture('circle.jpg', 'b'), picture('tree.svg'), picture('arch.png')];
    expect(pictureDifferences(before, after).map(({ change, before: was, after: is }) => [change, was, is])).toEqual([
      ['added', null, picture('arch.png')],
      ['removed', picture('bridge.png'), null],
      ['changed', picture('circle.jpg'), picture('circle.jpg', 'b')],
    ]);
  });

  it('differ where the same picture is said in other words, or in other ways in two texts', () => {
    const [was, is] = [picture('tree.svg', 'a', 'A tree'), picture('tree.svg', 'a', 'An old tree')];
    expect(pictureDifferences([was], [is])).toEqual([{ change: 'changed', before: was, after: is }]);
    expect(pictureDifferences([was], [picture('tree.svg', 'a', 'A tree', 'The tree again')])).toHaveLength(1);
  });

  it('are alike where nothing changed', () => {
    expect(pictureDifferences([picture('a.svg', 'a', 'A')], [picture('a.svg', 'a', 'A')])).toEqual([]);
  });
});
