import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { insertPerson } from '../../../test/support/factories/person.js';
import { visitor, type Visitor } from '../../../test/support/visitor.js';
import { EvidenceModule } from '../evidence.module.js';
import { foundBody, giveRole, sessionOf, useEvidenceApp } from '../testing/evidence-app.js';

const CODE = '/evidence/statements/code_of_ethics';

describe('a text that is signed in Spanish', () => {
  const test = useEvidenceApp(EvidenceModule);
  let bodyId: string;
  let otherBodyId: string;
  let signer: string;
  let page: Visitor;

  const versionIn = (text: string) => /name="textVersion" value="([^"]*)"/.exec(text)![1]!;
  const hashOf = (file: string) =>
    createHash('sha256')
      .update(readFileSync(`content/${file}`))
      .digest('hex');

  async function readerOf(personId: string, language: 'en' | 'es'): Promise<Visitor> {
    const one = visitor(test, await sessionOf(test, personId, 'page'));
    one.cookies.set('language', language);
    return one;
  }
  async function staffOf(organizationId: string, role: 'reviewer' | 'roster-manager'): Promise<Visitor> {
    const personId = await insertPerson(test.owner, 'Rosa Reviewer');
    await giveRole(test, organizationId, personId, role);
    return readerOf(personId, 'en');
  }
  /** @returns where the words of the latest signed text stand */
  async function sign(path = CODE): Promise<string> {
    const shown = await page.get(path);
    const signed = await page.post(path, { textVersion: versionIn(shown.text), bodyId, signedName: 'Ada Example' });
    expect(signed.status).toBe(303);
    const again = await page.get(path);
    return [...again.text.matchAll(/href="(\/evidence\/signed-texts\/[^"]*)"/g)].at(-1)![1]!;
  }

  beforeAll(async () => {
    bodyId = await foundBody(test, 'North Harbor Peer Board', 'north-harbor');
    otherBodyId = await foundBody(test, 'Juniper Valley Board', 'juniper-valley');
  });
  beforeEach(async () => {
    signer = await insertPerson(test.owner, 'Ada Example');
    page = await readerOf(signer, 'es');
  });

  it('is read in Spanish, with the English text and that nobody reviewed the translation on the same page', async () => {
    const { text } = await page.get(CODE);
    expect(text).toMatch(/<h1 lang="es">Código de ética del apoyo entre pares<\/h1>/);
    expect(text).toContain('<h2>Límites</h2>');
    expect(text).toContain('Esta traducción espera la revisión');
    expect(text).toMatch(/<details>[\s\S]*lang="en"[\s\S]*<h2>Boundaries<\/h2>[\s\S]*<\/details>/);
    expect(versionIn(text)).toBe(hashOf('ethics/code-of-ethics.es.md'));
    const inEnglish = await (await readerOf(signer, 'en')).get(CODE);
    expect(inEnglish.text).not.toContain('Límites');
    expect(versionIn(inEnglish.text)).toBe(hashOf('ethics/code-of-ethics.en.md'));
  });

  it('keeps version, language and words of what was read, and the English text it translates', async () => {
    await sign();
    const { rows } = await test.owner.query(`select value from fact where person_id = $1`, [signer]);
    const [es, en] = ['es', 'en'].map((language) => hashOf(`ethics/code-of-ethics.${language}.md`));
    expect(rows).toEqual([{ value: { text_version: es, text_language: 'es', signed_name: 'Ada Example' } }]);
    const kept = await test.owner.query(
      `select version, language, title, source, translates from statement_text where code = 'code_of_ethics' order by language`,
    );
    const source = (language: string) => readFileSync(`content/ethics/code-of-ethics.${language}.md`, 'utf8');
    expect(kept.rows).toEqual([
      {
        version: en,
        language: 'en',
        title: 'Code of ethics for peer support',
        source: source('en'),
        translates: null,
      },
      {
        version: es,
        language: 'es',
        title: 'Código de ética del apoyo entre pares',
        source: source('es'),
        translates: en,
      },
    ]);
    expect((await page.get('/evidence')).text).toContain('Sin firmar');
    expect((await page.get('/evidence')).text).toMatch(/La última vez, el [^<]* · Español/);
  });

  it('is shown word for word to who signed it and, with the English text, to who reviews it for the body', async () => {
    const address = await sign();
    const own = await page.get(address);
    expect(own.text).toContain('Leído y firmado en');
    expect(own.text).toContain('<h2>Límites</h2>');
    const reviewer = await (await staffOf(bodyId, 'reviewer')).get(address);
    expect(reviewer.text).toContain('Read and signed in');
    for (const part of ['Ada Example', 'Español', 'Límites', 'Boundaries', hashOf('ethics/code-of-ethics.es.md')])
      expect(reviewer.text).toContain(part);
  });

  it('is nothing to a stranger: another person, a reviewer of another body', async () => {
    const address = await sign();
    const stranger = await readerOf(await insertPerson(test.owner, 'Sol Stranger'), 'es');
    for (const one of [stranger, await staffOf(otherBodyId, 'reviewer')])
      expect((await one.get(address)).status).toBe(404);
    expect((await page.get(`/evidence/signed-texts/${randomUUID()}`)).status).toBe(404);
  });

  it('leads back to the page that asked for it, and to no other site', async () => {
    const path = (from: string) => `/evidence/statements/willing_to_share?${new URLSearchParams({ from }).toString()}`;
    const sent = async (from: string) => {
      const { text } = await page.get(path(from));
      const made = await page.post(path(from), { textVersion: versionIn(text), bodyId });
      return String(made.headers.location);
    };
    expect(await sent('/applications/1?a=b')).toBe('/applications/1?a=b');
    for (const elsewhere of ['https://evil.example/', '//evil.example', '/\\evil.example', '/x\r\ny'])
      expect(await sent(elsewhere)).toBe('/evidence');
    const { text } = await page.get(path('/home'));
    expect(text).toContain('href="/home"');
  });

  it('goes on counting, and being read as it was, when the text is another one since', async () => {
    const words = 'I have been in recovery for at least two years, as an older text said it.';
    const version = createHash('sha256').update(words).digest('hex');
    await test.owner.query(
      `insert into statement_text (version, code, language, text, created_at) values ($1, 'recovery_two_years', 'en', $2, now())`,
      [version, words],
    );
    const id = randomUUID();
    await test.owner.query(
      `insert into fact (id, person_id, body_id, kind, code, value, occurred_on, recorded_at, voucher_method, source_module, source_id)
       values ($1, $2, $3, 'attestation', 'recovery_two_years', $4, '2026-01-05', now(), 'self', 'evidence', $5)`,
      [id, signer, bodyId, JSON.stringify({ text_version: version }), id],
    );
    const list = await page.get('/evidence');
    expect(list.text).toMatch(/Dos años en recuperación[\s\S]{0,200}La última vez, el [^<]* · English/);
    const shown = await page.get(`/evidence/signed-texts/${id}`);
    expect(shown.text).toContain(words);
    expect(shown.text).not.toContain('as I understand recovery for myself');
  });
});
