import { Temporal } from 'temporal-polyfill';
import { isAfter, isBefore } from '../../../src/kernel/dates.js';
import type { FieldProblem } from '../../../src/kernel/domain-error.js';
import { formatMinutes, MINUTES_PER_DAY } from '../../../src/kernel/minutes.js';
import { ACTIVITIES, DOMAINS, isOneOf, KINDS, METHODS, methodFits, SETTINGS, type Kind } from './lists.js';

export interface DomainMinutes {
  readonly domain: string;
  /** Whole minutes. */
  readonly minutes: number;
}

export interface Supervisor {
  readonly name: string;
  readonly email: string;
}

/** What one entry says. Its whole time is the sum of its domains: parts and whole can never disagree. */
export interface EntryContent {
  readonly kind: Kind;
  readonly workedOn: Temporal.PlainDate;
  /** When it began, if that is recorded: then it may not overlap with another entry. */
  readonly startsAt: Temporal.PlainTime | null;
  readonly domains: readonly DomainMinutes[];
  readonly method: string;
  readonly setting: string;
  readonly activity: string;
  readonly supervisor: Supervisor;
}

export type EntryState = 'recorded' | 'awaiting_signature' | 'returned' | 'signed' | 'corrected';

/** An entry as it stands in a person's record. */
export interface Entry extends EntryContent {
  readonly id: string;
  readonly personId: string;
  readonly minutes: number;
  readonly state: EntryState;
  /** The request it is, or last was, part of. */
  readonly signOffId: string | null;
  /** The signed entry that this one takes the place of. */
  readonly corrects: string | null;
  /** False while a correction stands in its place. */
  readonly occupies: boolean;
  /** The fact it became when it was signed. */
  readonly factId: string | null;
  readonly recordedAt: Temporal.Instant;
}

/** Nobody's practice for a credential of today lies before; a year typed short does. */
const EARLIEST = Temporal.PlainDate.from('2000-01-01');

/** Code points of a supervisor's name. */
const NAME_LIMIT = 200;

export function totalMinutes(domains: readonly DomainMinutes[]): number {
  return domains.reduce((sum, { minutes }) => sum + minutes, 0);
}

/**
 * Everything about an entry that can be told without other entries, in words for the person.
 *
 * @param now calendar date and time for the one who writes it
 */
export function entryProblems(entry: EntryContent, now: Temporal.PlainDateTime): FieldProblem[] {
  const whole = [...dateProblems(entry.workedOn, now.toPlainDate()), ...durationProblems(entry.domains)];
  return [...(whole.length > 0 ? whole : endProblems(entry, now)), ...wordProblems(entry)];
}

/** What can be told of an entry whose day or time cannot be read, so that nobody learns of one thing after the other. */
export function wordProblems(entry: Pick<EntryContent, Choice | 'supervisor'>): FieldProblem[] {
  return [...choiceProblems(entry), ...supervisorProblems(entry.supervisor)];
}

type Choice = 'kind' | 'method' | 'setting' | 'activity';

function dateProblems(workedOn: Temporal.PlainDate, today: Temporal.PlainDate): FieldProblem[] {
  const field = 'workedOn';
  if (isAfter(workedOn, today))
    return [{ field, message: 'This date is in the future. Record the time after it has been worked.' }];
  if (isBefore(workedOn, EARLIEST)) return [{ field, message: 'Check the year of this date.' }];
  return [];
}

/** Time that is said to have begun at an hour has an end, and that is not to come either. */
function endProblems({ workedOn, startsAt, domains }: EntryContent, now: Temporal.PlainDateTime): FieldProblem[] {
  if (!startsAt) return [];
  const end = workedOn.toPlainDateTime(startsAt).add({ minutes: totalMinutes(domains) });
  if (Temporal.PlainDateTime.compare(end, now) <= 0) return [];
  const message = 'This time is not over yet. Record it after it has been worked, or check when it began.';
  return [{ field: 'startsAt', message }];
}

function durationProblems(domains: readonly DomainMinutes[]): FieldProblem[] {
  const field = 'domains';
  if (domains.length === 0) return [{ field, message: 'Enter the time for at least one domain.' }];
  if (new Set(domains.map(({ domain }) => domain)).size !== domains.length)
    return [{ field, message: 'Enter each domain once, with all of its time.' }];
  if (domains.some(({ domain }) => !isOneOf(DOMAINS, domain)))
    return [{ field, message: 'Choose the domains from the list.' }];
  if (domains.some(({ minutes }) => !Number.isInteger(minutes) || minutes < 1))
    return [{ field, message: 'Enter time in whole minutes, at least one.' }];
  const total = totalMinutes(domains);
  if (total > MINUTES_PER_DAY)
    return [
      { field, message: `This entry has ${formatMinutes(total)}; a day has 24 hours. Check the time of each domain.` },
    ];
  return [];
}

function choiceProblems({ kind, method, setting, activity }: Pick<EntryContent, Choice>): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (!isOneOf(KINDS, kind))
    problems.push({ field: 'kind', message: 'Choose paid, volunteer or supervision received.' });
  if (!isOneOf(METHODS, method)) problems.push({ field: 'method', message: 'Choose a method from the list.' });
  else if (!methodFits(kind, method))
    problems.push({
      field: 'method',
      message:
        kind === 'supervision'
          ? 'For supervision received, choose one of the supervision methods.'
          : 'Supervision is recorded as "Supervision received". For practice, choose a method of practice.',
    });
  if (!isOneOf(SETTINGS, setting)) problems.push({ field: 'setting', message: 'Choose a setting from the list.' });
  if (!isOneOf(ACTIVITIES, activity))
    problems.push({ field: 'activity', message: 'Choose an activity from the list.' });
  return problems;
}

/** For an address that no letter can go to. */
export const ADDRESS_WANTED = 'Enter an e-mail address, such as name@example.org.';

function supervisorProblems({ name, email }: Supervisor): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (name === '') problems.push({ field: 'supervisorName', message: 'Enter the name of your supervisor.' });
  if ([...name].length > NAME_LIMIT)
    problems.push({ field: 'supervisorName', message: 'Type a name of at most 200 letters.' });
  if (email.length > 320 || !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email))
    problems.push({ field: 'supervisorEmail', message: ADDRESS_WANTED });
  return problems;
}
