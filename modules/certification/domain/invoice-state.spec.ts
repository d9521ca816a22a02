import { amountWords, centsOf, feeWords, INVOICE_MOVES, INVOICE_STATES, invoiceAfter } from './invoice-state.js';

describe('an invoice', () => {
  it('is settled once, from being open, in three ways', () => {
    const all = INVOICE_STATES.flatMap((from) => INVOICE_MOVES.map((move) => [from, move, invoiceAfter(from, move)]));
    expect(all.filter(([, , to]) => to !== null)).toEqual([
      ['open', 'pay', 'paid'],
      ['open', 'waive', 'waived'],
      ['open', 'cancel', 'cancelled'],
    ]);
  });

  it('counts cents, whatever the decimals of the scheme', () => {
    expect([60, 19.5, 0.1 + 0.2, null, 0].map(centsOf)).toEqual([6000, 1950, 30, 0, 0]);
  });

  it('says what it is for and how much', () => {
    expect(feeWords('application')).toBe('Application fee');
    expect(amountWords(120_005, 'USD')).toBe('$1,200.05');
  });
});
