import { Temporal } from 'temporal-polyfill';
import { sampleScheme } from '../../../test/scenarios/support/sample-scheme.js';
import { countedHours, sectionsKeptApart } from './counted-hours.js';

const scheme = sampleScheme();
const { training, renewal } = scheme;

describe('hours that no other credential may count', () => {
  const asking = {
    ...scheme,
    training: training && { ...training, different_hours_from: ['tx-mhps'] },
    renewal: { ...renewal, ce: { ...renewal.ce, different_hours_from: ['tx-rsps'] } },
  };

  it('are kept in the sections in which some scheme asks for different ones', () => {
    const versions = [{ definition: scheme }, { definition: asking }];
    expect([...sectionsKeptApart(versions, 'tx-mhps')]).toEqual(['training']);
    expect([...sectionsKeptApart(versions, 'tx-rsps')]).toEqual(['continuing_education']);
    expect([...sectionsKeptApart(versions, 'icrc-pr')]).toEqual([]);
  });

  it('are added up by fact, from those sections only', () => {
    const ref = (factId: string, minutes: number) => ({
      factId,
      kind: 'training' as const,
      code: null,
      occurredOn: Temporal.PlainDate.from('2026-01-01'),
      minutes,
      source: { module: 'test', id: factId },
    });
    const clause = (id: string, ...counted: ReturnType<typeof ref>[]) => {
      return { id, title: id, state: 'met' as const, counted, notCounted: [], reasons: [], children: [] };
    };
    const clauses = [clause('training', ref('a', 60), ref('b', 30), ref('a', 15)), clause('practice', ref('c', 90))];
    expect(countedHours({ clauses }, new Set(['training']))).toEqual({ a: 75, b: 30 });
    expect(countedHours({ clauses }, new Set())).toEqual({});
  });
});
