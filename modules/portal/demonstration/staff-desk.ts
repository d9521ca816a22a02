import type { ApiClient } from './api-client.js';
import type { Stage } from './stage.js';
import { totpCode } from '../../people/people.public.js';
import type { DemonstrationSignIn } from '../../../src/launcher/demonstration-sign-ins.js';

/** The staff of the demonstration, each signed in with a second factor when they are first needed in a play. */
export class StaffDesk {
  private readonly signedIn = new Map<string, { client: ApiClient; at: number }>();

  constructor(
    private readonly stage: Stage,
    private readonly signIns: readonly DemonstrationSignIn[],
  ) {}

  /**
   * Staff sessions end after half an hour: after the clock has moved they sign in again.
   * @param place which of several with the same role, counted from 0
   */
  async as(role: string, place = 0): Promise<ApiClient> {
    const now = await this.stage.now();
    const signIn = this.signIns.filter((one) => one.role === role)[place];
    if (!signIn) throw new Error(`The demonstration has nobody who is ${role}`);
    const { email, password, totpSecret } = signIn;
    const known = this.signedIn.get(email);
    if (known && now.epochMilliseconds - known.at < 20 * 60_000) return known.client;
    const totp = totpSecret && totpCode(totpSecret, now);
    const { token } = await this.stage.api.post<{ token: string }>('/api/v1/tokens', { email, password, totp });
    const client = this.stage.api.as(token);
    this.signedIn.set(email, { client, at: now.epochMilliseconds });
    return client;
  }
}
