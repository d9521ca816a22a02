import { canonicalJson, sha256 } from './canonical-json.js';

/** What a document will say, as it is stored before it is made: canonical JSON (RFC 8785) and its SHA-256 in lower-case hex. */
export function sealed(payload: unknown): { text: string; hash: string } {
  const text = canonicalJson(payload);
  return { text, hash: sha256(text) };
}

/** @throws Error when the text is no longer what was sealed: nothing is made from it then */
export function unsealed({ text, hash }: { text: string; hash: string }): unknown {
  if (sha256(text) !== hash) throw new Error('What the document should say has changed since it was sealed');
  return JSON.parse(text);
}
