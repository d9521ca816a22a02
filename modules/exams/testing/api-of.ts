import supertest from 'supertest';
import type { PersonActor } from '../../../src/kernel/actor.js';
import type { TestApp } from '../../../test/support/app.js';
import { tokenOf } from '../../certification/testing/certification-case.js';

/** The JSON interface as somebody who is signed in uses it. */
export function apiOf(test: TestApp, actor: PersonActor) {
  const authorization = `Bearer ${tokenOf(actor, 'api')}`;
  const server = () => supertest(test.app.getHttpServer());
  return {
    get: (path: string) => server().get(`/api/v1/${path}`).set({ authorization }),
    post: (path: string, body: object = {}) => server().post(`/api/v1/${path}`).set({ authorization }).send(body),
  };
}
