import type { PageContext } from '../page-context.js';
import { VisitorsParts } from './visitors-parts.js';

const home = { href: '/', label: 'Start', current: false };
const verify = { href: '/verify', label: 'Check a credential', current: true };
const visitor = (areas = [home, verify], phone = '988') =>
  ({
    actor: { kind: 'anonymous', areas },
    supportNow: { label: `Call ${phone}`, href: `tel:${phone}`, phone },
  }) as unknown as PageContext;

describe('a part of the layout that all visitors get alike', () => {
  it('is written once for all of them', () => {
    const parts = new VisitorsParts();
    let times = 0;
    const write = () => `written ${(times += 1)}`;
    expect([parts.of('header', visitor(), write), parts.of('header', visitor(), write)]).toEqual([
      'written 1',
      'written 1',
    ]);
  });

  it.each([
    [
      'under another current area',
      'header',
      visitor([
        { ...home, current: true },
        { ...verify, current: false },
      ]),
    ],
    ['with other areas', 'header', visitor([verify])],
    ['with another line of support', 'header', visitor(undefined, '111')],
    ['with ways to other languages', 'header', { ...visitor(), languages: [{ code: 'es', name: 'Español' }] }],
    ['for another part', 'footer', visitor()],
  ])('is written anew %s', (_, name, page) => {
    const parts = new VisitorsParts();
    parts.of('header', visitor(), () => 'the first');
    expect(parts.of(name, page, () => 'another')).toBe('another');
  });

  it('is never shown to somebody who is signed in, nor kept of them', () => {
    const parts = new VisitorsParts();
    const person = { ...visitor(), actor: { ...visitor().actor, kind: 'person', displayName: 'Robin' } } as PageContext;
    expect(parts.of('header', person, () => 'Robin')).toBe('Robin');
    expect(parts.of('header', visitor(), () => 'nobody')).toBe('nobody');
    expect(parts.of('header', person, () => 'Robin again')).toBe('Robin again');
  });
});
