import { allocate, type Cap, type Supply, type Whole } from './allocation.js';

const supply = (id: string, minutes: number, takes: string[], caps: string[] = []): Supply => ({
  id,
  minutes,
  takes,
  caps,
});
const whole = (id: string, need: number, buckets: Record<string, number> = {}): Whole => ({
  id,
  need,
  buckets: Object.entries(buckets).map(([bucket, least]) => ({ id: bucket, need: least })),
});

describe('minutes that two buckets accept', () => {
  const training = whole('training', 20, { law_ethics: 10, advocacy: 10 });

  it('go where they are needed, though the bucket they name first would take them', () => {
    const { have, uses } = allocate(
      [supply('both', 10, ['law_ethics', 'advocacy']), supply('law', 10, ['law_ethics'])],
      [training],
      [],
    );
    expect(have).toEqual({ training: 20, law_ethics: 10, advocacy: 10 });
    expect(uses).toContainEqual({ supply: 'both', to: 'advocacy', minutes: 10 });
  });

  it('are split where neither alone is enough', () => {
    const { have, uses } = allocate(
      [
        supply('law', 7, ['law_ethics']),
        supply('both', 10, ['advocacy', 'law_ethics']),
        supply('adv', 3, ['advocacy']),
      ],
      [training],
      [],
    );
    expect(have).toEqual({ training: 20, law_ethics: 10, advocacy: 10 });
    expect(uses.filter((use) => use.supply === 'both')).toEqual([
      { supply: 'both', to: 'advocacy', minutes: 7 },
      { supply: 'both', to: 'law_ethics', minutes: 3 },
    ]);
  });

  it('stay in the place they name first once all needs are met', () => {
    const { have } = allocate([supply('both', 50, ['advocacy', 'law_ethics'])], [training], []);
    expect(have).toEqual({ training: 50, law_ethics: 10, advocacy: 40 });
  });

  it('fill the earlier bucket where there are too few for both', () => {
    const { have } = allocate([supply('both', 12, ['advocacy', 'law_ethics'])], [training], []);
    expect(have).toEqual({ training: 12, law_ethics: 10, advocacy: 2 });
  });
});

describe('a cap', () => {
  const online: Cap = { id: 'online', whole: 'training', atMost: 10 };

  it('leaves its room to the minutes that a bucket needs', () => {
    const { have, unused } = allocate(
      [
        supply('webinar', 10, ['training'], ['online']),
        supply('ethics', 10, ['ethics'], ['online']),
        supply('class', 10, ['training']),
      ],
      [whole('training', 20, { ethics: 10 })],
      [online],
    );
    expect(have).toEqual({ training: 20, ethics: 10 });
    expect(unused).toEqual([{ supply: 'webinar', minutes: 10, reason: 'over_cap', cap: 'online' }]);
  });

  it('counts the earlier evidence and names itself for the rest', () => {
    const { uses, unused } = allocate(
      [supply('first', 6, ['training'], ['online']), supply('second', 6, ['training'], ['online'])],
      [whole('training', 20)],
      [online],
    );
    expect(uses).toEqual([
      { supply: 'first', to: 'training', minutes: 6 },
      { supply: 'second', to: 'training', minutes: 4 },
    ]);
    expect(unused).toEqual([{ supply: 'second', minutes: 2, reason: 'over_cap', cap: 'online' }]);
  });
});

describe('two wholes', () => {
  it('share what both accept, and no minute counts in both', () => {
    const { have } = allocate(
      [supply('shift', 12, ['practice', 'supervision']), supply('talk', 3, ['supervision'])],
      [whole('practice', 10), whole('supervision', 5)],
      [],
    );
    expect(have).toEqual({ practice: 10, supervision: 5 });
  });
});

describe('evidence that nothing takes', () => {
  it('is said to count nowhere', () => {
    const { have, uses, unused } = allocate([supply('other', 30, [])], [whole('training', 20, { ethics: 10 })], []);
    expect(have).toEqual({ training: 0, ethics: 0 });
    expect(uses).toEqual([]);
    expect(unused).toEqual([{ supply: 'other', minutes: 30, reason: 'taken_nowhere' }]);
  });
});

describe('caps that cross', () => {
  it('count whole minutes, though half minutes would fit better', () => {
    const { have } = allocate(
      [supply('a', 1, ['w'], ['x', 'y']), supply('b', 1, ['w'], ['y', 'z']), supply('c', 1, ['w'], ['z', 'x'])],
      [whole('w', 3)],
      ['x', 'y', 'z'].map((id) => ({ id, whole: 'w', atMost: 1 })),
    );
    expect(have).toEqual({ w: 1 });
  });

  it('leave no more than half a minute of their room', () => {
    const { have } = allocate(
      [supply('a', 9, ['p', 'q'], ['x', 'y']), supply('b', 9, ['q'], ['y', 'z']), supply('c', 9, ['p'], ['z', 'x'])],
      [whole('w', 9, { p: 5, q: 5 })],
      ['x', 'y', 'z'].map((id) => ({ id, whole: 'w', atMost: 5 })),
    );
    expect(have.w).toBe(7); // 7.5 in halves
  });
});

describe('a question that cannot be meant', () => {
  it.each([
    ['a place that is not there', [supply('a', 1, ['nowhere'])], []],
    ['a cap that is not there', [supply('a', 1, ['w'], ['nothing'])], []],
    ['half a minute', [supply('a', 0.5, ['w'])], []],
    ['a cap of a whole that is not there', [], [{ id: 'x', whole: 'v', atMost: 1 }]],
  ])('is refused: %s', (_, supplies, caps) => {
    expect(() => allocate(supplies, [whole('w', 1)], caps)).toThrow(RangeError);
  });
});
