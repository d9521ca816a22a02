export interface EmailAddress {
  /** As typed, tidied; what letters are sent to. */
  address: string;
  /** The same mailbox always has the same key: lower case, NFC, the domain in ASCII. */
  key: string;
}

const ADDRESS_LIMIT = 254;

/**
 * Reads an address generously: only the letter that arrives proves it. Non-ASCII addresses are welcome (RFC 6531).
 * @returns null when no letter could be sent to it
 */
export function readEmailAddress(text: string): EmailAddress | null {
  const address = text.normalize('NFC').trim();
  const at = address.lastIndexOf('@');
  const [local, domain] = [address.slice(0, at), address.slice(at + 1)];
  if (at < 1 || local.length > 64 || address.length > ADDRESS_LIMIT) return null;
  if (/[\s\p{Cc}<>,;"()[\]\\]/u.test(address) || local.includes('@')) return null;
  const asciiDomain = toAscii(domain);
  return asciiDomain === null ? null : { address, key: `${local.toLowerCase()}@${asciiDomain}` };
}

/** The domain as mail servers know it (`bücher.example` → `xn--bcher-kva.example`); null when it cannot be one. */
function toAscii(domain: string): string | null {
  if (!/^[\p{L}\p{M}\p{N}-]+(\.[\p{L}\p{M}\p{N}-]+)+$/u.test(domain)) return null;
  return URL.canParse(`http://${domain}`) ? new URL(`http://${domain}`).hostname : null;
}
