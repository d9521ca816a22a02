import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';

/** How a random token is kept: nobody who reads the table can use it. Not for passwords, which are not random. */
export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Keeps secrets that must be read back (keys of authenticators) unreadable in the table and its backups: AES-256-GCM. */
export class SecretBox {
  private readonly key: Buffer;
  private readonly keysBefore: readonly Buffer[];

  /**
   * @param masterKey the installation's secret; this box derives its own key from it
   * @param before secrets before the present one: what they sealed still opens, else a new secret would shut everybody out who
   * signs in with a second factor
   */
  constructor(masterKey: string, before: readonly string[] = []) {
    this.key = keyFrom(masterKey);
    this.keysBefore = before.map(keyFrom);
  }

  /** @param owner whose secret it is: a sealed value copied to another row does not open */
  seal(secret: string, owner: string): Buffer {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.key, nonce).setAAD(Buffer.from(owner));
    const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
  }

  /** @throws Error when the value was changed, belongs to another owner or was sealed with another key */
  open(sealed: Buffer, owner: string): string {
    let problem: unknown;
    for (const key of [this.key, ...this.keysBefore]) {
      try {
        return unsealed(sealed, owner, key);
      } catch (error) {
        problem = error;
      }
    }
    throw problem;
  }
}

function keyFrom(masterKey: string): Buffer {
  return Buffer.from(hkdfSync('sha256', masterKey, '', 'goodstanding people second factor', 32));
}

function unsealed(sealed: Buffer, owner: string, key: Buffer): string {
  const nonce = sealed.subarray(0, NONCE_BYTES);
  const tag = sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(owner)).setAuthTag(tag);
  return decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
}
