import type { Temporal } from 'temporal-polyfill';
import { sealed, unsealed } from '../../../src/kernel/sealed-payload.js';
import type { Term } from './credential-event.js';

/** What a certificate states (ISO/IEC 17024, 9.4.8), worded and frozen when the register's line is written. */
export interface DocumentPayload {
  title: string;
  author: string;
  language: string;
  nameLanguage: string;
  /** ISO date; the date inside the file. */
  issuedOn: string;
  specimen: boolean;
  /** For the template content/certificates/standard.hbs. */
  data: {
    paper: 'letter';
    body: { name: string };
    holder: { name: string };
    credential: { number: string; title: string; stage: string | null; scope: string; conditions: string | null };
    scheme: { title: string; version: string; issuedOn: string };
    effectiveOn: string;
    expiresOn: string;
    decidedOn: string;
    signatory: { name: string; role: string; mark: null };
    verification: { printed: string; url: string };
  };
}

export interface DocumentFacts {
  holder: { name: string; language: string | null };
  body: { name: string };
  scheme: { title: string; version: string; effectiveFrom: Temporal.PlainDate };
  credential: { number: string; title: string; stage: string; scope: string | null; token: string };
  term: Term;
  decidedOn: Temporal.PlainDate;
  decidedBy: string;
  /** Base address of the public pages, without a slash at the end. */
  publicUrl: string;
  specimen: boolean;
  say: (date: Temporal.PlainDate) => string;
}

/** Words the certificate. Everything that could change later (names, addresses, dates) is text from here on. */
export function documentPayload(facts: DocumentFacts): DocumentPayload {
  const { holder, body, scheme, credential, term, say } = facts;
  const host = facts.publicUrl.replace(/^https?:\/\//, '');
  return {
    title: `${credential.title}, certificate ${credential.number}`,
    author: body.name,
    language: 'en',
    nameLanguage: holder.language ?? 'und',
    issuedOn: facts.decidedOn.toString(),
    specimen: facts.specimen,
    data: {
      paper: 'letter',
      body: { name: body.name },
      holder: { name: holder.name },
      credential: {
        number: credential.number,
        title: credential.title,
        stage: sentence(credential.stage),
        scope: credential.scope ?? credential.title,
        conditions: null,
      },
      scheme: { title: scheme.title, version: scheme.version, issuedOn: say(scheme.effectiveFrom) },
      effectiveOn: say(term.startsOn),
      expiresOn: say(term.expiresOn),
      decidedOn: say(facts.decidedOn),
      signatory: { name: facts.decidedBy, role: `For ${body.name}`, mark: null },
      verification: { printed: `${host}/verify`, url: verificationAddress(facts.publicUrl, credential) },
    },
  };
}

/** The address in the QR code: the number, and the token that opens the name. */
export function verificationAddress(publicUrl: string, { number, token }: { number: string; token: string }): string {
  return `${publicUrl}/v/${number}?t=${token}`;
}

/** The payload as it is stored: canonical JSON and its SHA-256. */
export function seal(payload: DocumentPayload): { text: string; hash: string } {
  return sealed(payload);
}

/** @throws Error when the text is no longer what was sealed: nothing is made from it then */
export function open(stored: { text: string; hash: string }): DocumentPayload {
  return unsealed(stored) as DocumentPayload;
}

function sentence(code: string): string {
  const words = code.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
