import type { Temporal } from 'temporal-polyfill';

/** Wrong tries that cost nothing: typing slips. */
const FREE_TRIES = 4;
const LONGEST_WAIT_SECONDS = 15 * 60;

/** NIST SP 800-63B-4 §3.2.2: no more than 100 wrong tries in a row for an account, wherever they come from. */
export const TRIES_OF_ALL_STRANGERS = 100;

/** Why a try may not be made now: after a few wrong ones, or after too many from all over. */
export type HeldClaim = { granted: false; reason: 'wait'; seconds: number } | { granted: false; reason: 'strangers' };

/** Whether a try may be made now. */
export type Claim = { granted: true } | HeldClaim;

export interface Pace {
  wrongCount: number;
  lastWrongAt: Temporal.Instant;
}

/** Whole seconds to wait after `wrongCount` wrong tries in a row: none at first, then doubling to a quarter of an hour. */
export function waitAfter(wrongCount: number): number {
  if (wrongCount < FREE_TRIES) return 0;
  return Math.min(2 ** (wrongCount - FREE_TRIES + 1), LONGEST_WAIT_SECONDS);
}

/** Whole seconds until the source may try again; 0 when it may now. */
export function secondsLeft(pace: Pace | null, now: Temporal.Instant): number {
  if (!pace) return 0;
  const passed = now.since(pace.lastWrongAt).total('seconds');
  return Math.max(0, Math.ceil(waitAfter(pace.wrongCount) - passed));
}

/**
 * Where a try comes from, as the wrong ones are counted: a browser that signed in before counts by itself, everyone
 * else by network, so that a stranger's tries slow the stranger and not the account's owner.
 * @param ip IPv4 counts whole, IPv6 by its /56: that is what one household or attacker holds
 */
export function tryFrom({ deviceId, ip }: { deviceId: string | null; ip: string }): string {
  if (deviceId) return `device:${deviceId}`;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1];
  if (mapped || !ip.includes(':')) return `network:${mapped ?? ip}`;
  return `network:${expandIpv6(ip).slice(0, 4).join(':').slice(0, -2)}/56`;
}

function expandIpv6(ip: string): string[] {
  const [head = '', tail = ''] = ip.split('%')[0]?.split('::') ?? [];
  const left = head.split(':').filter(Boolean);
  const right = tail.split(':').filter(Boolean);
  const middle = Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0');
  return [...left, ...middle, ...right].map((group) => group.padStart(4, '0').toLowerCase());
}
