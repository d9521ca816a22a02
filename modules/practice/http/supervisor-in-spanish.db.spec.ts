import supertest from 'supertest';
import { canonicalHash } from '../../../src/kernel/canonical-json.js';
import { businessOf } from '../../../test/support/by-person-id.js';
import { useApp } from '../../../test/support/app.js';
import { visitor } from '../../../test/support/visitor.js';
import { agreementWordings } from '../../evidence/signed-texts.public.js';
import { PracticeModule } from '../practice.module.js';
import { supervisorCase } from '../testing/supervisor-case.js';
import { WriteEntries } from '../use-cases/write-entries.js';

const [ENGLISH, SPANISH] = agreementWordings('supervisor_sign_off');

describe('a supervisor who reads Spanish', () => {
  const test = useApp({ business: businessOf([PracticeModule]) });
  const { held, content, asPerson, facts, readSignOff, letters, linkOf, open, page, codes, hashOn, newestCode, sign } =
    supervisorCase(test);

  const signedRow = async () => {
    const { rows } = await test.owner.query('select * from practice_sign_off where id = $1', [held.signOffId]);
    return rows[0];
  };

  it('has a link of their own in the letter, and signs the words of their language, which are kept', async () => {
    const [letter] = await letters();
    expect(letter?.text).toContain(`Ver las horas y firmar: ${test.config.PUBLIC_URL}${await linkOf()}?language=es`);
    const browser = await open(`${await linkOf()}?language=es`);
    const shown = await browser.get(page());
    for (const words of ['lang="es"', SPANISH!.line, ENGLISH!.line, '20 de noviembre de 2026', 'Defensa de derechos'])
      expect(shown.text).toContain(words);
    const code = await newestCode(browser);
    expect((await letters())[0]?.subject).toContain('Su código para firmar');
    expect((await sign(browser, { code })).status).toBe(303);

    const { content: kept, content_hash: hash } = await signedRow();
    const { version, language } = SPANISH!;
    expect(kept).toMatchObject({ statement: SPANISH!.line, text: { code: 'supervisor_sign_off', version, language } });
    expect([hash, canonicalHash(kept)]).toEqual([hashOn(shown.text), hashOn(shown.text)]);
    const { rows } = await test.owner.query('select version, translates from statement_text where version = any($1)', [
      [SPANISH!.version, ENGLISH!.version],
    ]);
    expect(rows).toEqual(
      expect.arrayContaining([
        { version: ENGLISH!.version, translates: null },
        { version: SPANISH!.version, translates: ENGLISH!.version },
      ]),
    );
    const receipt = (await browser.get(page())).text;
    expect(receipt).toContain('Las horas de Ana Invented están firmadas');
    expect(receipt).toContain(SPANISH!.line);
    expect((await readSignOff()).signOff.signature).toMatchObject({
      statement: SPANISH!.line,
      statementLanguage: 'es',
    });
    expect(await facts()).toMatchObject([{ minutes: 120 }]);
  });

  it('finds the language on the page itself, also where a form could not be accepted', async () => {
    const browser = await open();
    const refused = await browser.post(`${page()}/signatures`, {});
    expect(refused.text).toContain(`href="${page()}?language=es"`);
    const chosen = await browser.get(`${page()}?language=es`);
    expect([chosen.status, chosen.headers['location']]).toEqual([303, page()]);
    const shown = await browser.get(page());
    expect(shown.text).toContain('Horas por firmar');
    // The links at the foot of the page lead back by the address that the browser tells.
    expect(shown.headers['referrer-policy']).not.toBe('no-referrer');
    expect((await browser.get(`${page()}?language=tlh`)).status).toBe(200);
  });

  it('signs what the page showed: a code for the words of one language is none for those of another', async () => {
    const browser = await open();
    const code = await newestCode(browser);
    const english = hashOn((await browser.get(page())).text);
    await browser.get(`${page()}?language=es`);
    const refused = await sign(browser, { code });
    expect(refused.status).toBe(409);
    expect(refused.text).toContain('El código es para esta página en el idioma en que usted la leyó antes.');
    expect(await facts()).toEqual([]);
    // Still open in English in another tab: what that one shows is signed, whatever was chosen since.
    expect((await sign(browser, { code, contentHash: english })).status).toBe(303);
    expect((await signedRow()).content).toMatchObject({ statement: ENGLISH!.line, text: { language: 'en' } });
  });

  it('is mailed no code for a list that is another by now', async () => {
    const browser = await open();
    const contentHash = hashOn((await browser.get(page())).text);
    await asPerson((tx) => test.get(WriteEntries).change(tx, held.entryId, content({ setting: 'school' })));
    const late = await browser.post(`${page()}/codes`, { contentHash });
    expect(late.status).toBe(409);
    expect(late.text).toContain('School or college');
    expect(await codes()).toEqual([]);
  });

  it('is told in their language what to do when the link has run out', async () => {
    const link = await linkOf();
    test.clock.set('2026-12-05T15:00:00Z');
    const late = await supertest(test.app.getHttpServer()).get(link).set('accept-language', 'es-MX');
    expect(late.status).toBe(410);
    for (const words of ['más de 14 días', '«Sus horas de práctica»', '«Enviar un enlace nuevo»'])
      expect(late.text).toContain(words);
  });
});

describe('a signature made before the statement was in other languages', () => {
  const test = useApp({ business: businessOf([PracticeModule]) });
  const { held, linkOf, page, readSignOff } = supervisorCase(test);

  it('reads back word for word, as what it is: English', async () => {
    const link = await linkOf();
    const before = {
      statement: 'I supervised this person. Words of an earlier year.',
      person: { number: 'P-1', name: 'Ana Invented' },
      supervisor: { name: 'Ines Invented', email: held.email },
      entries: [],
    };
    await test.owner.query(
      `update practice_sign_off set state = 'signed', closed_at = now(), content = $2, content_hash = $3,
         signed_name = 'Ines Invented', signed_ip = '192.0.2.1', signed_method = 'Signed.' where id = $1`,
      [held.signOffId, JSON.stringify(before), canonicalHash(before)],
    );
    await test.owner.query(
      `update practice_sign_off_link set ended_at = now(), ended_by = 'answered' where sign_off_id = $1`,
      [held.signOffId],
    );
    const browser = visitor(test);
    await browser.get(`${link}?language=es`);
    const receipt = (await browser.get(page())).text;
    expect(receipt).toContain(`lang="en">${before.statement}<`);
    expect(receipt).toContain(canonicalHash(before));
    expect((await readSignOff()).signOff.signature).toMatchObject({
      statement: before.statement,
      statementLanguage: 'en',
      contentHash: canonicalHash(before),
    });
  });
});
