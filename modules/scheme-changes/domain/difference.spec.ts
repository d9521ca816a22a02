import { Temporal } from 'temporal-polyfill';
import type { Clause, EligibilityTree } from '../../schemes/schemes.public.js';
import { clauseChanges, differenceOf } from './difference.js';
import { definitionChanges } from './definition-changes.js';
import { rangesBetween } from './person-ranges.js';

const day = Temporal.PlainDate.from('2027-01-01');

function clause(id: string, more: Partial<Clause<unknown>> = {}): Clause<unknown> {
  return { id, title: id, state: 'still_needed', counted: [], notCounted: [], reasons: [], children: [], ...more };
}

const hours = (id: string, have: number, need: number, children: Clause<unknown>[] = []) =>
  clause(id, { have, need, unit: 'minutes', state: have >= need ? 'met' : 'still_needed', children });

const tree = (met: boolean, clauses: Clause<unknown>[]): EligibilityTree<unknown> => {
  return { met, onDate: day, schemeVersionId: 'v', earliestOn: day, clauses };
};

describe('what a new version changes for one person', () => {
  it('is nothing where both are met, whatever is counted towards it', () => {
    const before = { tree: tree(true, [hours('training', 600, 500)]), day: null };
    const after = { tree: tree(true, [hours('training', 600, 560)]), day: null };
    expect(differenceOf(before, after)).toBeNull();
  });

  it.each([
    [true, false, 'loses'],
    [false, true, 'gains'],
  ] as const)('from met %s to met %s: %s', (was, is, outcome) => {
    expect(differenceOf({ tree: tree(was, []), day }, { tree: tree(is, []), day })?.outcome).toBe(outcome);
  });

  it('is the day where only the day differs', () => {
    const later = day.add({ days: 30 });
    const [before, after] = [day, later].map((one) => ({ tree: tree(false, []), day: one }));
    expect(differenceOf(before!, after!)).toMatchObject({ outcome: 'date', beforeOn: day, afterOn: later });
  });

  it('names the part and, for what is asked beyond it, the whole', () => {
    const before = [hours('training', 600, 900, [hours('training.ethics', 0, 60)])];
    const after = [hours('training', 600, 1020, [hours('training.ethics', 0, 180)])];
    expect(clauseChanges(before, after)).toEqual([
      { clause: 'training.ethics', effect: 'more', amount: 120, unit: 'minutes' },
      { clause: 'training', effect: 'more', amount: 120, unit: 'minutes' },
    ]);
  });

  it('names the part alone where the whole only counts its parts', () => {
    const whole = (state: Clause['state'], part: Clause<unknown>) =>
      clause('ways', { state, unit: 'items', need: 1, have: 0, children: [part] });
    const before = [whole('met', clause('ways.letter', { state: 'met' }))];
    const after = [whole('still_needed', clause('ways.letter'))];
    expect(clauseChanges(before, after)).toEqual([{ clause: 'ways.letter', effect: 'open', amount: 0, unit: null }]);
  });

  it('tells what is newly asked and what is no longer asked, but only where it matters to the person', () => {
    const before = [clause('old'), clause('done', { state: 'met' })];
    const after = [clause('new'), clause('had', { state: 'met' })];
    expect(clauseChanges(before, after)).toEqual([
      { clause: 'new', effect: 'asked', amount: 0, unit: null },
      { clause: 'old', effect: 'dropped', amount: 0, unit: null },
    ]);
  });
});

describe('differences of two definitions', () => {
  it('match rules by what they are about, not by their place', () => {
    const before = { rules: [{ code: 'b', hours: 2 }] };
    const after = { rules: [{ code: 'a' }, { code: 'b', hours: 3 }], exam: null };
    expect(definitionChanges(before, after)).toEqual([
      { path: 'rules › a › code', before: null, after: 'a' },
      { path: 'rules › b › hours', before: '2', after: '3' },
    ]);
  });

  it('tell what is gone', () => {
    expect(definitionChanges({ exam: { pass: 500 } }, { exam: null })).toEqual([
      { path: 'exam › pass', before: '500', after: null },
    ]);
  });
});

describe('ranges of persons', () => {
  it('touch each other and are open at both ends', () => {
    expect(rangesBetween(['a', 'b'])).toEqual([
      { above: null, upTo: 'a' },
      { above: 'a', upTo: 'b' },
      { above: 'b', upTo: null },
    ]);
    expect(rangesBetween([])).toEqual([{ above: null, upTo: null }]);
  });
});
