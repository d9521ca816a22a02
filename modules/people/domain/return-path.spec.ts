import { safeReturnPath } from './return-path.js';

describe('the way on after signing in', () => {
  it.each(['/practice', '/desk/applications?state=submitted', '/v/ABC#top'])('stays on this site: %s', (path) => {
    expect(safeReturnPath(path)).toBe(path);
  });

  it.each([
    '//elsewhere.example',
    '/\\elsewhere.example',
    'https://elsewhere.example/',
    'javascript:alert(1)',
    '/\t/elsewhere.example',
    '/home\r\nset-cookie: session=x',
    'practice',
    '',
    null,
    undefined,
    '/sign-in?returnTo=/sign-in',
    '/sign-out',
  ])('leads home instead of %j', (path) => {
    expect(safeReturnPath(path)).toBe('/home');
  });
});
