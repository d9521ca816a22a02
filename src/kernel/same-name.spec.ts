import { sameName } from './same-name.js';

describe('a name', () => {
  it('is known again in another spelling, and is not another name', () => {
    expect(sameName('OKONKWO, Rosalínd', 'Rosalind Okonkwo')).toBe(true);
    expect(sameName('Rosa Okonkwo', 'Rosalind Okonkwo')).toBe(false);
  });

  it('of signs alone is only itself', () => {
    expect([sameName('✦✦', ' ✦✦ '), sameName('✦✦', '☾')]).toEqual([true, false]);
  });
});
