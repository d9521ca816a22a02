import { minutesWith, mostOf, NO_ACCOMMODATION } from './accommodation.js';

describe('accommodations', () => {
  it('give extra time rounded up, and breaks on top', () => {
    const given = { ...NO_ACCOMMODATION, extraTimePercent: 50, breakMinutes: 10 };
    expect([minutesWith(90, given), minutesWith(45, { ...given, breakMinutes: 0 })]).toEqual([145, 68]);
    expect(minutesWith(90, NO_ACCOMMODATION)).toBe(90);
  });

  it('take in each respect what helps most', () => {
    const [time, text] = [
      { ...NO_ACCOMMODATION, extraTimePercent: 25, breakMinutes: 30 },
      { ...NO_ACCOMMODATION, extraTimePercent: 100, largeText: true },
    ];
    expect(mostOf([time, text])).toEqual({ ...text, breakMinutes: 30 });
    expect(mostOf([])).toEqual(NO_ACCOMMODATION);
  });
});
