import supertest from 'supertest';
import { useApp } from '../../test/support/app.js';
import { staffWorld } from './testing/staff-world.js';

describe('the sessions of a certifying body’s staff', () => {
  const test = useApp();
  const world = staffWorld(test);
  let body: string;

  beforeAll(async () => {
    body = (await world.found('certifying-body', 'test-board')).id;
  });
  beforeEach(() => test.clock.forward({ minutes: 20 }));

  const get = (path: string, token: string) =>
    supertest(test.app.getHttpServer()).get(path).set('authorization', `Bearer ${token}`);
  const me = (token: string) => get('/api/v1/me', token);

  it('carry their roles in every request, and lose them with the next one after they ended', async () => {
    const { id } = await world.enter('registrar', body, 'registrar');
    const token = await world.tokenOf('registrar');
    expect((await me(token)).body.memberships).toEqual([
      { organizationId: body, organizationKind: 'certifying-body', role: 'registrar' },
    ]);
    const now = (await test.clock.now()).toString();
    await test.owner.query(`update membership set until_at = $2 where person_id = $1`, [id, now]);
    expect((await me(token)).body.memberships).toEqual([]);
  });

  it('are refused without a second factor, whatever their role', async () => {
    await world.enterWithoutFactor('onefactor', body, 'registrar');
    const answer = await get('/api/v1/desk/renewals', await world.tokenOf('onefactor'));
    expect([answer.status, answer.body.code]).toEqual([403, 'access.second_factor_needed']);
  });

  it('end after 30 idle minutes and after 12 busy hours', async () => {
    await world.enter('watched', body, 'reviewer');
    const idle = await world.tokenOf('watched');
    test.clock.forward({ minutes: 30 });
    expect((await me(idle)).status).toBe(401);
    const busy = await world.tokenOf('watched');
    for (let i = 0; i < 35; i += 1) {
      test.clock.forward({ minutes: 20 });
      expect((await me(busy)).status).toBe(200);
    }
    test.clock.forward({ minutes: 20 });
    expect((await me(busy)).status).toBe(401);
  });
});
