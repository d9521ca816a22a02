/** What is made easier for a person, wherever they are asked questions against a clock. Why is nowhere here. */
export interface Accommodation {
  /** 50 is half more time. */
  extraTimePercent: number;
  /** Time for breaks in all, on top of the extra time. */
  breakMinutes: number;
  /** Pages are made for being read aloud: each question a heading, options with letters, nothing that moves or speaks by itself. */
  reader: boolean;
  largeText: boolean;
  wideSpacing: boolean;
}

export const NO_ACCOMMODATION: Accommodation = {
  extraTimePercent: 0,
  breakMinutes: 0,
  reader: false,
  largeText: false,
  wideSpacing: false,
};

/** Of several that hold at once, in each respect the one that helps most. */
export function mostOf(several: readonly Accommodation[]): Accommodation {
  return several.reduce(
    (most, one) => ({
      extraTimePercent: Math.max(most.extraTimePercent, one.extraTimePercent),
      breakMinutes: Math.max(most.breakMinutes, one.breakMinutes),
      reader: most.reader || one.reader,
      largeText: most.largeText || one.largeText,
      wideSpacing: most.wideSpacing || one.wideSpacing,
    }),
    NO_ACCOMMODATION,
  );
}

/** @param minutes what everybody is allowed @returns whole minutes, rounded up; breaks are not in them */
export function minutesWith(minutes: number, { extraTimePercent }: Pick<Accommodation, 'extraTimePercent'>): number {
  return Math.ceil((minutes * (100 + extraTimePercent)) / 100);
}

/** Whether it makes nothing easier. */
export function isNothing({ extraTimePercent, breakMinutes, reader, largeText, wideSpacing }: Accommodation): boolean {
  return extraTimePercent === 0 && breakMinutes === 0 && !reader && !largeText && !wideSpacing;
}

/** In words; empty when nothing is made easier. */
export function accommodationWords(given: Accommodation): string[] {
  return [
    given.extraTimePercent > 0 && `${given.extraTimePercent}% more time`,
    given.breakMinutes > 0 && `${given.breakMinutes} minutes for breaks`,
    given.reader && 'a page for being read aloud',
    given.largeText && 'larger text',
    given.wideSpacing && 'wider spacing',
  ].filter((words): words is string => typeof words === 'string');
}
