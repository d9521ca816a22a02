import { hasEnded, hasLapsed, precedence } from './status.js';

describe('a status', () => {
  it('has ended by a decision, or lapsed by its dates, or neither, but never both', () => {
    expect(precedence.filter(hasEnded)).toEqual(['revoked', 'surrendered', 'superseded']);
    expect(precedence.filter(hasLapsed)).toEqual(['expired', 'not_active']);
  });
});
