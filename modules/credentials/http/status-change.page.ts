import { formatDate } from '../../../src/platform/views/helpers/format.js';
import { reasons, reversalReasons, type ChangeKind } from '../domain/status-change.js';
import type { CredentialDetail } from '../use-cases/read-credential.js';

export const forms: Record<ChangeKind, { path: string; noun: string; heading: string; button: string }> = {
  reprimanded: { path: 'reprimands', noun: 'The reprimand', heading: 'Reprimand', button: 'Record a reprimand' },
  suspended: { path: 'suspensions', noun: 'The suspension', heading: 'Suspend', button: 'Suspend this certification' },
  reinstated: {
    path: 'reinstatements',
    noun: 'The reinstatement',
    heading: 'Reinstate',
    button: 'Reinstate this certification',
  },
  revoked: { path: 'revocations', noun: 'The revocation', heading: 'Revoke', button: 'Revoke this certification' },
  surrendered: {
    path: 'surrenders',
    noun: 'The giving back',
    heading: 'Record that it was given back',
    button: 'Record that it was given back',
  },
};

/** The form for one change. */
export function changePage(found: CredentialDetail, kind: ChangeKind, today: string) {
  const words: Readonly<Record<string, string>> = reasons[kind];
  return {
    ...forms[kind],
    number: found.number,
    holderName: found.holderName,
    title: found.title,
    zone: found.body.timeZone,
    status: found.standing.status,
    possible: found.may.includes(kind),
    action: `/desk/credentials/${found.number}/${forms[kind].path}`,
    today,
    /** The first day on which a decision against the holder may count, by the scheme's notice. */
    noticeEndsOn: AGAINST_HOLDER.includes(kind) ? found.noticeEndsOn?.toString() : undefined,
    emergency:
      AGAINST_HOLDER.includes(kind) && found.noticeEndsOn
        ? [{ value: 'yes', label: 'It cannot wait for the notice', hint: 'Write to the holder above why.' }]
        : undefined,
    hasNote: kind === 'reprimanded',
    reasons: Object.entries(words).map(([value, label]) => ({ value, label })),
  };
}

/** The form that takes one decision back. */
export function reversalPage(found: CredentialDetail, eventId: string) {
  const line = found.lines.find(({ id }) => id === eventId);
  const { number, title, holderName } = found;
  return {
    number,
    title,
    holderName,
    action: `/desk/credentials/${number}/reversals`,
    eventId,
    decision: line?.mayReverse
      ? `${forms[line.kind as ChangeKind].noun}, counting from ${formatDate(line.effectiveOn)}`
      : undefined,
    reasons: Object.entries(reversalReasons).map(([value, label]) => ({ value, label })),
  };
}

const AGAINST_HOLDER: readonly ChangeKind[] = ['reprimanded', 'suspended', 'revoked'];
