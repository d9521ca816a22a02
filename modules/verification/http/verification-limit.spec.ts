import { neighbourhoodOf } from './verification-limit.js';

describe('one connection', () => {
  it.each([
    ['an IPv4 address', '203.0.113.7', '203.0.113.7'],
    ['an IPv4 address written as IPv6', '::ffff:203.0.113.7', '203.0.113.7'],
    ['an IPv6 address by its first 56 bits', '2001:db8:1:2345:6:7:8:9', '2001:0db8:0001:23'],
    ['a shortened IPv6 address', '2001:db8::9', '2001:0db8:0000:00'],
  ])('is %s', (_, ip, expected) => {
    expect(neighbourhoodOf(ip)).toBe(expected);
  });
});
