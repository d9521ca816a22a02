import supertest from 'supertest';
import { AccessCheck } from '../../src/platform/access/access-check.js';
import { useApp } from '../support/app.js';

describe('the product, started', () => {
  const test = useApp();

  it('is ready when its database has the schema of this code', async () => {
    const answer = await supertest(test.app.getHttpServer()).get('/health/ready');
    expect(answer.body).toEqual({ status: 'ready', database: true, schema: true, outgoing: 'running' });
  });

  it('declares who may call each of its routes', () => {
    const routes = test.get(AccessCheck).routes();
    expect(routes.length).toBeGreaterThan(20);
    expect(routes.filter((route) => !route.rule)).toEqual([]);
  });
});
