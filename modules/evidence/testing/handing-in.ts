import supertest from 'supertest';
import type { TestApp } from '../../../test/support/app.js';
import { insertPerson } from '../../../test/support/factories/person.js';
import { foundBody, giveRole, PDF, sessionOf } from './evidence-app.js';

/** A training that can be handed in as it is. */
export const training = {
  provider: 'Harbor Academy',
  title: 'Ethics for peers',
  startedOn: '2026-11-02',
  finishedOn: '2026-11-04',
  topics: [{ topic: 'ethical_responsibility', minutes: 960 }],
  proof: { fileName: 'certificate.pdf', contentBase64: PDF.toString('base64') },
};

/** A body, a trainee and a reviewer, founded before the tests, and what they do by the API. */
export function handingIn(test: TestApp) {
  const world = { bodyId: '', trainee: '', reviewer: '' };
  const tokens = new Map<string, string>();

  beforeAll(async () => {
    world.bodyId = await foundBody(test, 'North Harbor Peer Board', 'north-harbor');
    world.trainee = await insertPerson(test.owner, 'Ada Example', 'ada@trainee.example');
    world.reviewer = await insertPerson(test.owner, 'Rae Example', 'rae@north-harbor.example');
    await giveRole(test, world.bodyId, world.reviewer, 'reviewer');
  });

  const api = async (person: string) => {
    const token = tokens.get(person) ?? (await sessionOf(test, person, 'api'));
    tokens.set(person, token);
    const call = (method: 'get' | 'post', path: string, body?: object) => {
      const request = supertest(test.app.getHttpServer())
        [method](`/api/v1/${path}`)
        .set('authorization', `Bearer ${token}`);
      return body ? request.send(body) : request;
    };
    return { get: (path: string) => call('get', path), post: (path: string, body: object) => call('post', path, body) };
  };
  const send = async (changes: object = {}, path = 'outside-trainings') =>
    (await api(world.trainee)).post(path, { ...training, ...changes });
  const review = async (id: string, answer: object, who = world.reviewer) =>
    (await api(who)).post(`submissions/${id}/reviews`, { revision: 1, outcome: 'accepted', ...answer });
  return { world, tokens, api, send, review };
}
