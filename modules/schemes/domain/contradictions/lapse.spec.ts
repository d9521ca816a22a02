import { refuses, type Written } from '../../../../test/scenarios/support/contradicting.js';
import { sampleScheme } from '../../../../test/scenarios/support/sample-scheme.js';

const renewal = (given: Written, ce: Written = {}) => ({
  renewal: { ...sampleScheme().renewal, ...given, ce: { ...sampleScheme().renewal.ce, ...ce } },
});
const lapse = (...tiers: unknown[]) => ({ lapse: { grace: 'P0D', tiers } });

describe('rules about renewal and lateness that nobody could meet are refused:', () => {
  refuses([
    [
      'a cycle of no length',
      renewal({ cycle: 'P0D', opens_before_expiry: null }),
      'renewal.cycle',
      /cannot be renewed/,
    ],
    [
      'a renewal that opens before its term',
      renewal({ opens_before_expiry: 'P25M' }),
      'renewal.opens_before_expiry',
      /longer than the cycle/,
    ],
    [
      'something asked again that was never asked',
      renewal({ also: ['oath'] }),
      'renewal.also.0',
      /no prerequisite oath/,
    ],
    [
      'more carried over than a term asks for',
      renewal({}, { carry_over: { max_hours: 21 } }),
      'renewal.ce.carry_over.max_hours',
      /more could be carried/,
    ],
    [
      'education that is always waived',
      renewal({}, { waived_when_certified_less_than: 'P3Y' }),
      'renewal.ce.waived_when_certified_less_than',
      /never be asked/,
    ],
    [
      'a wait for a fee that is not asked',
      {
        ...renewal({ fee_before_confirmation: true }),
        ...lapse({ from: 'P0D', to: null, public_status: null, action: 'reapply' }),
        fees: { application: 100, renewal: 0 },
      },
      'renewal.fee_before_confirmation',
      /no fee/,
    ],
    [
      'a grace with nothing to do in it',
      { lapse: { grace: 'P1M', tiers: [{ from: 'P0D', to: null, public_status: null, action: 'reapply' }] } },
      'lapse.grace',
      /nothing can be renewed/,
    ],
    [
      'tiers that get easier again',
      lapse(
        { from: 'P0D', to: 'P1M', public_status: null, action: 'reapply' },
        { from: 'P1M', to: null, public_status: null, action: 'renew_late' },
      ),
      'lapse.tiers.1.action',
      /cannot come again/,
    ],
  ]);
});
