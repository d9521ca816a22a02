import { Temporal } from 'temporal-polyfill';
import type { FieldProblem } from '../../../src/kernel/domain-error.js';
import { tidyName } from '../../../src/kernel/tidy-name.js';
import { isPlainDate, unacceptable } from '../../../src/platform/http/validation.js';
import { wordProblems, type Entry, type EntryContent } from '../domain/entry.js';
import { DOMAINS, type Kind } from '../domain/lists.js';
import type { EntryDto } from './practice.dto.js';

type Sent = Readonly<Record<string, unknown>>;

/** Name of a domain's two form fields, `time.advocacyHours` and `time.advocacyMinutes`. */
export const timeField = (domain: string): string => `time.${domain}`;

/** An entry as JSON carries it; what it may say is checked by the use case. */
export function contentOfDto(dto: EntryDto): EntryContent {
  return {
    kind: dto.kind as Kind,
    workedOn: Temporal.PlainDate.from(dto.workedOn),
    startsAt: dto.startsAt ? Temporal.PlainTime.from(dto.startsAt) : null,
    domains: dto.domains.map(({ domain, minutes }) => ({ domain, minutes })),
    method: dto.method,
    setting: dto.setting,
    activity: dto.activity,
    supervisor: { name: tidyName(dto.supervisor.name), email: dto.supervisor.email.trim() },
  };
}

/** An entry as the plain form carries it. @throws DomainError with a note for each field that cannot be read */
export function contentOfForm(sent: Sent): EntryContent {
  const problems: FieldProblem[] = [];
  const text = (name: string) => (typeof sent[name] === 'string' ? sent[name].trim() : '');
  const workedOn = text('workedOn');
  if (!isPlainDate(workedOn)) problems.push({ field: 'workedOn', message: 'Enter the date on which you worked.' });
  const startsAt = text('startsAt');
  if (startsAt !== '' && !/^([01]\d|2[0-3]):[0-5]\d$/.test(startsAt))
    problems.push({ field: 'startsAt', message: 'Enter a start time such as 09:30, or leave it empty.' });
  let isReadable = true;
  const domains = DOMAINS.flatMap(({ value: domain }) => {
    const minutes = durationIn(text(`${timeField(domain)}Hours`), text(`${timeField(domain)}Minutes`));
    if (minutes === null) {
      isReadable = false;
      problems.push({ field: timeField(domain), message: 'Enter whole hours and whole minutes, in figures.' });
    }
    return minutes ? [{ domain, minutes }] : [];
  });
  if (domains.length === 0 && isReadable)
    problems.push({ field: timeField(DOMAINS[0]?.value ?? ''), message: 'Enter the time for at least one domain.' });
  const words = {
    kind: text('kind') as Kind,
    method: text('method'),
    setting: text('setting'),
    activity: text('activity'),
    supervisor: { name: tidyName(text('supervisorName')), email: text('supervisorEmail') },
  };
  if (problems.length > 0) throw unacceptable([...problems, ...wordProblems(words)]);
  return {
    ...words,
    workedOn: Temporal.PlainDate.from(workedOn),
    startsAt: startsAt === '' ? null : Temporal.PlainTime.from(startsAt),
    domains,
  };
}

/** Minutes, 0 when both are empty, null when they cannot be read. Over 59 minutes is fine: 90 minutes are 90 minutes. */
function durationIn(hours: string, minutes: string): number | null {
  if (![hours, minutes].every((part) => /^\d{0,4}$/.test(part))) return null;
  return Number(hours || 0) * 60 + Number(minutes || 0);
}

/** An entry as JSON shows it. */
export function entryJson(entry: Entry) {
  return {
    id: entry.id,
    kind: entry.kind,
    workedOn: entry.workedOn.toString(),
    startsAt: entry.startsAt?.toString({ smallestUnit: 'minute' }) ?? null,
    minutes: entry.minutes,
    domains: entry.domains,
    method: entry.method,
    setting: entry.setting,
    activity: entry.activity,
    supervisor: entry.supervisor,
    state: entry.state,
    signOffId: entry.signOffId,
    corrects: entry.corrects,
    counts: entry.occupies,
    factId: entry.factId,
    recordedAt: entry.recordedAt.toString(),
  };
}
