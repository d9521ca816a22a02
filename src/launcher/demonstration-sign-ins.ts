import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** An invented person of the demonstration and how to sign in as them. */
export interface DemonstrationSignIn {
  /** What the person does there, for example "trainee" or "reviewer". */
  role: string;
  name: string;
  email: string;
  password: string;
  /** The secret of the second factor in base32, where the account has one. */
  totpSecret?: string;
}

/** Written by the seed at its end: `{ "signIns": DemonstrationSignIn[] }`. */
export function demonstrationFile(dataDir: string): string {
  return join(dataDir, 'demonstration.json');
}

/** The sign-ins as lines for a terminal; none when there is no demonstration. */
export function describeSignIns(dataDir: string): string[] {
  const path = demonstrationFile(dataDir);
  if (!existsSync(path)) return [];
  const { signIns } = JSON.parse(readFileSync(path, 'utf8')) as { signIns: DemonstrationSignIn[] };
  const width = (text: (signIn: DemonstrationSignIn) => string) => Math.max(...signIns.map((s) => text(s).length));
  const roles = width((s) => s.role);
  const emails = width((s) => s.email);
  return signIns.map((s) => {
    const secondFactor = s.totpSecret ? `  second factor ${s.totpSecret}` : '';
    return `${s.role.padEnd(roles)}  ${s.email.padEnd(emails)}  ${s.password}${secondFactor}`;
  });
}
