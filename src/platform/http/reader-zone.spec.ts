import { zoneOf } from './reader-zone.js';

const withCookie = (zone?: string) => zoneOf({ cookies: zone === undefined ? {} : { zone } });

describe('the time zone of who reads a page', () => {
  it('is the one that the device told', () => {
    expect(withCookie('America/Chicago')).toBe('America/Chicago');
  });

  it('is the same however its name is spelled', () => {
    expect(withCookie('america/CHICAGO')).toBe('America/Chicago');
  });

  it.each([undefined, '', 'Mars/Olympus', '../../etc/passwd', `America/${'x'.repeat(100)}`])(
    'is not known from what names no zone: %s',
    (cookie) => {
      expect(withCookie(cookie)).toBeUndefined();
    },
  );
});
