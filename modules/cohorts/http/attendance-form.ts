import { unacceptable } from '../../../src/platform/http/validation.js';
import type { Presence } from '../use-cases/mark-attendance.js';

const MINUTES = 'minutes.';
const TALK = 'talk.';
const MOST = 1440;

/**
 * A sent roster: `minutes.<person>` and `talk.<person>`. Who has no minutes entered is left as they were.
 * @throws DomainError invalid for minutes that are no whole number
 */
export function presencesIn(sent: Readonly<Record<string, unknown>>): Presence[] {
  const entered = Object.entries(sent).filter(([name, value]) => name.startsWith(MINUTES) && value !== '');
  const wrong = entered.filter(([, value]) => !/^\d{1,4}$/u.test(String(value)) || Number(value) > MOST);
  if (wrong.length > 0)
    throw unacceptable(wrong.map(([field]) => ({ field, message: 'Enter whole minutes, such as 90, or 0.' })));
  return entered.map(([name, value]) => {
    const personId = name.slice(MINUTES.length);
    return { personId, minutes: Number(value), liveInteraction: sent[`${TALK}${personId}`] === 'yes' };
  });
}
