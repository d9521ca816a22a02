import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;

/** The own key of a thing (a file, an item) as it is stored: unreadable without the installation's key that `keyId` names. */
export interface WrappedKey {
  keyId: string;
  /** Nonce, tag and the encrypted key: 60 bytes. */
  wrapped: Buffer;
}

/**
 * AES-256-GCM.
 * @param owner what it belongs to: sealed bytes that were copied to another row do not open there
 * @returns nonce, tag and ciphertext in one
 */
export function seal(key: Buffer, content: Buffer, owner: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(owner));
  const ciphertext = Buffer.concat([cipher.update(content), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), ciphertext]);
}

/** @throws Error when the bytes were changed, belong to another owner or were sealed with another key */
export function unseal(key: Buffer, sealed: Buffer, owner: string): Buffer {
  const nonce = sealed.subarray(0, NONCE_BYTES);
  const tag = sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(owner)).setAuthTag(tag);
  return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
}

/**
 * The keys that wrap the keys of things, derived from the installation's secrets, for each purpose others: a module opens
 * nothing of another. New keys are wrapped with the present one; those of secrets before still open, until everything is
 * wrapped anew.
 */
export class KeyRing {
  private readonly keys: ReadonlyMap<string, Buffer>;
  readonly currentId: string;

  /**
   * @param secrets the present one first, then those before it
   * @param purpose whose keys these are; never changed once something was sealed
   */
  constructor(secrets: readonly [string, ...string[]], purpose: string) {
    const keys = secrets.map((secret) => Buffer.from(hkdfSync('sha256', secret, '', purpose, KEY_BYTES)));
    const ids = keys.map((key) => createHash('sha256').update(key).digest('hex').slice(0, 16));
    this.keys = new Map(keys.map((key, index) => [ids[index] ?? '', key]));
    this.currentId = ids[0] ?? '';
  }

  /** A new random key for one thing. */
  newKey(ownerId: string): WrappedKey {
    return this.wrap(randomBytes(KEY_BYTES), ownerId);
  }

  /** @throws Error when the secret that wrapped it is not on the ring, or the key is of another thing */
  unwrap({ keyId, wrapped }: WrappedKey, ownerId: string): Buffer {
    return unseal(this.keyOf(keyId), wrapped, ownerId);
  }

  /** The same key under the present secret; what it sealed stays as it is. */
  rewrap(stored: WrappedKey, ownerId: string): WrappedKey {
    return this.wrap(this.unwrap(stored, ownerId), ownerId);
  }

  private wrap(key: Buffer, ownerId: string): WrappedKey {
    return { keyId: this.currentId, wrapped: seal(this.keyOf(this.currentId), key, ownerId) };
  }

  private keyOf(keyId: string): Buffer {
    const key = this.keys.get(keyId);
    if (!key) throw new Error(`No secret of this installation gives key ${keyId}: name it in SECRET_KEYS_BEFORE`);
    return key;
  }
}
