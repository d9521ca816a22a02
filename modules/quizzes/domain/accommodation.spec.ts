import { accommodationWords, isNothing, minutesWith, mostOf, NO_ACCOMMODATION } from './accommodation.js';

describe('accommodations', () => {
  it('give extra time rounded up, and leave breaks to whoever lets them be taken', () => {
    const given = { ...NO_ACCOMMODATION, extraTimePercent: 50, breakMinutes: 10 };
    expect([minutesWith(90, given), minutesWith(45, given)]).toEqual([135, 68]);
    expect(minutesWith(90, NO_ACCOMMODATION)).toBe(90);
  });

  it('are told in words, none where nothing is made easier', () => {
    const given = { ...NO_ACCOMMODATION, breakMinutes: 10, reader: true };
    expect([accommodationWords(given), isNothing(given)]).toEqual([
      ['10 minutes for breaks', 'a page for being read aloud'],
      false,
    ]);
    expect([accommodationWords(NO_ACCOMMODATION), isNothing(NO_ACCOMMODATION)]).toEqual([[], true]);
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
