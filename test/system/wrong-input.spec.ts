import { useApp } from '../support/app.js';
import { openSession } from '../support/caller.js';
import { visitor } from '../support/visitor.js';
import { seedWorld, type World } from '../support/world.js';
import { applications } from './wrong-input/applications.js';
import { conduct } from './wrong-input/conduct.js';
import { desk } from './wrong-input/desk.js';
import { evidence } from './wrong-input/evidence.js';
import { schemes } from './wrong-input/schemes.js';

describe('wrong input', () => {
  const test = useApp();
  let world: World;

  beforeAll(async () => {
    world = await seedWorld(test);
  }, 60_000);

  it.each([...evidence, ...applications, ...conduct, ...schemes, ...desk])(
    'in $form is told in plain words, and what was typed is still there',
    async ({ by, about, shown, to, typed, words, kept }) => {
      const id = about ? await world.object(about) : '';
      const page = visitor(test, await openSession(test, world.callers[by], 'page'));
      const at = (path: string) => path.replace(':id', id);
      expect((await page.get(at(shown ?? to))).status).toBe(200);
      const sent = Object.entries(typed).map(([field, value]) => [field, value === ':id' ? id : value]);
      const answer = await page.post(at(to), { bodyId: world.bodyId, ...Object.fromEntries(sent) });
      expect(answer.status).toBe(422);
      const text = read(answer.text);
      expect(text).toContain(words);
      for (const field of kept) expect(text).toContain(String(typed[field]));
      expect(text.replaceAll(/<[^>]*>/g, ' ')).not.toMatch(/invalid|failed|rejected|undefined|\[object/i);
    },
  );
});

/** The page as it is read, with what its fields hold. */
function read(html: string): string {
  const named: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };
  return html
    .replaceAll(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(parseInt(code, 16)))
    .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll(/&(?:lt|gt|quot|amp);/g, (one) => named[one] ?? one);
}
