import supertest from 'supertest';
import { useApp } from '../../test/support/app.js';
import { RosterScene } from './testing/roster-scene.js';

describe('a roster is closed to strangers', () => {
  const test = useApp();
  const scene = new RosterScene(test);

  it('another employer finds neither the person nor the list, and a trainee no roster at all', async () => {
    const [employer, other, person] = [
      await scene.manager(),
      await scene.manager('Harbor Works'),
      await scene.certified(),
    ];
    const id = await scene.add(employer, person);
    const { body: list } = await scene.upload(employer, 'Name,From\nAna Ruiz,2026-01-01');
    expect((await scene.api(other, 'get', '/roster')).body.entries).toEqual([]);
    expect((await scene.api(other, 'get', `/roster/${id}`)).status).toBe(404);
    expect((await scene.api(other, 'get', `/roster-lists/${list.id}`)).status).toBe(404);
    expect((await scene.api(other, 'post', `/roster-lists/${list.id}/applications`)).status).toBe(404);
    expect((await (await scene.page(other)).get('/roster/list.csv')).text).not.toContain('Okonkwo');
    expect((await scene.api(person, 'get', '/roster')).status).toBe(403);
    expect((await scene.api(person, 'get', '/roster/competencies')).status).toBe(403);
    expect((await supertest(test.app.getHttpServer()).get('/api/v1/roster')).status).toBe(401);
  });

  it('another employer of the same person sees nothing of what they share with the first', async () => {
    const [employer, other] = [await scene.manager(), await scene.manager('Harbor Works')];
    const person = await scene.certified();
    await scene.add(employer, person);
    const otherId = await scene.add(other, person);
    await scene.consent(person, employer);
    expect((await scene.api(employer, 'get', '/roster/competencies')).body).toMatchObject({ sharing: 1 });
    expect((await scene.api(other, 'get', '/roster/competencies')).body).toMatchObject({ sharing: 0, entries: [] });
    expect((await scene.api(other, 'get', `/roster/${otherId}`)).body.shared).toBeNull();
    const desk = await scene.page(other);
    expect((await desk.get('/roster/competencies')).text).toContain('Nobody here shares this with you');
    expect((await desk.get('/roster/competencies.csv')).text).not.toContain('Okonkwo');
    expect(await scene.looks(person)).toHaveLength(1);
  });

  it('who shares with an employer and is not on its roster stays unseen by it', async () => {
    const [employer, person] = [await scene.manager(), await scene.certified()];
    await scene.consent(person, employer);
    expect((await scene.api(employer, 'get', '/roster/competencies')).body).toMatchObject({ sharing: 0, entries: [] });
    expect(await scene.looks(person)).toEqual([]);
  });

  it('who gave no consent is in no evidence, beside somebody who did', async () => {
    const employer = await scene.manager();
    const [open, quiet] = [await scene.certified('Ana Ruiz'), await scene.certified('Ben Ode')];
    await scene.add(employer, open, 'Ana Ruiz');
    await scene.add(employer, quiet, 'Ben Ode');
    await scene.consent(open, employer);
    const { body } = await scene.api(employer, 'get', '/roster/competencies');
    expect(body.entries.map(({ name }: { name: string }) => name)).toEqual(['Ana Ruiz']);
    const desk = await scene.page(employer);
    expect((await desk.get('/roster/competencies')).text).not.toContain('Ben Ode');
    expect((await desk.get('/roster/competencies.csv')).text).not.toContain('Ben Ode');
    expect(await scene.looks(quiet)).toEqual([]);
  });

  it('nobody ends another person’s consent', async () => {
    const [employer, person, stranger] = [
      await scene.manager(),
      await scene.certified(),
      await scene.certified('Ana Ruiz'),
    ];
    const given = await scene.consent(person, employer);
    for (const who of [stranger, employer])
      expect((await scene.api(who, 'post', `/consents/${given}/withdrawals`)).status).toBe(404);
  });
});
