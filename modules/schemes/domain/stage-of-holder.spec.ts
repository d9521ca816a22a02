import { Temporal } from 'temporal-polyfill';
import { schemeOf } from '../../../test/scenarios/support/asking.js';
import { fact } from '../../../test/scenarios/support/facts.js';
import { heldStage, nextStage } from './stage-of-holder.js';

const staged = {
  credential: {
    stages: [
      { code: 'initial', validity: 'P6M', extensions: 1, extension: 'P6M' },
      { code: 'full', validity: 'P2Y' },
    ],
  },
};
const scheme = { id: 'version', bodyId: 'body', definition: schemeOf(staged) };
const event = (code: string, on: string, value: object = {}, body = 'body') =>
  fact({
    id: `${code} ${on}`,
    kind: 'credential_event',
    code,
    on,
    body,
    value: { scheme_code: scheme.definition.id, ...value },
  });
const issued = event('issued', '2026-01-10', { stage: 'initial', expires_on: '2026-07-10' });
const on = (facts: (typeof issued)[], day = '2026-06-01') => heldStage(scheme, facts, Temporal.PlainDate.from(day));

describe('the stage that a person holds', () => {
  it('is none before a grant, and the first is asked', () => {
    expect(on([])).toBeNull();
    expect(on([issued], '2026-01-09')).toBeNull();
    expect(nextStage(scheme, null)).toBe('initial');
  });

  it('is that of the grant, with the end of its term, and the next one is asked', () => {
    const held = on([issued]);
    expect([held?.stage, String(held?.expiresOn)]).toEqual(['initial', '2026-07-10']);
    expect(nextStage(scheme, held)).toBe('full');
  });

  it('ends later once it is extended, and stays held when its days are over', () => {
    const extended = event('extended', '2026-05-01', { stage: 'initial', expires_on: '2027-01-10' });
    expect(String(on([issued, extended])?.expiresOn)).toBe('2027-01-10');
    expect(on([issued], '2026-08-01')?.stage).toBe('initial');
  });

  it('is the last one after it was advanced, which is then the one that is looked at', () => {
    const advanced = event('advanced', '2026-05-01', { stage: 'full', expires_on: '2028-05-01' });
    expect(nextStage(scheme, on([issued, advanced]))).toBe('full');
  });

  it('is none once it was revoked, and none of another body', () => {
    expect(on([issued, event('revoked', '2026-05-01')])).toBeNull();
    expect(on([event('issued', '2026-01-10', { stage: 'initial' }, 'elsewhere')])).toBeNull();
  });
});
