import supertest from 'supertest';
import { projectRoot } from '../../src/config/project-root.js';
import { useApp } from '../../test/support/app.js';
import { CourseContent } from '../courses/courses.public.js';
import { finishCourse } from './testing/finish-course.js';
import { RosterScene, type Holder, type Manager } from './testing/roster-scene.js';

interface Evidence {
  kind: string;
  basis: string;
  domains: string[];
  percent: number | null;
  minutes: number | null;
  vouchedBy: { how: string; name: string | null }[];
}

interface Competency {
  code: string;
  title: string;
  evidence: Evidence[];
  statements: Competency[];
}

describe('a person shares competencies', () => {
  const test = useApp();
  const scene = new RosterScene(test);

  beforeAll(() => test.run((tx) => test.get(CourseContent).load(tx, `${projectRoot}/content`)));

  const categories = async (employer: Manager): Promise<Competency[]> => {
    const { body } = await scene.api(employer, 'get', '/roster/competencies');
    return body.entries[0].shared.frameworks.flatMap((one: { categories: Competency[] }) => one.categories);
  };
  const statements = async (employer: Manager): Promise<Competency[]> =>
    (await categories(employer)).flatMap((category) => category.statements);
  const onRoster = async (): Promise<[Manager, Holder]> => {
    const [employer, person] = [await scene.manager(), await scene.certified()];
    await scene.add(employer, person);
    return [employer, person];
  };

  it('by code and title, with a finished course and a passed quiz under each statement they name', async () => {
    const [employer, person] = await onRoster();
    const { reached, open } = await finishCourse(test, person.personId);
    await scene.consent(person, employer);
    const shown = await statements(employer);
    const kindsOf = (code: string) => shown.find((one) => one.code === code)?.evidence.map(({ kind }) => kind) ?? [];
    for (const code of reached) expect(kindsOf(code)).toContain('quiz');
    expect(kindsOf(open)).not.toContain('quiz');
    expect(kindsOf('core-2.3')).toContain('course');
    expect(shown.find(({ code }) => code === 'core-2.3')?.title).toMatch(/hope|recover/i);
    expect(JSON.stringify(shown)).not.toMatch(/rank|average|score/i);
  });

  it('by domain where evidence names no competency, with who vouches', async () => {
    const [employer, person] = await onRoster();
    await scene.consent(person, employer);
    const advocacy = (await categories(employer)).find(({ code }) => code === 'core-10')?.evidence ?? [];
    expect(new Set(advocacy.map(({ basis, domains }) => `${basis} ${domains.join()}`))).toEqual(
      new Set(['domain Advocacy']),
    );
    expect(advocacy.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['practice', 'course']));
    expect(advocacy.find(({ kind }) => kind === 'practice')?.vouchedBy[0]?.how).toBe('supervisor-signature');
    const ethics = (await categories(employer)).find(({ code }) => code === 'core-12')?.evidence ?? [];
    expect(ethics.find(({ kind }) => kind === 'training')?.vouchedBy).toEqual([
      { how: 'reviewer', name: 'Juniper Valley Board' },
    ]);
    const awaiting = (await categories(employer)).find(({ code }) => code === 'rop-5');
    expect(awaiting?.evidence).toEqual([]);
  });

  it('with percentages of a quiz only where they are shared', async () => {
    const [employer, person] = await onRoster();
    await finishCourse(test, person.personId);
    const given = await scene.consent(person, employer, ['competencies', 'hours']);
    const percents = async () =>
      (await statements(employer)).flatMap(({ evidence }) => evidence.flatMap(({ percent }) => percent ?? []));
    expect(await percents()).toEqual([]);
    await scene.api(person, 'post', `/consents/${given}/withdrawals`);
    await scene.consent(person, employer, ['competencies', 'results']);
    expect(new Set(await percents())).toEqual(new Set([100]));
    expect(
      (await categories(employer)).flatMap(({ evidence }) => evidence.flatMap(({ minutes }) => minutes ?? [])),
    ).toEqual([]);
  });

  it('in a list to download, a line for each piece of evidence, formulas still plain text', async () => {
    const [employer, person] = [await scene.manager(), await scene.certified()];
    await scene.add(employer, person, '=1+1 Okonkwo');
    await scene.consent(person, employer, ['competencies', 'hours']);
    const { text, headers } = await (await scene.page(employer)).get('/roster/competencies.csv');
    expect(headers['content-disposition']).toContain('competencies-2026-11-21.csv');
    expect(text).toContain('Name,Credential number,Framework,Code,Competency,Evidence');
    expect(text).toMatch(new RegExp(`'=1\\+1 Okonkwo,${person.number},.*core-10,.*Signed practice,.*,Advocacy,`));
  });

  it('only while the person shares them, and hours only where hours are shared', async () => {
    const [employer, person] = [await scene.manager(), await scene.certified()];
    const id = await scene.add(employer, person);
    const shared = async () => (await scene.api(employer, 'get', `/roster/${id}`)).body.shared;
    expect(await shared()).toBeNull();
    expect(await scene.looks(person)).toEqual([]);

    const given = await scene.consent(person, employer);
    const first = await shared();
    expect(first.scopes).toEqual(['competencies']);
    const advocacy = first.domains.find(({ code }: { code: string }) => code === 'advocacy');
    expect(advocacy.trainings + advocacy.practices).toBeGreaterThan(0);
    expect(advocacy.trainingMinutes).toBeNull();
    expect(await scene.looks(person)).toEqual([{ channel: 'api', scopes: ['competencies'] }]);

    await scene.api(person, 'post', `/consents/${given}/withdrawals`);
    expect(await shared()).toBeNull();
    expect(await scene.looks(person)).toHaveLength(1);

    await scene.consent(person, employer, ['competencies', 'hours']);
    const again = (await shared()).domains.find(({ code }: { code: string }) => code === 'advocacy');
    expect(again.trainingMinutes).toBeGreaterThanOrEqual(600);
  });

  it('on the pages, each look told to the person, and none after the withdrawal', async () => {
    const [employer, person] = [await scene.manager(), await scene.certified()];
    const id = await scene.add(employer, person);
    const given = await scene.consent(person, employer);
    const [desk, own] = [await scene.page(employer), await scene.page(person)];
    expect((await desk.get('/roster/competencies')).text).toContain('By domain');
    expect((await desk.get(`/roster/${id}`)).text).toContain('sees that you looked');
    expect((await desk.get('/roster/competencies.csv')).text).toContain('Rosie Okonkwo');
    const mine = await own.get('/consents');
    expect(mine.text).toContain('Lantern House');
    expect(mine.text).toContain('Emil Employer');
    expect(mine.text).toContain('in a download');
    expect((await scene.looks(person)).map(({ channel }) => channel)).toEqual(['page', 'page', 'csv']);

    expect((await own.post(`/consents/${given}/withdrawals`)).status).toBe(303);
    expect((await desk.get('/roster/competencies')).text).not.toContain('Rosie Okonkwo');
    expect((await desk.get(`/roster/${id}`)).text).toContain('Not shared with you');
    expect((await desk.get('/roster/competencies.csv')).text).not.toContain('Rosie Okonkwo');
    expect((await scene.api(employer, 'get', '/roster/competencies')).body).toMatchObject({ sharing: 0, entries: [] });
    expect(await scene.looks(person)).toHaveLength(3);
  });

  it('by a permission that was read, in the language it was read in, for the person alone to see', async () => {
    const [employer, person] = [await scene.manager(), await scene.certified()];
    await test.owner.query(`update person set letter_language = 'es' where id = $1`, [person.personId]);
    const own = await scene.page(person);
    own.cookies.set('language', 'es');
    const { text } = await own.get('/consents');
    expect(text).toContain('Permiso para ver mi registro');
    expect(text).toContain('I let the employer that I choose see');
    const textVersion = /name="textVersion" value="([^"]*)"/.exec(text)![1]!;
    const asked = { organizationId: employer.organizationId, scopes: 'competencies' };
    expect((await own.post('/consents', { ...asked, textVersion: '0'.repeat(64) })).status).toBe(409);
    expect((await own.post('/consents', { ...asked, textVersion })).status).toBe(303);
    const list = await own.get('/evidence');
    const signed = /href="(\/evidence\/signed-texts\/[^"]*)">Permiso para ver mi registro/.exec(list.text)![1]!;
    expect((await own.get(signed)).text).toContain('Permito que el empleador que escojo');
    expect((await (await scene.page(employer)).get(signed)).status).toBe(404);
  });

  it('to the named employer and until the last day', async () => {
    const [employer, other, person] = [
      await scene.manager(),
      await scene.manager('Harbor Works'),
      await scene.certified(),
    ];
    const [id, otherId] = [await scene.add(employer, person), await scene.add(other, person)];
    const answer = await scene.api(person, 'post', '/consents', {
      organizationId: employer.organizationId,
      scopes: ['competencies'],
      until: '2026-11-22',
    });
    expect(answer.status).toBe(201);
    expect((await scene.api(other, 'get', `/roster/${otherId}`)).body.shared).toBeNull();
    expect((await scene.api(employer, 'get', `/roster/${id}`)).body.shared).not.toBeNull();
    test.clock.set('2026-11-23T18:00:00Z');
    expect((await scene.api(employer, 'get', `/roster/${id}`)).body.shared).toBeNull();
  });

  it('once for each employer, however often the button is pressed', async () => {
    const [employer, person] = [await scene.manager(), await scene.certified()];
    const body = { organizationId: employer.organizationId, scopes: ['hours'] };
    const bearer = { authorization: `Bearer ${await scene.token(person, 'api')}` };
    const press = () => supertest(test.app.getHttpServer()).post('/api/v1/consents').set(bearer).send(body);
    const answers = await Promise.all([press(), press(), press()]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409, 409]);
    const past = await scene.api(person, 'post', '/consents', { ...body, until: '2020-01-01' });
    expect(past.body.code).toBe('employers.last_day_is_past');
  });
});
