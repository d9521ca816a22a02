import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from '@jest/globals';
import { certificate } from '../../../../test/support/certificate.js';
import { TYPST_SETTINGS, TypstRenderer, type TypstSettings } from './typst-renderer.js';

let renderer: TypstRenderer;
afterEach(() => renderer.close());
const start = (settings: Partial<TypstSettings> = {}) =>
  (renderer = new TypstRenderer({ ...TYPST_SETTINGS, ...settings }));

const endless = certificate({
  template: { name: 'endless', source: '<document>{{#each rows}}<p>{{this}}</p>{{/each}}</document>', hash: '0' },
  data: {
    rows: Array.from({ length: 24_000 }, (_, index) => `Row ${index}`),
  },
});

describe('the drawing processes', () => {
  it('end a document that passes its limit, and draw the others', async () => {
    start({ processes: 1, limitMs: 800 });
    await renderer.render(certificate());
    const [first] = renderer.pids;
    const hung = renderer.render(endless);
    const after = renderer.render(certificate());
    await expect(hung).rejects.toMatchObject({ code: 'document.slow' });
    expect((await after).bytes.length).toBeGreaterThan(10_000);
    expect(renderer.pids).toHaveLength(1);
    expect(renderer.pids).not.toContain(first);
    expect(() => process.kill(first!, 0)).toThrow();
  });

  it('give the document back when a process ends by itself, and draw the next', async () => {
    start({ processes: 1 });
    await renderer.render(certificate());
    const drawing = renderer.render(endless);
    process.kill(renderer.pids[0]!, 'SIGKILL');
    await expect(drawing).rejects.toMatchObject({ code: 'document.stopped' });
    expect((await renderer.render(certificate())).bytes.length).toBeGreaterThan(10_000);
  });

  it('are replaced after their share of documents', async () => {
    start({ processes: 1, documentsPerProcess: 3 });
    const seen = new Set<number>();
    for (let document = 0; document < 7; document += 1) {
      await renderer.render(certificate());
      for (const pid of renderer.pids) seen.add(pid);
    }
    expect(seen.size).toBeGreaterThanOrEqual(2);
  });

  it('work at the same time, at most as many as set', async () => {
    start({ processes: 2 });
    await Promise.all(Array.from({ length: 12 }, () => renderer.render(certificate())));
    expect(renderer.pids).toHaveLength(2);
  });

  it('keep their memory over 300 documents', async () => {
    start({ processes: 1 });
    const draw = async (count: number) => {
      for (let document = 0; document < count; document += 1) {
        await renderer.render(
          certificate({ data: { ...certificate().data, holder: { name: `Person Number ${document}` } } }),
        );
      }
      return residentMegabytes(renderer.pids[0]!);
    };
    const before = await draw(100);
    const after = await draw(200);
    expect(after).toBeLessThan(250);
    expect(after - before).toBeLessThan(25);
  });

  it('are told apart from a closed renderer', async () => {
    start();
    await renderer.render(certificate());
    const { pids } = renderer;
    await renderer.close();
    for (const pid of pids) expect(() => process.kill(pid, 0)).toThrow();
    await expect(renderer.render(certificate())).rejects.toMatchObject({ code: 'document.stopped' });
  });
});

function residentMegabytes(pid: number): number {
  const [, kilobytes = 'NaN'] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1024;
}
