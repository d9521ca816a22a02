import supertest from 'supertest';
import type { TestApp } from '../../../test/support/app.js';
import { PeopleSetUp, type DemonstrationPerson, type PersonSummary } from '../people.public.js';

export const PASSWORD = 'lantern over quiet water';

/** Enters an invented person who can sign in with {@link PASSWORD}. */
export async function enterPerson(
  test: TestApp,
  person: Partial<Omit<DemonstrationPerson, 'passwordHash'>> & { email: string },
): Promise<PersonSummary> {
  const setUp = test.get(PeopleSetUp);
  const passwordHash = await setUp.hashPassword(PASSWORD);
  return test.run((tx) => setUp.enterDemonstrationPerson(tx, { legalName: 'Robin Example', ...person, passwordHash }));
}

/** The link of the newest letter of a kind, as a path of this site. */
export async function linkOf(test: TestApp, kind: string): Promise<string> {
  const { rows } = await test.owner.query<{ secrets: { link: string } }>(
    `select secrets from letter where kind = $1 order by created_at desc, id desc limit 1`,
    [kind],
  );
  const link = rows[0]?.secrets.link;
  if (!link) throw new Error(`No letter of kind ${kind}`);
  return new URL(link).pathname;
}

/** How many letters of a kind were written. */
export async function lettersOf(test: TestApp, kind: string): Promise<{ to_address: string }[]> {
  const { rows } = await test.owner.query(`select to_address from letter where kind = $1 order by created_at`, [kind]);
  return rows;
}

/** A browser: keeps its cookies and sends the token of the page's form with every form. */
export class Browser {
  readonly cookies = new Map<string, string>();

  constructor(private readonly test: TestApp) {}

  async get(path: string): Promise<supertest.Response> {
    return this.keep(await supertest(this.test.app.getHttpServer()).get(path).set(this.headers()));
  }

  /** Opens `page` (the form's own address unless told) and sends its form. */
  async post(path: string, form: Record<string, string>, page = '/sign-in'): Promise<supertest.Response> {
    const { text } = await this.get(page);
    const _csrf = /name="_csrf" value="([^"]*)"/.exec(text)?.[1] ?? '';
    const from = { host: 'here.test', referer: `http://here.test${page}` };
    const request = supertest(this.test.app.getHttpServer())
      .post(path)
      .set({ ...this.headers(), ...from })
      .type('form');
    return this.keep(await request.send({ ...form, _csrf }));
  }

  private headers(): Record<string, string> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    return { cookie, 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0' };
  }

  private keep(response: supertest.Response): supertest.Response {
    for (const line of [response.headers['set-cookie'] ?? []].flat()) {
      const [pair = ''] = String(line).split(';');
      const at = pair.indexOf('=');
      const [name, value] = [pair.slice(0, at), pair.slice(at + 1)];
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return response;
  }
}
