import { Temporal } from 'temporal-polyfill';
import { documentPayload, open, seal, type DocumentFacts } from './document-payload.js';

const date = Temporal.PlainDate.from;
const facts: DocumentFacts = {
  holder: { name: 'Rosalind Okonkwo', language: null },
  body: { name: 'Juniper Valley Board' },
  scheme: { title: 'Peer Recovery', version: '4-domain', effectiveFrom: date('2026-01-01') },
  credential: { number: 'GS-2222-3333-4444-5', title: 'Peer Recovery', stage: 'full', scope: null, token: 'tok' },
  term: { number: 1, startsOn: date('2026-11-21'), expiresOn: date('2028-11-21') },
  decidedOn: date('2026-11-21'),
  decidedBy: 'Theodora Lindqvist',
  publicUrl: 'https://register.example',
  specimen: true,
  say: (day) => `day ${day.toString()}`,
};

describe('what a certificate states', () => {
  it('has name, number, body, scheme with version and date, scope, effective and expiry date, and how to check it', () => {
    const { data } = documentPayload(facts);
    expect(data).toMatchObject({
      holder: { name: 'Rosalind Okonkwo' },
      body: { name: 'Juniper Valley Board' },
      credential: { number: 'GS-2222-3333-4444-5', stage: 'Full', scope: 'Peer Recovery' },
      scheme: { title: 'Peer Recovery', version: '4-domain', issuedOn: 'day 2026-01-01' },
      effectiveOn: 'day 2026-11-21',
      expiresOn: 'day 2028-11-21',
      verification: {
        printed: 'register.example/verify',
        url: 'https://register.example/v/GS-2222-3333-4444-5?t=tok',
      },
    });
  });

  it('opens as it was sealed', () => {
    const payload = documentPayload(facts);
    const sealed = seal(payload);
    expect(open(sealed)).toEqual(payload);
    expect(seal(documentPayload({ ...facts })).hash).toBe(sealed.hash);
  });

  it('does not open when one letter was changed', () => {
    const { text, hash } = seal(documentPayload(facts));
    expect(() => open({ text: text.replace('Rosalind', 'Rosamund'), hash })).toThrow('changed');
  });
});
