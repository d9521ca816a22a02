/** Durations of work and training are whole minutes everywhere; hours exist only on pages. */
export type Minutes = number;

export const MINUTES_PER_DAY = 24 * 60;

/** Scheme files speak of hours, some fractional (19.5). Throws when the result is not a whole minute. */
export function hoursToMinutes(hours: number): Minutes {
  const minutes = Math.round(hours * 60 * 1000) / 1000;
  if (!Number.isInteger(minutes)) throw new RangeError(`${hours} hours are not whole minutes`);
  return minutes;
}

/** 750 → "12 h 30 min", 720 → "12 h", 45 → "45 min". */
export function formatMinutes(minutes: Minutes): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}
