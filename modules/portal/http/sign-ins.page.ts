import type { Temporal } from 'temporal-polyfill';
import type { DemonstrationSignIn } from '../../../src/launcher/demonstration-sign-ins.js';

const WHAT_THEY_DO: Record<string, string> = {
  administrator: 'Says who works at the certifying body, in which role.',
  reviewer: 'Reads evidence and applications, and returns or admits them.',
  decider: 'Decides on applications.',
  registrar: 'Records exam results, keeps the register, confirms renewals.',
  proctor: 'Checks people in and watches over a room where an exam is sat.',
  'provider-administrator': 'Says who teaches, writes and reviews at a training provider.',
  'item-author': 'Writes exam items.',
  'item-reviewer': 'Reviews exam items that others wrote.',
  psychometrician: 'Puts exam items into use, leads the setting of cut scores.',
  'item-judge': 'Judges exam items in a study.',
  'content-author': 'Writes the next versions of courses.',
  'content-reviewer': 'Reviews and publishes courses that others wrote.',
  'roster-manager': 'Keeps an employer’s roster.',
};

/** The invented people to sign in as, each with the six digits that their authenticator app would show at `now`. */
export function signInsPage(
  signIns: DemonstrationSignIn[],
  now: Temporal.Instant,
  codeAt: (secret: string, now: Temporal.Instant) => string,
) {
  const people = signIns.map(({ role, name, email, password, totpSecret }) => ({
    name,
    email,
    password,
    role: wordsOf(role),
    does: WHAT_THEY_DO[role] ?? null,
    code: totpSecret ? spaced(codeAt(totpSecret, now)) : null,
  }));
  return { people, hasCodes: people.some(({ code }) => code) };
}

function wordsOf(role: string): string {
  const words = role.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function spaced(code: string): string {
  return `${code.slice(0, 3)} ${code.slice(3)}`;
}
