import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Random texts made on the first start and kept for ever, readable by the operator alone. */
export interface Secrets {
  web: string;
  jobs: string;
  verifier: string;
  /** SECRET_KEY of the product unless the operator sets one. */
  key: string;
}

/** Reads DATA_DIR/secrets.json (mode 0600), making it on the first call. */
export function ensureSecrets(dataDir: string): Secrets {
  const path = join(dataDir, 'secrets.json');
  if (!existsSync(path)) {
    mkdirSync(dataDir, { recursive: true });
    const random = () => randomBytes(32).toString('base64url');
    const secrets: Secrets = { web: random(), jobs: random(), verifier: random(), key: random() };
    writeFileSync(`${path}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
    renameSync(`${path}.new`, path);
  }
  return JSON.parse(readFileSync(path, 'utf8')) as Secrets;
}
