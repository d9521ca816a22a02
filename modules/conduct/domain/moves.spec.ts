import {
  APPEAL_MOVES,
  APPEAL_STATES,
  COMPLAINT_MOVES,
  COMPLAINT_STATES,
  SANCTION_MOVES,
  SANCTION_STATES,
  appealMoves,
  complaintMoves,
  isAppealClosed,
  isComplaintClosed,
  sanctionMoves,
  stateAfter,
  type MoveTable,
} from './moves.js';

/** Written out once more by hand, so that a slip in a table is a difference and not a new rule. */
const complaints = `received assign in_review
in_review assign in_review
notice_given assign notice_given
ready assign ready
in_review set_aside not_taken_up
in_review give_notice notice_given
notice_given answer ready
notice_given close_answers ready
in_review extend in_review
notice_given extend notice_given
ready extend ready
found extend found
proposed extend proposed
ready find found
found propose proposed
proposed object found
proposed dismiss dismissed
proposed sanction sanctioned
sanctioned reopen ready`;

const sanctions = `pending take_effect in_effect
pending cancel cancelled
provisional confirm in_effect
provisional lapse ended
provisional lift ended
in_effect lift ended
provisional reverse reversed
in_effect reverse reversed
ended reverse reversed`;

const appeals = `filed assign in_review
in_review assign in_review
in_review find found
found propose proposed
proposed object found
proposed uphold upheld
proposed overturn overturned
proposed send_back sent_back
filed withdraw withdrawn
in_review withdraw withdrawn
found withdraw withdrawn
proposed withdraw withdrawn`;

describe.each([
  {
    of: 'a complaint',
    given: complaintMoves,
    states: COMPLAINT_STATES,
    moves: COMPLAINT_MOVES,
    written: complaints,
    first: ['received'],
  },
  {
    of: 'a sanction',
    given: sanctionMoves,
    states: SANCTION_STATES,
    moves: SANCTION_MOVES,
    written: sanctions,
    first: ['pending', 'provisional'],
  },
  {
    of: 'an appeal',
    given: appealMoves,
    states: APPEAL_STATES,
    moves: APPEAL_MOVES,
    written: appeals,
    first: ['filed'],
  },
])('the states of $of', ({ given, states, moves, written, first }) => {
  const table = given as MoveTable<string, string>;
  const allowed = written.split('\n').map((line) => line.split(' '));
  const pairs = states.flatMap((from) => moves.map((move) => [from as string, move as string] as const));

  it.each(pairs)('from %s, to %s', (from, move) => {
    const to = allowed.find(([state, name]) => state === from && name === move)?.[2] ?? null;
    expect(stateAfter(table, from, move)).toBe(to);
  });

  it('can all be reached', () => {
    const reached = new Set<string>(first);
    for (const from of reached) {
      for (const move of moves) {
        const to = stateAfter(table, from, move);
        if (to) reached.add(to);
      }
    }
    expect([...reached].toSorted()).toEqual([...states].toSorted());
  });
});

describe('the end', () => {
  it('of a complaint is opened again by an appeal only, and that of an appeal by nothing', () => {
    for (const state of COMPLAINT_STATES.filter(isComplaintClosed)) {
      const open = COMPLAINT_MOVES.filter((move) => stateAfter(complaintMoves, state, move));
      expect(open).toEqual(state === 'sanctioned' ? ['reopen'] : []);
    }
    for (const state of APPEAL_STATES.filter(isAppealClosed)) {
      expect(APPEAL_MOVES.filter((move) => stateAfter(appealMoves, state, move))).toEqual([]);
    }
  });
});
