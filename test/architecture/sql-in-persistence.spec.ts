import { readSources } from '../support/sources.js';

describe('what is asked of the database', () => {
  // A savepoint (`manager.transaction`) is no question.
  it('is asked by persistence: use cases and the domain hand the transaction on and never write SQL', () => {
    const above = readSources().filter(({ path }) => /^modules\/[\w-]+\/(?:use-cases|domain)\//u.test(path));
    expect(above.length).toBeGreaterThan(100);
    const asking = above.filter(({ text }) => /\bmanager\s*\.\s*(?!transaction\()\w+[(<]/u.test(text));
    expect(asking.map(({ path }) => path)).toEqual([]);
  });
});
