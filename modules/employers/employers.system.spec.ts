import { randomUUID } from 'node:crypto';
import supertest from 'supertest';
import { Temporal } from 'temporal-polyfill';
import { useApp } from '../../test/support/app.js';
import { openSession } from '../../test/support/caller.js';
import { insertPerson } from '../../test/support/factories/person.js';
import { visitor } from '../../test/support/visitor.js';
import { projectRoot } from '../../src/config/project-root.js';
import { admitted, arrangeCase, decide, type Case } from '../certification/testing/certification-case.js';
import { Competencies } from '../competencies/competencies.public.js';
import { Register } from '../credentials/credentials.public.js';

interface Manager {
  personId: string;
  organizationId: string;
}

interface Person {
  arranged: Case;
  number: string;
  credentialId: string;
  personId: string;
}

describe('an employer’s roster', () => {
  const test = useApp();
  const server = () => test.app.getHttpServer();

  beforeAll(() => test.run((tx) => test.get(Competencies).load(tx, `${projectRoot}/content`)));

  async function manager(name = 'Lantern House'): Promise<Manager> {
    const [organizationId, personId] = [randomUUID(), await insertPerson(test.owner, 'Emil Employer')];
    await test.owner.query(
      `insert into organization (id, kind, slug, name, address, time_zone, contact_email, created_at)
       values ($1, 'employer', $2, $3, '2 Invented Road', 'America/Chicago', 'hr@example.test', now())`,
      [organizationId, `employer-${organizationId}`, name],
    );
    await test.owner.query(
      `insert into membership (id, organization_id, organization_kind, person_id, role, from_at, created_at)
       values ($1, $2, 'employer', $3, 'roster-manager', '2020-01-01', now())`,
      [randomUUID(), organizationId, personId],
    );
    return { organizationId, personId };
  }

  async function certified(name = 'Rosalind Okonkwo'): Promise<Person> {
    test.clock.set('2026-11-21T15:00:00Z');
    const arranged = await arrangeCase(test);
    const { personId } = arranged.applicant;
    await test.owner.query('update person set legal_name = $2 where id = $1', [personId, name]);
    const id = await admitted(test, arranged);
    await decide(test, arranged.decider, id);
    const { rows } = await test.owner.query('select id, number from credential where application_id = $1', [id]);
    return { arranged, personId, number: rows[0].number, credentialId: rows[0].id };
  }

  const token = (personId: string, kind: 'page' | 'api') =>
    openSession(test, { personId, assurance: 'password' }, kind);
  const api = async (who: { personId: string }, method: 'get' | 'post', path: string, body: object = {}) => {
    const request = supertest(server())[method](`/api/v1${path}`);
    return request
      .set({ authorization: `Bearer ${await token(who.personId, 'api')}` })
      .send(method === 'post' ? body : undefined);
  };
  const page = async (who: { personId: string }) => visitor(test, await token(who.personId, 'page'));
  const add = async (who: Manager, { number }: Person, name = 'Rosie Okonkwo'): Promise<string> => {
    const answer = await api(who, 'post', '/roster', { name, credentialNumber: number, from: '2026-11-01' });
    expect(answer.status).toBe(201);
    return answer.body.id;
  };
  const consent = async (person: Person, { organizationId }: Manager, scopes = ['competencies']): Promise<string> => {
    const answer = await api(person, 'post', '/consents', { organizationId, scopes });
    expect(answer.status).toBe(201);
    return answer.body.id;
  };
  const looks = async ({ personId }: Person) =>
    (await test.owner.query('select channel, scopes from sharing_access where person_id = $1 order by id', [personId]))
      .rows;
  const upload = (who: Manager, text: string | Buffer, fileName = 'people.csv') =>
    api(who, 'post', '/roster-lists', {
      list: { fileName, contentBase64: Buffer.from(text as string).toString('base64') },
    });

  describe('tells standings', () => {
    it('as the register has them, with the day and the moment', async () => {
      const [employer, person] = [await manager(), await certified()];
      await add(employer, person);
      const { body } = await api(employer, 'get', '/roster');
      expect(body).toMatchObject({
        asOf: '2026-11-21T15:00:00Z',
        counts: { people: 1, active: 1, unmatched: 0 },
        next: null,
      });
      expect(body.entries).toMatchObject([
        {
          name: 'Rosie Okonkwo',
          credentialNumber: person.number,
          match: 'matched',
          standing: { status: 'active', expiresOn: '2028-11-21', concurrent: [], onDate: '2026-11-21' },
          shares: false,
        },
      ]);
      const list = await (await page(employer)).get('/roster');
      expect(list.text).toContain('Rosie Okonkwo');
      expect(list.text).toContain('Not shared with you');
    });

    it('and a suspension not before it is public', async () => {
      const [employer, person] = [await manager(), await certified()];
      await add(employer, person);
      const { registrar } = person.arranged;
      const change = {
        credentialId: person.credentialId,
        decidedBy: registrar.personId,
        reason: 'concern_looked_into',
        effectiveOn: Temporal.PlainDate.from('2026-11-22'),
        publicFrom: Temporal.PlainDate.from('2026-11-25'),
      };
      await test.run((tx) => test.get(Register).suspend(tx, change), registrar);
      const status = async (day: string) => {
        test.clock.set(`${day}T18:00:00Z`);
        return (await api(employer, 'get', '/roster')).body.entries[0].standing.status;
      };
      expect(await status('2026-11-24')).toBe('active');
      expect(await status('2026-11-25')).toBe('suspended');
    });

    it('of nobody whose number and surname do not go together, or whose number is on no register', async () => {
      const [employer, person] = [await manager(), await certified()];
      await add(employer, person, 'Somebody Else');
      const unknown = await api(employer, 'post', '/roster', {
        name: 'Ana Ruiz',
        from: '2026-11-01',
        credentialNumber: 'GS-2222-2222-2222-2',
      });
      expect(unknown.body.matched).toBe(false);
      await api(employer, 'post', '/roster', { name: 'Ben Ode', from: '2026-11-01' });
      const { body } = await api(employer, 'get', '/roster');
      expect(body.entries.map(({ name, match, standing }: Record<string, unknown>) => [name, match, standing])).toEqual(
        [
          ['Ana Ruiz', 'not_matched', null],
          ['Ben Ode', 'no_number', null],
          ['Somebody Else', 'not_matched', null],
        ],
      );
      expect(body.counts).toMatchObject({ people: 3, active: 0, unmatched: 3 });
    });

    it('and who expires within 30, 60 and 90 days', async () => {
      const [employer, person] = [await manager(), await certified()];
      await add(employer, person);
      test.clock.set('2028-10-15T18:00:00Z');
      const within = async (band: number) =>
        (await api(employer, 'get', `/roster?expiring=${band}`)).body.entries.length;
      expect([await within(30), await within(60), await within(90)]).toEqual([0, 1, 1]);
      test.clock.set('2028-11-22T18:00:00Z');
      expect(await within(90)).toBe(0);
      expect((await api(employer, 'get', '/roster')).body.counts).toMatchObject({ active: 0, notActive: 1 });
    });

    it('not of who left, and asks again for what cannot be', async () => {
      const [employer, person] = [await manager(), await certified()];
      const id = await add(employer, person);
      const ended = { name: 'Rosie Okonkwo', credentialNumber: person.number, from: '2026-11-01', until: '2026-11-20' };
      expect((await api(employer, 'post', '/roster', ended)).body.id).toBe(id);
      expect((await api(employer, 'get', '/roster')).body.entries).toEqual([]);
      const slip = await api(employer, 'post', '/roster', {
        ...ended,
        credentialNumber: `${person.number.slice(0, -1)}0`,
      });
      expect([slip.status, slip.body.code]).toEqual([422, 'employers.number_slip']);
      const turned = await api(employer, 'post', '/roster', { ...ended, until: '2026-10-01' });
      expect(turned.body.code).toBe('employers.until_before_from');
    });

    it('page by page, everybody once', async () => {
      const employer = await manager();
      const rows = Array.from({ length: 60 }, (_, n) => `Person ${String(n).padStart(2, '0')},2026-01-01`);
      const { body: list } = await upload(employer, ['Name,From', ...rows].join('\n'));
      await api(employer, 'post', `/roster-lists/${list.id}/applications`);
      const seen: string[] = [];
      let after = '';
      do {
        const { body } = await api(employer, 'get', `/roster?after=${after}`);
        seen.push(...body.entries.map(({ name }: { name: string }) => name));
        after = body.next ?? '';
      } while (after);
      expect(seen).toEqual(rows.map((row) => row.split(',')[0]));
    });
  });

  describe('shows competencies', () => {
    it('only while the person shares them, and hours only where hours are shared', async () => {
      const [employer, person] = [await manager(), await certified()];
      const id = await add(employer, person);
      const shared = async () => (await api(employer, 'get', `/roster/${id}`)).body.shared;
      expect(await shared()).toBeNull();
      expect(await looks(person)).toEqual([]);

      const given = await consent(person, employer);
      const first = await shared();
      expect(first.scopes).toEqual(['competencies']);
      const advocacy = first.domains.find(({ code }: { code: string }) => code === 'advocacy');
      expect(advocacy.trainings + advocacy.practices).toBeGreaterThan(0);
      expect(advocacy.trainingMinutes).toBeNull();
      expect(await looks(person)).toEqual([{ channel: 'api', scopes: ['competencies'] }]);

      await api(person, 'post', `/consents/${given}/withdrawals`);
      expect(await shared()).toBeNull();
      expect(await looks(person)).toHaveLength(1);

      await consent(person, employer, ['competencies', 'hours']);
      const again = (await shared()).domains.find(({ code }: { code: string }) => code === 'advocacy');
      expect(again.trainingMinutes).toBeGreaterThanOrEqual(600);
    });

    it('on the pages, each look told to the person, and none after the withdrawal', async () => {
      const [employer, person] = [await manager(), await certified()];
      const id = await add(employer, person);
      const given = await consent(person, employer);
      const [desk, own] = [await page(employer), await page(person)];
      expect((await desk.get('/roster/competencies')).text).toMatch(/\d+ trainings?/);
      expect((await desk.get(`/roster/${id}`)).text).toContain('sees that you looked');
      const mine = await own.get('/consents');
      expect(mine.text).toContain('Lantern House');
      expect(mine.text).toContain('Emil Employer');
      expect(await looks(person)).toHaveLength(2);
      expect((await own.post(`/consents/${given}/withdrawals`)).status).toBe(303);
      expect((await desk.get('/roster/competencies')).text).not.toMatch(/\d+ trainings?/);
      expect((await desk.get(`/roster/${id}`)).text).toContain('Not shared with you');
      expect(await looks(person)).toHaveLength(2);
    });

    it('to the named employer and until the last day', async () => {
      const [employer, other, person] = [await manager(), await manager('Harbor Works'), await certified()];
      const [id, otherId] = [await add(employer, person), await add(other, person)];
      const answer = await api(person, 'post', '/consents', {
        organizationId: employer.organizationId,
        scopes: ['competencies'],
        until: '2026-11-22',
      });
      expect(answer.status).toBe(201);
      expect((await api(other, 'get', `/roster/${otherId}`)).body.shared).toBeNull();
      expect((await api(employer, 'get', `/roster/${id}`)).body.shared).not.toBeNull();
      test.clock.set('2026-11-23T18:00:00Z');
      expect((await api(employer, 'get', `/roster/${id}`)).body.shared).toBeNull();
    });

    it('once for each employer, however often the button is pressed', async () => {
      const [employer, person] = [await manager(), await certified()];
      const body = { organizationId: employer.organizationId, scopes: ['hours'] };
      const bearer = { authorization: `Bearer ${await token(person.personId, 'api')}` };
      const press = () => supertest(server()).post('/api/v1/consents').set(bearer).send(body);
      const answers = await Promise.all([press(), press(), press()]);
      expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409, 409]);
      const past = await api(person, 'post', '/consents', { ...body, until: '2020-01-01' });
      expect(past.body.code).toBe('employers.last_day_is_past');
    });
  });

  describe('is closed to strangers', () => {
    it('another employer finds neither the person nor the list, and a trainee no roster at all', async () => {
      const [employer, other, person] = [await manager(), await manager('Harbor Works'), await certified()];
      const id = await add(employer, person);
      const { body: list } = await upload(employer, 'Name,From\nAna Ruiz,2026-01-01');
      expect((await api(other, 'get', '/roster')).body.entries).toEqual([]);
      expect((await api(other, 'get', `/roster/${id}`)).status).toBe(404);
      expect((await api(other, 'get', `/roster-lists/${list.id}`)).status).toBe(404);
      expect((await api(other, 'post', `/roster-lists/${list.id}/applications`)).status).toBe(404);
      expect((await (await page(other)).get('/roster/list.csv')).text).not.toContain('Okonkwo');
      expect((await api(person, 'get', '/roster')).status).toBe(403);
      expect((await supertest(server()).get('/api/v1/roster')).status).toBe(401);
    });

    it('nobody ends another person’s consent', async () => {
      const [employer, person, stranger] = [await manager(), await certified(), await certified('Ana Ruiz')];
      const given = await consent(person, employer);
      for (const who of [stranger, employer])
        expect((await api(who, 'post', `/consents/${given}/withdrawals`)).status).toBe(404);
    });
  });

  describe('takes a list', () => {
    const names = async (who: Manager): Promise<string[]> =>
      (await api(who, 'get', '/roster')).body.entries.map(({ name }: { name: string }) => name);

    it('only when it is confirmed, and the same list again changes nothing', async () => {
      const [employer, person] = [await manager(), await certified('Stéphane Löwe')];
      const text = `Name,Credential number,From,Until\nStéphane Löwe,${person.number},2026-01-01,\nAna Ruiz,,2026-02-01,`;
      const { body: list } = await upload(employer, text);
      expect(list).toMatchObject({ encoding: 'UTF-8', problems: [], applied: false });
      expect(await names(employer)).toEqual([]);
      const confirm = (id: string) => api(employer, 'post', `/roster-lists/${id}/applications`);
      expect((await confirm(list.id)).body).toMatchObject({ added: 2, changed: 0, same: 0, matched: 1 });
      expect((await confirm(list.id)).body.code).toBe('employers.list_applied');
      const { body: again } = await upload(employer, text);
      expect((await confirm(again.id)).body).toMatchObject({ added: 0, changed: 0, same: 2, matched: 1 });
      expect(await names(employer)).toEqual(['Ana Ruiz', 'Stéphane Löwe']);
    });

    it('as a whole or not at all, with the lines to correct to download', async () => {
      const employer = await manager();
      const { body: list } = await upload(employer, 'Name,From\nAna Ruiz,2026-01-01\n=1+1,yesterday');
      expect(list.problems).toMatchObject([{ line: 3, column: 'From' }]);
      expect((await api(employer, 'post', `/roster-lists/${list.id}/applications`)).body.code).toBe(
        'employers.list_has_problems',
      );
      expect(await names(employer)).toEqual([]);
      const problems = await (await page(employer)).get(`/roster/lists/${list.id}/problems.csv`);
      expect(problems.text).toContain("'=1+1");
      expect(problems.headers['content-disposition']).toContain('attachment');
    });

    it('that breaks half-way leaves nothing behind', async () => {
      const employer = await manager();
      const { body: list } = await upload(employer, 'Name,From\nAna Ruiz,2026-01-01\nBen Break,2026-01-01');
      await test.owner.query(`
        create function break_it() returns trigger language plpgsql as $$ begin
          if new.name = 'Ben Break' then raise exception 'the power went'; end if; return new; end $$;
        create trigger break_it before insert on roster_entry for each row execute function break_it();`);
      try {
        expect((await api(employer, 'post', `/roster-lists/${list.id}/applications`)).status).toBe(500);
      } finally {
        await test.owner.query('drop trigger break_it on roster_entry; drop function break_it()');
      }
      expect(await names(employer)).toEqual([]);
      expect((await api(employer, 'post', `/roster-lists/${list.id}/applications`)).body).toMatchObject({ added: 2 });
    });

    it('in another encoding with every letter, and tells which; a workbook is no list', async () => {
      const employer = await manager();
      const { body: list } = await upload(
        employer,
        Buffer.from('Name,From\nSt\u00e9phane L\u00f6we,2026-01-01', 'latin1'),
      );
      expect(list).toMatchObject({ encoding: 'Windows-1252', people: [{ name: 'Stéphane Löwe' }] });
      const shown = await (await page(employer)).get(`/roster/lists/${list.id}`);
      expect(shown.text).toContain('Windows-1252');
      expect((await upload(employer, Buffer.from([0x50, 0x4b, 3, 4, 0, 0]))).body.code).toBe(
        'employers.unreadable_list',
      );
    });

    it('that it gave out itself, formulas still plain text', async () => {
      const [employer, person] = [await manager(), await certified()];
      await add(employer, person);
      await api(employer, 'post', '/roster', { name: '=HYPERLINK("http://evil.example")', from: '2026-01-01' });
      const desk = await page(employer);
      const { text } = await desk.get('/roster/list.csv');
      expect(text).toContain('As of 21 November 2026, 9:00 am CST');
      expect(text).toContain(`"'=HYPERLINK(""http://evil.example"")"`);
      expect(text).toContain(`${person.number},2026-11-01,,`);
      const { body: list } = await upload(employer, text);
      expect(list.problems).toEqual([]);
      expect((await api(employer, 'post', `/roster-lists/${list.id}/applications`)).body).toMatchObject({
        added: 0,
        changed: 0,
        same: 2,
      });
    });

    it('is forgotten after a day', async () => {
      const employer = await manager();
      const { body: list } = await upload(employer, 'Name,From\nAna Ruiz,2026-01-01');
      test.clock.forward({ hours: 25 });
      const { Timetable } = await import('../../src/platform/jobs/timetable.js');
      await (await test.worker()).get(Timetable).runTask('employers.forget-lists');
      expect((await test.owner.query('select from roster_import where id = $1', [list.id])).rows).toEqual([]);
    });
  });
});
