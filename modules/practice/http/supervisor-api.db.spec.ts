import { businessOf } from '../../../test/support/by-person-id.js';
import { useApp } from '../../../test/support/app.js';
import { PracticeModule } from '../practice.module.js';
import { supervisorCase } from '../testing/supervisor-case.js';

describe('a supervisor whose program answers for them', () => {
  const test = useApp({ business: businessOf([PracticeModule]) });
  const { facts, linkOf, tokens, codes, readSignOff } = supervisorCase(test);

  const ask = async (method: 'GET' | 'POST', path = '', body?: object, token?: string) => {
    const link = token ? `/sign-off-links/${token}` : await linkOf();
    const answer = await test.app.inject({ method, url: `/api/v1${link}${path}`, ...(body && { payload: body }) });
    return { status: answer.statusCode, body: answer.json<Record<string, never>>() };
  };
  const signature = async (changes: object = {}) => {
    const { contentHash } = (await ask('GET')).body;
    return { name: 'Ines Invented', agreed: 'yes', contentHash, code: (await codes())[0], ...changes };
  };

  it('sees what is signed, asks for a code, signs, and it becomes evidence once', async () => {
    const shown = await ask('GET');
    expect(shown).toMatchObject({
      status: 200,
      body: { state: 'open', content: { person: { name: 'Ana Invented' }, entries: [{ minutes: 120 }] } },
    });
    expect((await ask('POST', '/codes')).status).toBe(202);
    const sent = await signature();
    expect(await ask('POST', '/signatures', sent)).toMatchObject({ status: 201, body: { state: 'signed' } });
    expect(await facts()).toMatchObject([{ minutes: 120, vouchedBy: { method: 'supervisor-signature' } }]);
    expect((await ask('POST', '/signatures', sent)).status).toBe(410);
    expect((await ask('GET')).body).toMatchObject({ state: 'signed', trainee: 'Ana Invented' });
  });

  it('signs nothing without a code, with another one, without the statement, or for other entries than were read', async () => {
    expect((await ask('POST', '/signatures', await signature({ code: '123456' }))).status).toBe(422);
    await ask('POST', '/codes');
    const right = (await codes())[0] ?? '';
    const other = right === '111 111' ? '222222' : '111111';
    for (const wrong of [{ code: other }, { agreed: 'no' }, { contentHash: '0'.repeat(64) }])
      expect((await ask('POST', '/signatures', await signature(wrong))).status).toBeGreaterThanOrEqual(400);
    expect(await facts()).toEqual([]);
  });

  it('signs in Spanish where its reader does: the code and the signature are for the words whose hash is sent', async () => {
    const { contentHash } = (await ask('GET', '?language=es')).body;
    expect(await ask('GET', '?language=es')).toMatchObject({
      body: { content: { statement: expect.stringMatching(/^Supervisé/), text: { language: 'es' } } },
    });
    await ask('POST', '/codes', { contentHash });
    const inEnglish = await ask('POST', '/signatures', await signature());
    expect(inEnglish).toMatchObject({ status: 409, body: { code: 'practice.code_in_other_language' } });
    expect((await ask('POST', '/codes', { contentHash: '0'.repeat(64) })).status).toBe(409);
    const signed = await ask('POST', '/signatures', await signature({ contentHash }));
    expect(signed).toMatchObject({ status: 201, body: { contentHash, content: { text: { language: 'es' } } } });
  });

  it('gives entries back with a note', async () => {
    const returned = await ask('POST', '/returns', { answer: 'returned', notes: 'The time of the second hour.' });
    expect(returned).toMatchObject({ status: 201, body: { state: 'returned' } });
    expect(JSON.stringify(await readSignOff())).toContain('The time of the second hour.');
  });

  it('is nobody without the token of the letter', async () => {
    const token = (await tokens())[0] ?? '';
    for (const path of ['', '/codes', '/returns']) {
      const answer = await ask(path ? 'POST' : 'GET', path, { answer: 'returned' }, `x${token}`);
      expect([path, answer.status]).toEqual([path, 410]);
    }
    expect((await ask('GET')).body).toMatchObject({ state: 'open' });
  });
});
