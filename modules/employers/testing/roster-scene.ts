import { randomUUID } from 'node:crypto';
import supertest from 'supertest';
import type { TestApp } from '../../../test/support/app.js';
import { openSession } from '../../../test/support/caller.js';
import { insertPerson } from '../../../test/support/factories/person.js';
import { visitor, type Visitor } from '../../../test/support/visitor.js';
import { admitted, arrangeCase, decide, type Case } from '../../certification/testing/certification-case.js';

export interface Manager {
  personId: string;
  organizationId: string;
}

export interface Holder {
  arranged: Case;
  number: string;
  credentialId: string;
  personId: string;
}

type Who = Pick<Manager, 'personId'>;

/** Employers, people with a credential, and what they do to each other, for specs of rosters. */
export class RosterScene {
  constructor(private readonly test: TestApp) {}

  /** Somebody who keeps the roster of a new employer. */
  async manager(name = 'Lantern House'): Promise<Manager> {
    const { owner } = this.test;
    const [organizationId, personId] = [randomUUID(), await insertPerson(owner, 'Emil Employer')];
    await owner.query(
      `insert into organization (id, kind, slug, name, address, time_zone, contact_email, created_at)
       values ($1, 'employer', $2, $3, '2 Invented Road', 'America/Chicago', 'hr@example.test', now())`,
      [organizationId, `employer-${organizationId}`, name],
    );
    await owner.query(
      `insert into membership (id, organization_id, organization_kind, person_id, role, from_at, created_at)
       values ($1, $2, 'employer', $3, 'roster-manager', '2020-01-01', now())`,
      [randomUUID(), organizationId, personId],
    );
    return { organizationId, personId };
  }

  /** Somebody who was granted the credential on 21 November 2026, with the evidence of the sample. */
  async certified(name = 'Rosalind Okonkwo'): Promise<Holder> {
    const { owner, clock } = this.test;
    clock.set('2026-11-21T15:00:00Z');
    const arranged = await arrangeCase(this.test);
    const { personId } = arranged.applicant;
    await owner.query('update person set legal_name = $2 where id = $1', [personId, name]);
    const id = await admitted(this.test, arranged);
    await decide(this.test, arranged.decider, id);
    const { rows } = await owner.query('select id, number from credential where application_id = $1', [id]);
    return { arranged, personId, number: rows[0].number, credentialId: rows[0].id };
  }

  token(who: Who, kind: 'page' | 'api'): Promise<string> {
    return openSession(this.test, { personId: who.personId, assurance: 'password' }, kind);
  }

  async api(who: Who, method: 'get' | 'post', path: string, body: object = {}): Promise<supertest.Response> {
    const request = supertest(this.test.app.getHttpServer())[method](`/api/v1${path}`);
    const bearer = { authorization: `Bearer ${await this.token(who, 'api')}` };
    return request.set(bearer).send(method === 'post' ? body : undefined);
  }

  async page(who: Who): Promise<Visitor> {
    return visitor(this.test, await this.token(who, 'page'));
  }

  /** @returns the entry's id */
  async add(who: Manager, { number }: Pick<Holder, 'number'>, name = 'Rosie Okonkwo'): Promise<string> {
    const answer = await this.api(who, 'post', '/roster', { name, credentialNumber: number, from: '2026-11-01' });
    expect(answer.status).toBe(201);
    return answer.body.id;
  }

  /** @returns the consent's id */
  async consent(person: Who, { organizationId }: Manager, scopes = ['competencies']): Promise<string> {
    const answer = await this.api(person, 'post', '/consents', { organizationId, scopes });
    expect(answer.status).toBe(201);
    return answer.body.id;
  }

  /** What the log of looks holds for a person, first to last. */
  async looks({ personId }: Who): Promise<{ channel: string; scopes: string[] }[]> {
    const sql = 'select channel, scopes from sharing_access where person_id = $1 order by id';
    return (await this.test.owner.query(sql, [personId])).rows;
  }

  upload(who: Manager, text: string | Buffer, fileName = 'people.csv'): Promise<supertest.Response> {
    const contentBase64 = Buffer.from(text as string).toString('base64');
    return this.api(who, 'post', '/roster-lists', { list: { fileName, contentBase64 } });
  }
}
