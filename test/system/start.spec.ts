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

  it('says of every answer of a demonstration that it is about no real credential', async () => {
    const courses = await supertest(test.app.getHttpServer()).get('/api/v1/courses');
    expect(courses.body.specimen).toBe('SPECIMEN, NOT A CREDENTIAL');
    const problem = await supertest(test.app.getHttpServer()).get('/api/v1/nowhere');
    expect(problem.body.specimen).toBe('SPECIMEN, NOT A CREDENTIAL');
    const page = await supertest(test.app.getHttpServer()).get('/verify');
    expect(page.text).toContain('SPECIMEN, NOT A CREDENTIAL');
  });
});
