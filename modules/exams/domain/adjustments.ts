import type { Accommodation } from '../../quizzes/accommodations.public.js';

/** What an authorisation to test adjusts, as far as a page can do it. Rooms, scribes and interpreters are the proctor's to arrange. */
export function fromAdjustments(codes: readonly string[]): Accommodation {
  const extra = codes.flatMap((code) => Number(/^extra_time_(\d+)$/.exec(code)?.[1] ?? 0));
  return {
    extraTimePercent: Math.max(0, ...extra),
    breakMinutes: 0,
    reader: codes.includes('screen_reader'),
    largeText: codes.includes('large_print'),
    wideSpacing: false,
  };
}
