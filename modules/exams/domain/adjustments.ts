import type { Accommodation } from '../../quizzes/accommodations.public.js';

/** Minutes for breaks in all, where an authorisation grants breaks “when they are needed” and says no figure. */
const BREAKS_WHEN_NEEDED = 30;

/** What an authorisation to test adjusts, as far as a page can do it. Rooms, scribes and interpreters are the proctor's to arrange. */
export function fromAdjustments(codes: readonly string[]): Accommodation {
  const extra = codes.flatMap((code) => Number(/^extra_time_(\d+)$/.exec(code)?.[1] ?? 0));
  return {
    extraTimePercent: Math.max(0, ...extra),
    breakMinutes: codes.includes('extra_breaks') ? BREAKS_WHEN_NEEDED : 0,
    reader: codes.includes('screen_reader') || codes.includes('human_reader'),
    largeText: codes.includes('large_print'),
    wideSpacing: false,
  };
}
