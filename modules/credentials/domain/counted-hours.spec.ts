import { Temporal } from 'temporal-polyfill';
import { neededMinutes } from '../../schemes/schemes.public.js';
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

  it('are those that were used, by fact, from those sections only; what is beyond the need stays free', () => {
    const ref = (factId: string, minutes: number) => ({
      factId,
      kind: 'training' as const,
      code: null,
      occurredOn: Temporal.PlainDate.from('2026-01-01'),
      minutes,
      source: { module: 'test', id: factId },
    });
    const clause = (id: string, need: number, ...counted: ReturnType<typeof ref>[]) => {
      return {
        id,
        title: id,
        state: 'met' as const,
        unit: 'minutes' as const,
        need,
        counted,
        notCounted: [],
        reasons: [],
        children: [],
      };
    };
    const clauses = [
      clause('training', 100, ref('a', 60), ref('b', 30), ref('d', 15)),
      clause('practice', 60, ref('c', 90)),
    ];
    expect(countedHours({ clauses }, new Set(['training']), neededMinutes)).toEqual({ a: 60, b: 30, d: 10 });
    expect(countedHours({ clauses }, new Set(), neededMinutes)).toEqual({});
  });
});
