import { schemeOf } from '../../../test/scenarios/support/asking.js';
import { sampleScheme } from '../../../test/scenarios/support/sample-scheme.js';
import { contradictions } from './contradictions.js';

describe('a scheme', () => {
  it('is not refused when its rules can be met', () => {
    expect(contradictions(schemeOf({}))).toEqual([]);
    expect(contradictions(sampleScheme())).toEqual([]);
  });
});
