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

  it.each<[string, Mover, ItemState, boolean, string[]]>([
    ['its author', author, 'draft', false, ['hand_in', 'retire']],
    ['its author, while it waits', author, 'draft', true, ['retire']],
    ['its author, once it was reviewed', author, 'reviewed', false, []],
    ['a reviewer, before it is handed in', reviewer, 'draft', false, []],
    ['a reviewer', reviewer, 'draft', true, ['return', 'review']],
    ['a reviewer who wrote it', { ...reviewer, ...author }, 'draft', true, ['retire']],
    ['a psychometrician', psychometrician, 'reviewed', false, ['pretest', 'retire']],
    ['a psychometrician', psychometrician, 'pretest', false, ['activate', 'retire']],
    ['a psychometrician', psychometrician, 'active', false, ['retire']],
    ['a psychometrician', psychometrician, 'retired', false, []],
    ['somebody else', nobody, 'draft', true, []],
  ])('are for %s', (_, mover, state, handedIn, moves) => {
    expect(movesFor({ state, handedIn }, { ...mover, isReviewer: mover.isReviewer })).toEqual(moves);
  });
});
