import { Temporal } from 'temporal-polyfill';
import { creditedTopics } from './credited.js';
import { handsFor } from './hand.js';
import { codeAt, isCode, isOpenAt, secondsLeft } from './live-session.js';
import { codeOf, readCode } from './place.js';

const at = (text: string) => Temporal.Instant.from(text);
const SECRET = 'ab'.repeat(32);

describe('the code of a room', () => {
  it('holds for its minute and the one after, and for no other session', () => {
    const code = codeAt(SECRET, at('2026-11-22T10:00:30Z'));
    expect(code).toMatch(/^[2-9A-HJ-NP-Z]{6}$/u);
    expect(isCode(SECRET, ` ${code.slice(0, 3)} ${code.slice(3).toLowerCase()}`, at('2026-11-22T10:01:59Z'))).toBe(
      true,
    );
    expect(isCode(SECRET, code, at('2026-11-22T10:02:00Z'))).toBe(false);
    expect(isCode(SECRET, code, at('2026-11-22T09:59:59Z'))).toBe(false);
    expect(isCode('cd'.repeat(32), code, at('2026-11-22T10:00:30Z'))).toBe(false);
    expect(isCode(SECRET, '', at('2026-11-22T10:00:30Z'))).toBe(false);
    expect(secondsLeft(at('2026-11-22T10:00:30Z'))).toBe(30);
  });

  it('opens the room half an hour before and closes it half an hour after', () => {
    const session = { startsAt: at('2026-11-22T10:00:00Z'), minutes: 90 };
    expect(isOpenAt(session, at('2026-11-22T09:29:00Z'))).toBe(false);
    expect(isOpenAt(session, at('2026-11-22T09:30:00Z'))).toBe(true);
    expect(isOpenAt(session, at('2026-11-22T12:00:00Z'))).toBe(true);
    expect(isOpenAt(session, at('2026-11-22T12:01:00Z'))).toBe(false);
  });

  it('is typed as it is read', () => {
    expect(readCode('ab2-3 cd')).toBe('AB23CD');
    expect(codeOf(Uint8Array.from([0, 31, 32]), 3)).toBe('2Z2');
  });
});

describe('what being there counts for', () => {
  const claim = [
    { topic: 'a', minutes: 60 },
    { topic: 'b', minutes: 20 },
  ];

  it('is the whole claim for the whole session, and no more for staying longer', () => {
    expect(creditedTopics(claim, { present: 90, length: 90 })).toEqual(claim);
    expect(creditedTopics(claim, { present: 500, length: 90 })).toEqual(claim);
  });

  it('is the share of each topic for a part of it, rounded down, and nothing for nobody there', () => {
    expect(creditedTopics(claim, { present: 31, length: 90 })).toEqual([
      { topic: 'a', minutes: 20 },
      { topic: 'b', minutes: 6 },
    ]);
    expect(creditedTopics(claim, { present: 0, length: 90 })).toEqual([]);
  });
});

describe('who might be glad of a hand', () => {
  const now = at('2026-11-22T10:00:00Z');
  const activity = { lastActiveAt: now, isPaused: false, isFinished: false, quizNotPassedYet: 0 };
  const quiet = { ...activity, lastActiveAt: now.subtract({ hours: 24 * 10 }) };

  it('is nobody who goes on, rests or has finished', () => {
    expect(handsFor({ activity, missed: [] }, now)).toEqual([]);
    expect(handsFor({ activity: { ...quiet, isPaused: true, quizNotPassedYet: 3 }, missed: ['x'] }, now)).toEqual([]);
    expect(handsFor({ activity: { ...quiet, isFinished: true }, missed: [] }, now)).toEqual([]);
    expect(handsFor({ activity: null, missed: [] }, now)).toEqual([]);
  });

  it('is somebody quiet for ten days, at the quiz twice, or missed in a session', () => {
    expect(handsFor({ activity: quiet, missed: [] }, now)).toEqual([{ kind: 'quiet', days: 10 }]);
    expect(handsFor({ activity: { ...activity, quizNotPassedYet: 1 }, missed: [] }, now)).toEqual([]);
    expect(handsFor({ activity: { ...activity, quizNotPassedYet: 2 }, missed: ['A', 'B'] }, now)).toEqual([
      { kind: 'quiz', sittings: 2 },
      { kind: 'session', title: 'B' },
    ]);
  });
});
