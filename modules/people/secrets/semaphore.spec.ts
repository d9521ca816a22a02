import { Semaphore } from './semaphore.js';

const full = () => new Error('full');

describe('the queue in front of password hashing', () => {
  it('lets two through at once, holds the next, and turns away whoever finds the queue full', async () => {
    const semaphore = new Semaphore(2, 1);
    const started: number[] = [];
    const finish: (() => void)[] = [];
    const work = (n: number) => () => {
      started.push(n);
      return new Promise<void>((resolve) => finish.push(resolve));
    };
    const [first, second, third] = [1, 2, 3].map((n) => semaphore.run(work(n), full));
    await expect(semaphore.run(work(4), full)).rejects.toThrow('full');
    expect(started).toEqual([1, 2]);
    finish.shift()?.();
    await first;
    await Promise.resolve();
    expect(started).toEqual([1, 2, 3]);
    finish.forEach((end) => end());
    await Promise.all([second, third]);
  });

  it('gives its place back when the work throws', async () => {
    const semaphore = new Semaphore(1, 0);
    await expect(semaphore.run(() => Promise.reject(new Error('broken')), full)).rejects.toThrow('broken');
    await expect(semaphore.run(() => Promise.resolve('well'), full)).resolves.toBe('well');
  });
});
