import { formatMinutes } from '../../../src/kernel/minutes.js';
import type { ClauseChange, Outcome } from '../domain/difference.js';
import type { SubjectKind } from '../domain/states.js';

/** Titles of a clause from the whole to the part, as one name: "Training, Ethics". */
export function clauseName(title: readonly string[]): string {
  return title.join(', ');
}

/** What changes in one clause: "2 h more", "30 min to 2 h more", "newly asked". */
export function changeWords(
  { effect, unit }: Pick<ClauseChange, 'effect' | 'unit'>,
  least: number,
  most: number = least,
): string {
  if (effect === 'more' || effect === 'less') {
    const amount = (value: number) => (unit === 'minutes' ? formatMinutes(value) : String(value));
    return `${least === most ? amount(most) : `${amount(least)} to ${amount(most)}`} ${effect}`;
  }
  return { asked: 'newly asked', dropped: 'no longer asked', open: 'still needed', met: 'met' }[effect];
}

/** What an outcome is called: an applicant gains or loses eligibility, a holder the way to renew. */
export function outcomeWords(kind: SubjectKind, outcome: Outcome): string {
  const words = {
    application: {
      gains: 'would meet all requirements',
      loses: 'would no longer meet all requirements',
      date: 'would have another earliest day',
      needs: 'would need more or less on the way',
    },
    credential: {
      gains: 'would have all that a renewal asks',
      loses: 'would no longer have all that a renewal asks',
      date: 'would have another day to renew from',
      needs: 'would need more or less for a renewal',
    },
  };
  return words[kind][outcome];
}

export function kindWords(kind: SubjectKind): string {
  return kind === 'application' ? 'Open application' : 'Credential';
}
