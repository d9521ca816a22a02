import { generateSecret, generateSync, generateURI, verifySync } from 'otplib';
import type { Temporal } from 'temporal-polyfill';

const PERIOD_SECONDS = 30;

/** A fresh key, base 32, 160 random bits (RFC 4226 §4 asks for 128, recommends 160). */
export function newTotpSecret(): string {
  return generateSecret({ length: 20 });
}

/** What the QR code says to an authenticator app. */
export function totpUri(secret: string, account: string): string {
  return generateURI({ issuer: 'Goodstanding', label: account, secret });
}

/** The six digits that an authenticator shows at `now`. */
export function totpCode(secret: string, now: Temporal.Instant): string {
  return generateSync({ secret, period: PERIOD_SECONDS, epoch: Math.floor(now.epochMilliseconds / 1000) });
}

/**
 * Checks six digits against the key, one step of clock difference either way (RFC 6238 §5.2).
 * @param lastUsedStep the step of the last accepted code: that code and older ones never count again
 * @returns the step of the code, to be kept as the last used one, or null when it does not count
 */
export function totpStep(input: {
  secret: string;
  code: string;
  now: Temporal.Instant;
  lastUsedStep: number | null;
}): number | null {
  const token = input.code.replace(/\D/g, '');
  if (token.length !== 6) return null;
  const result = verifySync({
    secret: input.secret,
    token,
    period: PERIOD_SECONDS,
    epoch: Math.floor(input.now.epochMilliseconds / 1000),
    epochTolerance: PERIOD_SECONDS,
  });
  if (!result.valid || !('timeStep' in result)) return null;
  return input.lastUsedStep !== null && result.timeStep <= input.lastUsedStep ? null : result.timeStep;
}
