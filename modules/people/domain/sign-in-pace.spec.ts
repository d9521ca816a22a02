import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { secondsLeft, tryFrom, waitAfter } from './sign-in-pace.js';

const now = Temporal.Instant.from('2026-11-21T15:00:00Z');

describe('the pace of sign-in tries', () => {
  it('lets a few slips pass, then doubles the wait up to a quarter of an hour', () => {
    expect([1, 2, 3, 4, 5, 6, 7].map(waitAfter)).toEqual([0, 0, 0, 2, 4, 8, 16]);
    expect(waitAfter(1000)).toBe(900);
  });

  it('never gets shorter with more wrong tries', () => {
    fc.assert(fc.property(fc.nat(200), (n) => waitAfter(n + 1) >= waitAfter(n)));
  });

  it('counts from the last wrong try', () => {
    const pace = { wrongCount: 6, lastWrongAt: now };
    expect(secondsLeft(pace, now.add({ seconds: 3 }))).toBe(5);
    expect(secondsLeft(pace, now.add({ seconds: 8 }))).toBe(0);
    expect(secondsLeft(null, now)).toBe(0);
  });

  it('knows a browser by itself, IPv4 whole and IPv6 by the /56 that one household holds', () => {
    expect(tryFrom({ deviceId: 'd1', ip: '203.0.113.7' })).toBe('device:d1');
    expect(tryFrom({ deviceId: null, ip: '203.0.113.7' })).toBe('network:203.0.113.7');
    expect(tryFrom({ deviceId: null, ip: '::ffff:203.0.113.7' })).toBe('network:203.0.113.7');
    const household = tryFrom({ deviceId: null, ip: '2001:db8:1:ab12::1' });
    expect(tryFrom({ deviceId: null, ip: '2001:DB8:1:abff:9::' })).toBe(household);
    expect(tryFrom({ deviceId: null, ip: '2001:db8:1:ac12::1' })).not.toBe(household);
  });
});
