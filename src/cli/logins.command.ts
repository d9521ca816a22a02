import { ensureLoginUsers } from '../launcher/login-users.js';
import type { Command } from './command.js';

/** Makes the three logins of the running product, with the passwords that its own addresses carry. */
export const loginsEnsure: Command = {
  name: 'logins ensure',
  description: 'make the logins of web, jobs and verifier with the passwords of their addresses',
  async run({ config, print }) {
    const ownerUrl = process.env['OWNER_DATABASE_URL'];
    const { DATABASE_URL, JOBS_DATABASE_URL, VERIFIER_DATABASE_URL } = config();
    if (!ownerUrl || !JOBS_DATABASE_URL || !VERIFIER_DATABASE_URL) {
      print('Set OWNER_DATABASE_URL, DATABASE_URL, JOBS_DATABASE_URL and VERIFIER_DATABASE_URL.');
      return 1;
    }
    const password = (url: string) => decodeURIComponent(new URL(url).password);
    await ensureLoginUsers(ownerUrl, {
      web: password(DATABASE_URL),
      jobs: password(JOBS_DATABASE_URL),
      verifier: password(VERIFIER_DATABASE_URL),
    });
    print('The logins goodstanding_web_login, goodstanding_jobs_login and goodstanding_verifier_login are ready.');
    return 0;
  },
};
