import { ITEM_STATES, type ItemState } from './item.js';
import { ITEM_MOVES, movesFor, stateAfter, type Mover } from './item-state.js';

const nobody: Mover = { isReviewer: false, isPsychometrician: false, isItsAuthor: false, hadAPart: false };
const author: Mover = { ...nobody, isItsAuthor: true, hadAPart: true };
const reviewer: Mover = { ...nobody, isReviewer: true };
const psychometrician: Mover = { ...nobody, isPsychometrician: true };

describe('the moves of an item', () => {
  it('lead from draft over review and pretest into use, and out of it from everywhere', () => {
    const table = ITEM_STATES.map((state) => [state, ITEM_MOVES.map((move) => stateAfter(state, move))]);
    expect(Object.fromEntries(table)).toEqual({
      draft: ['draft', 'draft', 'reviewed', null, null, 'retired', 'retired'],
      reviewed: [null, null, null, 'pretest', null, 'retired', 'retired'],
      pretest: [null, null, null, null, 'active', 'retired', 'retired'],
      active: [null, null, null, null, null, 'retired', 'retired'],
      retired: [null, null, null, null, null, null, null],
    });
  });

  it.each<[string, Mover, ItemState | 'waiting', string[]]>([
    ['its author', author, 'draft', ['hand_in', 'retire']],
    ['its author, while it waits', author, 'waiting', ['retire']],
    ['its author, once it was reviewed', author, 'reviewed', []],
    ['a reviewer, before it is handed in', reviewer, 'draft', []],
    ['a reviewer', reviewer, 'waiting', ['return', 'review']],
    ['a reviewer who wrote it', { ...reviewer, ...author }, 'waiting', ['retire']],
    ['a psychometrician', psychometrician, 'reviewed', ['pretest', 'retire']],
    ['a psychometrician', psychometrician, 'pretest', ['activate', 'retire']],
    ['a psychometrician', psychometrician, 'active', ['retire']],
    ['a psychometrician', psychometrician, 'retired', []],
    ['somebody else', nobody, 'waiting', []],
  ])('are for %s: %#', (_, mover, state, moves) => {
    const version = state === 'waiting' ? { state: 'draft' as const, handedIn: true } : { state, handedIn: false };
    expect(movesFor(version, mover)).toEqual(moves);
  });
});
