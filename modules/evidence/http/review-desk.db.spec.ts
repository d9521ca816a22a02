import { randomUUID } from 'node:crypto';
import { insertPerson } from '../../../test/support/factories/person.js';
import { visitor } from '../../../test/support/visitor.js';
import { EvidenceModule } from '../evidence.module.js';
import { foundBody, giveRole, sessionOf, useEvidenceApp } from '../testing/evidence-app.js';
import { handingIn } from '../testing/handing-in.js';

describe('the desk of the reviewers', () => {
  const test = useEvidenceApp(EvidenceModule);
  const { world, api } = handingIn(test);

  /** Hands in, straight in the table, `count` submissions of the same moment. */
  const handIn = (
    count: number,
    { kind = 'outside_training', at = '2026-11-20T15:00:00Z', body = world.bodyId } = {},
  ) =>
    test.owner.query(
      `insert into submission (id, body_id, person_id, kind, provider, title, started_on, finished_on, topics, submitted_at,
                               created_at, document_type, file_sha256, file_name, file_type, file_size)
       select gen_random_uuid(), $1, $2, $3, p, p, d, d, t::jsonb, $4, $4, doc, sha, name, name, size
       from generate_series(1, $5),
         (select case when $3 = 'document' then null else 'Invented School' end p,
                 case when $3 = 'document' then null else date '2026-11-01' end d,
                 case when $3 = 'document' then '[]' else '[{"topic": "advocacy", "minutes": 60}]' end t,
                 case when $3 = 'document' then 'ged_equivalent' end doc,
                 case when $3 = 'document' then repeat('a', 64) end sha,
                 case when $3 = 'document' then 'x' end name,
                 case when $3 = 'document' then 1 end size) one`,
      [body, world.trainee, kind, at, count],
    );
  const desk = async (query = '', who = world.reviewer) => (await api(who)).get(`desk/submissions${query}`);
  const idsOf = ({ body }: { body: { submissions: { id: string }[] } }) => body.submissions.map(({ id }) => id);

  beforeEach(() => test.owner.query('delete from submission'));

  it('is read page by page, also where many came at the same moment: nobody twice, nobody left out', async () => {
    await handIn(40);
    await handIn(20, { at: '2026-11-19T15:00:00.123Z' });
    const seen: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const answer = await desk(next && `?after=${encodeURIComponent(next)}`);
      expect(answer.body.submissions.length).toBeLessThanOrEqual(25);
      seen.push(...idsOf(answer));
      next = answer.body.next as string | null;
    }
    expect(seen).toHaveLength(60);
    expect(new Set(seen).size).toBe(60);
    const { rows } = await test.owner.query('select id from submission order by submitted_at, id');
    expect(seen).toEqual(rows.map(({ id }) => id));
  });

  it('goes on where it was when what was shown is answered meanwhile', async () => {
    await handIn(30);
    const first = await desk();
    await test.owner.query(`update submission set state = 'returned' where id = any($1)`, [idsOf(first)]);
    const second = await desk(`?after=${encodeURIComponent(first.body.next)}`);
    expect(second.body.submissions).toHaveLength(5);
  });

  it('begins at the front for a key that no page gave', async () => {
    await handIn(1);
    for (const after of [
      'x',
      '2026-11-20T15:00:00Z_1',
      `2026-13-20T15:00:00Z_${randomUUID()}`,
      `' or 1=1_${randomUUID()}`,
    ])
      expect((await desk(`?after=${encodeURIComponent(after)}`)).body.submissions).toHaveLength(1);
  });

  it('is narrowed by kind and by how long it waits; the counts stay whole', async () => {
    await handIn(2);
    await handIn(3, { kind: 'continuing_education', at: '2026-11-14T15:00:00Z' });
    await handIn(1, { kind: 'document', at: '2026-10-22T15:00:00Z' });
    const count = async (query: string) => (await desk(query)).body.submissions.length;
    expect(await count('?kind=continuing_education')).toBe(3);
    expect(await count('?waiting=7')).toBe(4);
    expect(await count('?waiting=30')).toBe(1);
    expect(await count('?kind=outside_training&waiting=3')).toBe(0);
    expect(await count('?kind=astronomy&waiting=1000')).toBe(6);
    expect((await desk('?kind=document')).body.counts).toEqual({
      outside_training: 2,
      continuing_education: 3,
      document: 1,
    });
  });

  it('works by the page, without scripts, and keeps the filter from page to page', async () => {
    await handIn(30);
    await handIn(1, { kind: 'document' });
    const page = visitor(test, await sessionOf(test, world.reviewer, 'page'));
    const first = await page.get('/desk/evidence?kind=outside_training');
    expect(first.text).toContain('<option value="outside_training" selected');
    expect(first.text).toContain('20 November 2026');
    const next =
      /href="([^"]*)" rel="next"/.exec(first.text)?.[1]?.replaceAll('&amp;', '&').replaceAll('&#x3D;', '=') ?? '';
    expect(next).toContain('kind=outside_training');
    const second = await page.get(next);
    expect(second.text.match(/href="\/desk\/evidence\/[0-9a-f-]{36}"/g)).toHaveLength(5);
    expect(second.text).toContain('First page');
    expect(second.text).not.toContain('rel="next"');
  });

  it('shows a reviewer of another body nothing of it, and is closed to everyone else', async () => {
    await handIn(3);
    const elsewhere = await insertPerson(test.owner);
    await giveRole(test, await foundBody(test, 'South Ridge Board', 'south-ridge'), elsewhere, 'reviewer');
    const answer = await desk('', elsewhere);
    expect(answer.body).toMatchObject({
      submissions: [],
      next: null,
      counts: { outside_training: 0, continuing_education: 0, document: 0 },
    });
    const key = `2026-11-20T15:00:00Z_${'0'.repeat(8)}-0000-4000-8000-${'0'.repeat(12)}`;
    expect(idsOf(await desk(`?after=${encodeURIComponent(key)}`, elsewhere))).toEqual([]);
    expect((await desk('', world.trainee)).status).toBe(403);
  });
});
