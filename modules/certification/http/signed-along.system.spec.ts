import supertest from 'supertest';
import { useApp } from '../../../test/support/app.js';
import { visitor, type Visitor } from '../../../test/support/visitor.js';
import type { PersonActor } from '../../../src/kernel/actor.js';
import { arrangeCase, giveEvidence, tokenOf, type Case } from '../testing/certification-case.js';

describe('the statement that is signed by sending an application', () => {
  const test = useApp();
  let arranged: Case;

  const as = async (actor: PersonActor, language: 'en' | 'es'): Promise<Visitor> => {
    await test.owner.query('update person set letter_language = $2 where id = $1', [actor.personId, language]);
    const one = visitor(test, tokenOf(actor, 'page'));
    one.cookies.set('language', language);
    return one;
  };
  const versionIn = (text: string) => /name="textVersion" value="([^"]*)"/.exec(text)![1]!;
  /** @returns the address of the application, sent as its page was read */
  async function send(language: 'en' | 'es', textVersion?: string): Promise<{ address: string; status: number }> {
    const person = await as(arranged.applicant, language);
    await person.get('/applications');
    const begun = await person.post('/applications', { schemeCode: arranged.schemeCode, bodyId: arranged.bodyId });
    const address = String(begun.headers.location);
    const { text } = await person.get(address);
    const sent = { declaration: 'yes', textVersion: textVersion ?? versionIn(text) };
    return { address, status: (await person.post(`${address}/submissions`, sent)).status };
  }

  beforeEach(async () => {
    arranged = await arrangeCase(test);
    await giveEvidence(test, arranged);
  });

  it('is read, ticked and kept in Spanish, and stands in the own list of evidence and in the own data', async () => {
    const person = await as(arranged.applicant, 'es');
    expect((await send('es')).status).toBe(303);
    const list = await person.get('/evidence');
    expect(list.text).toContain('Declaración con una solicitud');
    const signed = /href="(\/evidence\/signed-texts\/[^"]*)">Declaración con una solicitud/.exec(list.text)![1]!;
    expect((await person.get(signed)).text).toContain('Lo que envío es verdadero y está completo');
    const authorization = `Bearer ${tokenOf(arranged.applicant, 'api')}`;
    const data = await supertest(test.app.getHttpServer()).post('/api/v1/me/data/copies').set({ authorization });
    expect(data.status).toBe(201);
    expect(data.text).toMatch(/"signed_text": ?"Lo que envío es verdadero y está completo/);
    expect(data.text).toMatch(/"text_language": ?"es"/);
  });

  it('is shown with its English original to the reviewer of the case, and to no stranger', async () => {
    const { address } = await send('es');
    const reviewer = await as(arranged.reviewer, 'en');
    const sheet = await reviewer.get(`/desk${address}`);
    expect(sheet.text).toContain('What the applicant signed');
    const link = /href="(\/evidence\/signed-texts\/[^"]*)">Statement with an application/.exec(sheet.text)![1]!;
    const words = await reviewer.get(link);
    expect(words.text).toContain('Lo que envío es verdadero');
    expect(words.text).toContain('What I send is true and complete');
    const elsewhere = await arrangeCase(test);
    for (const stranger of [arranged.stranger, elsewhere.reviewer])
      expect((await (await as(stranger, 'en')).get(link)).status).toBe(404);
  });

  it('is asked again where the text that was read is not the one in force, and nothing is sent', async () => {
    const { address, status } = await send('en', 'f'.repeat(64));
    expect(status).toBe(409);
    const { rows } = await test.owner.query('select state from application where id = $1', [address.split('/').at(-1)]);
    expect(rows).toEqual([{ state: 'draft' }]);
  });
});
