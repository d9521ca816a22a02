import supertest from 'supertest';
import { useApp } from '../../../test/support/app.js';
import { visitor } from '../../../test/support/visitor.js';
import { arrangeConduct, TOLD } from '../testing/conduct-case.js';
import { COMPLAINTS_PER_HOUR } from './complaint-limit.js';

describe('concerns from one connection', () => {
  const test = useApp();

  it('are taken up to a number in an hour; then the form says kindly what to do, and keeps what was typed', async () => {
    const { number } = await arrangeConduct(test);
    const anybody = visitor(test);
    await anybody.get('/complaints/new');
    const typed = { number, allegations: ['boundaries'], eventOn: '2026-11-10' };
    const send = (sealedText: string) => anybody.post('/complaints', { ...typed, sealedText });
    for (let wordless = 0; wordless < 3; wordless += 1) expect((await send('')).status).toBe(422);
    for (let taken = 0; taken < COMPLAINTS_PER_HOUR; taken += 1) expect((await send(TOLD)).status).toBe(200);
    const more = await send(TOLD);
    expect(more.status).toBe(429);
    expect(more.text).toContain('Many concerns came from your connection within an hour.');
    expect(more.text).toContain('What you wrote is still here.');
    expect(more.text).toContain(TOLD);
    expect(more.text).not.toMatch(/rate limit|too many|blocked/i);

    const api = await supertest(test.app.getHttpServer())
      .post('/api/v1/complaints')
      .send({ ...typed, sealedText: TOLD });
    expect([api.status, api.body.code]).toEqual([429, 'conduct.too_many_complaints']);
    expect(Number(api.headers['retry-after'])).toBeGreaterThan(3000);
    expect((await anybody.get('/complaints/new')).status).toBe(200);
  });
});
