import { Temporal } from 'temporal-polyfill';
import { signInsPage } from './sign-ins.page.js';

describe('the invented people of a demonstration', () => {
  const now = Temporal.Instant.from('2028-05-01T12:00:00Z');
  const person = { name: 'Ada Quill', email: 'ada@board.example', password: 'harbor lights at dawn' };
  const codeAt = (secret: string, at: Temporal.Instant) => (secret === 'KEY' && at.equals(now) ? '123456' : 'wrong');

  it('shows staff with the code of the demonstration’s own time', () => {
    const page = signInsPage([{ ...person, role: 'roster-manager', totpSecret: 'KEY' }], now, codeAt);
    expect(page.people).toEqual([
      expect.objectContaining({ name: 'Ada Quill', role: 'Roster manager', code: '123 456' }),
    ]);
    expect(page.hasCodes).toBe(true);
  });

  it('shows people without a second factor without a code', () => {
    expect(signInsPage([{ ...person, role: 'trainee' }], now, codeAt)).toMatchObject({
      people: [{ role: 'Trainee', does: null, code: null }],
      hasCodes: false,
    });
  });
});
