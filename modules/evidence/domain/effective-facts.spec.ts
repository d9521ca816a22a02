import { Temporal } from 'temporal-polyfill';
import { fact } from '../../../test/scenarios/support/facts.js';
import { effectiveFacts } from './effective-facts.js';

const at = (text: string) => Temporal.Instant.from(text);
const ids = (facts: { id: string }[]) => facts.map(({ id }) => id);

describe('effectiveFacts', () => {
  const original = fact({ id: 'original', kind: 'training', on: '2026-01-10', topics: { advocacy: 10 } });
  const correction = fact({
    id: 'correction',
    kind: 'training',
    on: '2026-01-10',
    recorded: '2026-02-01T08:00:00Z',
    corrects: 'original',
    topics: { advocacy: 8 },
  });
  const retraction = fact({
    id: 'retraction',
    kind: 'retraction',
    on: '2026-01-10',
    recorded: '2026-03-01T08:00:00Z',
    corrects: 'correction',
  });

  it('puts a correction in the place of what it corrects', () => {
    expect(ids(effectiveFacts([original, correction]))).toEqual(['correction']);
  });

  it('leaves nothing after a retraction, and does not bring back what was corrected before', () => {
    expect(effectiveFacts([original, correction, retraction])).toEqual([]);
  });

  it('answers as known at an instant, the instant of recording included', () => {
    const all = [original, correction, retraction];
    expect(ids(effectiveFacts(all, at('2026-01-10T11:59:59Z')))).toEqual([]);
    expect(ids(effectiveFacts(all, at('2026-01-31T00:00:00Z')))).toEqual(['original']);
    expect(ids(effectiveFacts(all, at('2026-02-01T08:00:00Z')))).toEqual(['correction']);
    expect(ids(effectiveFacts(all, at('2026-03-01T08:00:00Z')))).toEqual([]);
  });

  it('keeps the order it was given', () => {
    const other = fact({ id: 'other', kind: 'exam', on: '2020-01-01' });
    expect(ids(effectiveFacts([other, correction, original]))).toEqual(['other', 'correction']);
  });
});
