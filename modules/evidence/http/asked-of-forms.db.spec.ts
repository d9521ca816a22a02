import { insertPerson } from '../../../test/support/factories/person.js';
import { visitor, type Visitor } from '../../../test/support/visitor.js';
import { Evidence } from '../evidence.public.js';
import { EvidenceModule } from '../evidence.module.js';
import { foundBody, sessionOf, useEvidenceApp } from '../testing/evidence-app.js';

describe('a form that a clause leads to', () => {
  const test = useEvidenceApp(EvidenceModule);
  let [first, second] = ['', ''];
  let person: string;
  let page: Visitor;

  beforeAll(async () => {
    first = await foundBody(test, 'North Harbor Peer Board', 'north-harbor');
    second = await foundBody(test, 'Juniper Valley Board', 'juniper-valley');
  });
  beforeEach(async () => {
    person = await insertPerson(test.owner, 'Ada Example');
    page = visitor(test, await sessionOf(test, person, 'page'));
  });
  const facts = () => test.run((tx) => test.get(Evidence).factsOf(tx, person));
  const versionIn = (text: string) => /name="textVersion" value="([^"]*)"/.exec(text)![1];

  it('knows the body and the one variant, so that neither can be missed', async () => {
    const path = `/evidence/statements/lived_experience?body=${second}&types=substance_use`;
    const { text } = await page.get(path);
    expect(text).toContain('For Juniper Valley Board');
    expect(text).not.toContain('North Harbor');
    expect(text).not.toContain('type="radio"');
    expect(text).toContain('This is about: My own, for a certification in recovery support');
    // As the form sends it: with its hidden fields.
    const bodyId = /name="bodyId" value="([^"]*)"/.exec(text)![1];
    const type = /name="type" value="([^"]*)"/.exec(text)![1];
    expect((await page.post(path, { textVersion: versionIn(text), bodyId, type })).status).toBe(303);
    expect(await facts()).toMatchObject([{ bodyId: second, value: { type: 'substance_use' } }]);
  });

  it('asks for one of the variants that fit, and keeps what it knew when it is shown again', async () => {
    const path = `/evidence/statements/lived_experience?body=${first}&types=self,parent`;
    const shown = await page.get(path);
    expect(shown.text).toContain('As a parent');
    expect(shown.text).not.toContain('As a caregiver');
    expect(shown.text).not.toContain('(optional)');
    const action = /<form class="gs-form" action="([^"]*)"/
      .exec(shown.text)![1]!
      .replaceAll('&amp;', '&')
      .replaceAll('&#x3D;', '=');
    const sent = { textVersion: versionIn(shown.text), bodyId: first };
    const again = await page.post(action, sent);
    expect(again.status).toBe(422);
    expect(again.text).toContain('Choose one');
    expect(again.text).not.toContain('As a caregiver');
    expect((await page.post(action, { ...sent, type: 'caregiver' })).status).toBe(422);
    expect((await page.post(action, { ...sent, type: 'parent' })).status).toBe(303);
  });

  it('asks for no variant where the rules of the body name none', async () => {
    const { text } = await page.get(`/evidence/statements/lived_experience?body=${first}`);
    expect(text).not.toContain('Which of these is it?');
    expect((await page.get('/evidence/statements/lived_experience')).text).toContain('Which of these is it?');
  });

  it('is about the point at which a declaration is still open', async () => {
    const { text } = await page.get(`/evidence/statements/residency?body=${first}&at=exam`);
    expect(text).toMatch(/value="exam"[^>]*checked/);
    expect(text).not.toMatch(/value="application"[^>]*checked/);
  });

  it('offers the kinds of document that fit, the others a link away', async () => {
    const { text } = await page.get(`/evidence/documents/new?body=${second}&types=high_school_diploma,ged_equivalent`);
    expect(text.match(/type="radio"/g)).toHaveLength(2);
    expect(text).toContain('For Juniper Valley Board');
    expect(text).toContain('Hand in another kind of document');
    const one = await page.get(`/evidence/documents/new?body=${second}&types=photo_id`);
    expect(one.text).toMatch(/value="photo_id"[^>]*checked/);
    const all = await page.get('/evidence/documents/new?types=made_up&body=made-up');
    expect(all.text.match(/name="documentType"/g)!.length).toBeGreaterThan(10);
    expect(all.text).toContain('Which certifying body is it for?');
  });
});
