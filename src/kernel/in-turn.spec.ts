import { inTurn } from './in-turn.js';

describe('reading one after the other', () => {
  it('asks for the next only when the one before is answered, and keeps their order', async () => {
    let asked = 0;
    const given = await inTurn([30, 5, 1], async (milliseconds) => {
      asked += 1;
      expect(asked).toBe(1);
      await new Promise((resolve) => setTimeout(resolve, milliseconds));
      asked -= 1;
      return milliseconds;
    });
    expect(given).toEqual([30, 5, 1]);
  });
});
