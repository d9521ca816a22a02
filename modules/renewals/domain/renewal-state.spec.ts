import {
  FIRST_STATE,
  RENEWAL_MOVES,
  RENEWAL_STATES,
  stateAfter,
  type RenewalMove,
  type RenewalState,
} from './renewal-state.js';

/** Written out once more by hand, so that a slip in the table is a difference and not a new rule. */
const allowed: [RenewalState, RenewalMove, RenewalState][] = [
  ['submitted', 'return', 'returned'],
  ['returned', 'submit', 'submitted'],
  ['submitted', 'confirm', 'confirmed'],
  ['submitted', 'propose_denial', 'denial_proposed'],
  ['denial_proposed', 'object', 'submitted'],
  ['denial_proposed', 'deny', 'denied'],
  ['submitted', 'deny', 'denied'],
  ['denied', 'send_anew', 'submitted'],
  ['denied', 'reopen', 'submitted'],
  ['denied', 'restore', 'confirmed'],
  ['submitted', 'restore', 'confirmed'],
  ['returned', 'restore', 'confirmed'],
  ['denial_proposed', 'restore', 'confirmed'],
];

describe('the states of a renewal', () => {
  const pairs = RENEWAL_STATES.flatMap((from) => RENEWAL_MOVES.map((move) => [from, move] as const));

  it.each(pairs)('from %s, to %s', (from, move) => {
    const to = allowed.find(([state, name]) => state === from && name === move)?.[2] ?? null;
    expect(stateAfter(from, move)).toBe(to);
  });

  it('can all be reached from the first sending', () => {
    const reached = new Set<RenewalState>([FIRST_STATE]);
    for (const from of reached) {
      for (const move of RENEWAL_MOVES) {
        const to = stateAfter(from, move);
        if (to) reached.add(to);
      }
    }
    expect([...reached].toSorted()).toEqual([...RENEWAL_STATES].toSorted());
  });

  it('end with the confirmation, and nothing leads out of it', () => {
    const ends = RENEWAL_STATES.filter((state) => RENEWAL_MOVES.every((move) => stateAfter(state, move) === null));
    expect(ends).toEqual(['confirmed']);
  });
});
