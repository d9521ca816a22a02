import { sampleScheme } from '../../../test/scenarios/support/sample-scheme.js';
import { missingPart, scopeOf, waysInto } from './application-scope.js';

describe('what an application asks for', () => {
  const plain = sampleScheme();
  const stages = [
    { code: 'initial', validity: 'P6M' },
    { code: 'full', validity: 'P2Y', starts: 'decision_date' as const },
  ];
  const scheme = { ...plain, credential: { ...plain.credential, stages: stages as typeof plain.credential.stages } };
  const closed = { ...scheme, reciprocity: { ...scheme.reciprocity, requires: [] } };

  it('is the first stage on the standard way where nothing is said', () => {
    expect(scopeOf(scheme, {})).toEqual({ stage: null, route: 'standard', endorsements: [] });
  });

  it('has the endorsement of a scheme that has only one', () => {
    expect(scopeOf({ ...scheme, endorsements: ['mhps'] }, {}).endorsements).toEqual(['mhps']);
    expect(scopeOf({ ...scheme, endorsements: ['adult', 'youth'] }, {}).endorsements).toEqual([]);
  });

  it('is told which part the scheme does not have', () => {
    expect(missingPart(scheme, scopeOf(scheme, { stage: 'full' }))).toBeUndefined();
    expect(missingPart(scheme, scopeOf(scheme, { stage: 'master' }))).toBe('stage');
    expect(missingPart(closed, scopeOf(closed, { route: 'reciprocity' }))).toBe('route');
    expect(missingPart(scheme, scopeOf(scheme, { endorsements: ['youth'] }))).toBe('endorsements');
  });

  it('goes on from the last stage that was granted, and nowhere after the last', () => {
    const standard = (stage: string) => ({ stage, route: 'standard' });
    expect(waysInto(closed)).toEqual([standard('initial'), standard('full')]);
    expect(waysInto(scheme).at(-1)).toEqual({ stage: 'initial', route: 'reciprocity' });
    expect(waysInto(scheme, [null])).toEqual([standard('full')]);
    expect(waysInto(scheme, ['initial', 'full'])).toEqual([]);
  });
});
