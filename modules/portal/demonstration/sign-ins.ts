import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { demonstrationFile, type DemonstrationSignIn } from '../../../src/launcher/demonstration-sign-ins.js';

/** The sign-ins of the invented people, for the terminal of `npm start` and for whoever plays the demonstration. */
export function readSignIns(dataDir: string): DemonstrationSignIn[] {
  const { signIns } = JSON.parse(readFileSync(demonstrationFile(dataDir), 'utf8')) as {
    signIns: DemonstrationSignIn[];
  };
  return signIns;
}

/** Adds sign-ins; an address that is there already gets the new one. */
export function writeSignIns(dataDir: string, added: DemonstrationSignIn[]): void {
  const emails = new Set(added.map(({ email }) => email));
  const kept = knownSignIns(dataDir).filter(({ email }) => !emails.has(email));
  const path = demonstrationFile(dataDir);
  writeFileSync(`${path}.part`, JSON.stringify({ signIns: [...kept, ...added] }, null, 2), { mode: 0o600 });
  renameSync(`${path}.part`, path);
}

/** The same, or nobody where none have been written yet. */
export function knownSignIns(dataDir: string): DemonstrationSignIn[] {
  try {
    return readSignIns(dataDir);
  } catch {
    return [];
  }
}
