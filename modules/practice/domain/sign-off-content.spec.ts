import fc from 'fast-check';
import { contentHash, signOffContent, type SignedEntry } from './sign-off-content.js';

const entry = (id: string, changes: Partial<SignedEntry> = {}): SignedEntry => ({
  id,
  kind: 'paid',
  workedOn: '2026-11-20',
  startsAt: null,
  domains: [
    { domain: 'advocacy', minutes: 90 },
    { domain: 'ethical_responsibility', minutes: 30 },
  ],
  minutes: 120,
  method: 'one_to_one',
  setting: 'housing',
  activity: 'outreach',
  corrects: null,
  ...changes,
});
const people = { person: { number: 'P-1', name: 'Ana' }, supervisor: { name: 'Ines', email: 'ines@x.example' } };
const statement = 'I supervised this person.';
const hash = (entries: SignedEntry[]) => contentHash(signOffContent({ statement, ...people, entries }));

describe('the hash of what is signed', () => {
  it('is the same in whatever order the database gives entries and domains', () => {
    const entries = ['1', '2', '3', '4'].map((id) => entry(id));
    fc.assert(
      fc.property(fc.shuffledSubarray(entries, { minLength: 4 }), (order) => {
        const turned = order.map((one) => ({ ...one, domains: [...one.domains].reverse() }));
        expect(hash(turned)).toBe(hash(entries));
      }),
    );
  });

  it.each<[string, Partial<SignedEntry>]>([
    ['a date', { workedOn: '2026-11-19' }],
    ['a start', { startsAt: '09:00' }],
    ['a minute', { minutes: 121 }],
    ['a domain', { domains: [{ domain: 'advocacy', minutes: 120 }] }],
    ['the kind', { kind: 'volunteer' }],
    ['the setting', { setting: 'school' }],
    ['what it corrects', { corrects: '9' }],
  ])('changes with %s', (_what, change) => expect(hash([entry('1', change)])).not.toBe(hash([entry('1')])));
});
