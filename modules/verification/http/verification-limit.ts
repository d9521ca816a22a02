import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../../src/config/config.js';
import { DomainError } from '../../../src/kernel/domain-error.js';
import { systemMilliseconds } from '../../../src/platform/clock/clock.js';

const MINUTE_MS = 60_000;
/** Addresses remembered at once; beyond it everybody starts a new minute, which no honest crowd reaches. */
const REMEMBERED = 50_000;

/**
 * How often one connection may ask the register. With 60 random bits in a number guessing is hopeless anyway; this keeps
 * somebody who tries from slowing everybody else down. An IPv6 neighbourhood (/56) counts as one connection.
 */
@Injectable()
export class VerificationLimit {
  private minute = 0;
  private counts = new Map<string, number>();

  constructor(@Inject(CONFIG) private readonly config: Pick<Config, 'VERIFICATION_LIMIT_PER_MINUTE'>) {}

  /** @throws DomainError `verification.too_many` */
  count(ip: string): void {
    const now = systemMilliseconds();
    const minute = Math.floor(now / MINUTE_MS);
    if (minute !== this.minute || this.counts.size >= REMEMBERED) {
      this.minute = minute;
      this.counts = new Map();
    }
    const neighbourhood = neighbourhoodOf(ip);
    const asked = (this.counts.get(neighbourhood) ?? 0) + 1;
    this.counts.set(neighbourhood, asked);
    if (asked > this.config.VERIFICATION_LIMIT_PER_MINUTE)
      throw tooMany(Math.ceil(((minute + 1) * MINUTE_MS - now) / 1000));
  }
}

/** The address itself for IPv4; the first 56 bits of an IPv6 address, which belong to one connection. */
export function neighbourhoodOf(ip: string): string {
  if (!ip.includes(':') || ip.includes('.')) return ip.replace(/^.*:/, '');
  const [head = '', tail = ''] = ip.split('::');
  const before = head.split(':').filter(Boolean);
  const after = tail.split(':').filter(Boolean);
  const zeros = ip.includes('::') ? Array.from({ length: 8 - before.length - after.length }, () => '0') : [];
  const [a, b, c, d] = [...before, ...zeros, ...after].map((group) => group.padStart(4, '0'));
  return `${a}:${b}:${c}:${d?.slice(0, 2)}`;
}

function tooMany(seconds: number): DomainError {
  return new DomainError({
    code: 'verification.too_many',
    kind: 'too_many',
    message: 'Many questions came from your connection in a short time.',
    next: 'Wait a minute, then ask again. Employers with many people to check can keep a roster instead.',
    retryAfter: seconds,
  });
}
