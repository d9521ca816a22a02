import {
  APPLICATION_MOVES,
  APPLICATION_STATES,
  type ApplicationMove,
  type ApplicationState,
  isClosed,
  stateAfter,
} from './application-state.js';

/** Written out once more by hand, so that a slip in the table is a difference and not a new rule. */
const allowed: [ApplicationState, ApplicationMove, ApplicationState][] = [
  ['draft', 'submit', 'submitted'],
  ['draft', 'withdraw', 'withdrawn'],
  ['draft', 'time_out', 'timed_out'],
  ['submitted', 'claim', 'under_review'],
  ['submitted', 'withdraw', 'withdrawn'],
  ['under_review', 'release', 'submitted'],
  ['under_review', 'return', 'returned'],
  ['under_review', 'admit', 'admitted'],
  ['under_review', 'deny', 'denied'],
  ['under_review', 'withdraw', 'withdrawn'],
  ['returned', 'submit', 'submitted'],
  ['returned', 'withdraw', 'withdrawn'],
  ['returned', 'time_out', 'timed_out'],
  ['admitted', 'grant', 'granted'],
  ['admitted', 'deny', 'denied'],
  ['admitted', 'withdraw', 'withdrawn'],
  ['admitted', 'time_out', 'timed_out'],
  ['denied', 'reopen', 'submitted'],
];

describe('the states of an application', () => {
  const pairs = APPLICATION_STATES.flatMap((from) => APPLICATION_MOVES.map((move) => [from, move] as const));

  it.each(pairs)('from %s, to %s', (from, move) => {
    const to = allowed.find(([state, name]) => state === from && name === move)?.[2] ?? null;
    expect(stateAfter(from, move)).toBe(to);
  });

  it('can all be reached from a draft', () => {
    const reached = new Set<ApplicationState>(['draft']);
    for (const from of reached) {
      for (const move of APPLICATION_MOVES) {
        const to = stateAfter(from, move);
        if (to) reached.add(to);
      }
    }
    expect([...reached].toSorted()).toEqual([...APPLICATION_STATES].toSorted());
  });

  it('end in four ways, and only an appeal of a denial leads out of these', () => {
    expect(APPLICATION_STATES.filter(isClosed)).toEqual(['granted', 'denied', 'withdrawn', 'timed_out']);
  });
});
