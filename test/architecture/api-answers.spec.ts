import { execFile } from 'node:child_process';

/** Reads every type of the product: several seconds, and many on a busy machine. */
const PATIENCE_MS = 180_000;

describe('what the document of the API says of answers', () => {
  it(
    'is what the types of the answers are now: else run node scripts/api-answers.mjs, and look at what changed for programs',
    async () => {
      const told = await new Promise<string>((done) => {
        execFile(process.execPath, ['scripts/api-answers.mjs', '--check'], (error, out, trouble) =>
          done(error ? `${out}${trouble}` : ''),
        );
      });
      expect(told).toBe('');
    },
    PATIENCE_MS,
  );
});
