import { carriedBy, trainingBeside, type Carried } from './training-hours.js';

const topics = (...named: [topic: 'advocacy' | 'ethical_responsibility', minutes: number][]) => ({
  topics: named.map(([topic, minutes]) => ({ topic, minutes })),
});
const carried = (sums: Record<string, Carried>) => new Map(Object.entries(sums));

describe('what courses carry', () => {
  it('adds self-study and live sessions by topic, and counts a translation with its original', () => {
    const session = { training: topics(['advocacy', 135]) };
    const courses = [
      { training: topics(['ethical_responsibility', 20], ['advocacy', 10]), sessions: [session, session] },
      { training: topics(['advocacy', 5]) },
      { training: topics(['advocacy', 10]), translates: 'the-first' },
    ] as unknown as Parameters<typeof carriedBy>[0];
    expect([...carriedBy(courses)]).toEqual([
      ['advocacy', { self: 15, live: 270 }],
      ['ethical_responsibility', { self: 20, live: 0 }],
    ]);
  });
});

describe('what a scheme asks, beside what courses carry', () => {
  const buckets = [
    { domain: 'advocacy', min_hours: 10 },
    { domain: 'ethics', min_hours: 1.5 },
  ];

  it('names what a part still lacks, and lets no other part make up for it', () => {
    const have = carried({ advocacy: { self: 400, live: 100 }, ethics: { self: 900, live: 0 } });
    expect(trainingBeside({ total_hours: 11.5, buckets }, have)).toEqual({
      asked: 690,
      carried: 590,
      parts: [
        { domain: 'advocacy', asked: 600, self: 400, live: 100, missing: 100 },
        { domain: 'ethics', asked: 90, self: 900, live: 0, missing: 0 },
      ],
    });
  });

  it('carries nothing of a part that no course teaches under its name', () => {
    const core = { total_hours: 19.5, buckets: [{ domain: 'core', min_hours: 19.5 }] };
    expect(trainingBeside(core, carried({ advocacy: { self: 6000, live: 0 } }))).toMatchObject({
      carried: 0,
      parts: [{ missing: 1170 }],
    });
  });

  it('counts a topic that two parts accept once, with the first', () => {
    const both = buckets.map((bucket) => ({ ...bucket, accepts: ['advocacy'] }));
    const { parts } = trainingBeside(
      { total_hours: 11.5, buckets: both },
      carried({ advocacy: { self: 690, live: 0 } }),
    );
    expect(parts.map(({ missing }) => missing)).toEqual([0, 90]);
  });

  it('fills the total from topics beside the parts only where the scheme lets them count', () => {
    const have = carried({
      advocacy: { self: 600, live: 0 },
      ethics: { self: 90, live: 0 },
      others: { self: 0, live: 60 },
    });
    expect(trainingBeside({ total_hours: 12.5, buckets }, have).carried).toBe(690);
    expect(trainingBeside({ total_hours: 12.5, buckets, other_topics_count: true }, have).carried).toBe(750);
    expect(trainingBeside({ total_hours: 12.5, buckets: [] }, have).carried).toBe(750);
  });
});
