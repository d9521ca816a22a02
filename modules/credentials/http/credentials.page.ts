import { formatDate } from '../../../src/platform/views/helpers/format.js';
import { reasons, type ChangeKind } from '../domain/status-change.js';
import type { CredentialDetail, RegisterLine } from '../use-cases/read-credential.js';
import type { OwnCredential } from '../use-cases/read-own-credentials.js';
import type { CredentialSummary } from '../use-cases/read-register.js';

const kindWords: Record<RegisterLine['kind'], string> = {
  issued: 'Granted',
  renewed: 'Renewed',
  advanced: 'Went on to the next stage',
  extended: 'Extended',
  reprimanded: 'Reprimanded',
  suspended: 'Suspended',
  reinstated: 'Reinstated',
  revoked: 'Revoked',
  surrendered: 'Given back by the holder',
  superseded: 'Replaced by a newer grant',
  corrected: 'Corrected',
  reversed: 'Decision taken back',
};

const forms: Record<ChangeKind, { path: string; heading: string; button: string }> = {
  reprimanded: { path: 'reprimands', heading: 'Reprimand', button: 'Record a reprimand' },
  suspended: { path: 'suspensions', heading: 'Suspend', button: 'Suspend this certification' },
  reinstated: { path: 'reinstatements', heading: 'Reinstate', button: 'Reinstate this certification' },
  revoked: { path: 'revocations', heading: 'Revoke', button: 'Revoke this certification' },
  surrendered: {
    path: 'surrenders',
    heading: 'Record that it was given back',
    button: 'Record that it was given back',
  },
};

/** A person's own certifications. */
export function credentialsPage(own: readonly OwnCredential[]) {
  return {
    credentials: own.map(({ number, title, bodyName, standing, certificate }) => ({
      number,
      title,
      bodyName,
      status: standing.status,
      also: standing.concurrent,
      startsOn: standing.startsOn.toString(),
      expiresOn: standing.expiresOn.toString(),
      certificate: certificate === 'ready' ? `/credentials/${number}/certificate` : undefined,
      publicPath: `/v/${number}`,
    })),
  };
}

/** The register of a body. */
export function registerPage(
  rows: readonly CredentialSummary[],
  asked: { status?: string; after?: string },
  next: string | null,
) {
  const filter = { status: asked.status ?? '' };
  const statuses = ['active', 'suspended', 'revoked', 'surrendered', 'superseded'];
  return {
    filter,
    statuses: statuses.map((value) => ({ value, label: capitalized(value) })),
    columns: [
      { label: 'Number' },
      { label: 'Holder' },
      { label: 'Certification' },
      { label: 'Standing' },
      { label: 'Valid through' },
    ],
    rows: rows.map(({ number, holderName, title, standing }) => ({
      cells: [
        { text: number, href: `/desk/credentials/${number}` },
        { text: holderName },
        { text: title },
        { state: standing.status },
        { text: formatDate(standing.expiresOn) },
      ],
    })),
    next: next && `/desk/credentials?${new URLSearchParams({ ...filter, after: next }).toString()}`,
    first: asked.after ? `/desk/credentials?${new URLSearchParams(filter).toString()}` : undefined,
  };
}

/** One credential with its history and the forms for what may be done; `kind` is the form that was chosen. */
export function credentialPage(found: CredentialDetail, today: string) {
  const { number, title, holderName, standing, body, lines, may, anchorOn } = found;
  return {
    number,
    title,
    holderName,
    status: standing.status,
    also: standing.concurrent,
    since: standing.since.toString(),
    rows: [
      { key: 'Number', value: number },
      { key: 'Certification', value: title },
      { key: 'By', value: body.name },
      { key: 'Stage', value: standing.stage && capitalized(standing.stage) },
      { key: 'Term', value: `${formatDate(standing.startsOn)} to ${formatDate(standing.expiresOn)}` },
      { key: 'Terms are counted from', value: formatDate(anchorOn) },
    ],
    history: lines.map((line) => ({
      title: kindWords[line.kind],
      when: line.recordedAt.toString(),
      timeZone: body.timeZone,
      text: lineText(line),
    })),
    forms: may.map((kind) => ({
      ...forms[kind],
      action: `/desk/credentials/${number}/${forms[kind].path}`,
      page: `/desk/credentials/${number}/${forms[kind].path}/new`,
    })),
    today,
  };
}

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
    reasons: Object.entries(words).map(([value, label]) => ({ value, label })),
  };
}

function lineText({
  kind,
  effectiveOn,
  publicFrom,
  reason,
  explanation,
  startsOn,
  expiresOn,
  by,
}: RegisterLine): string {
  const words: Readonly<Record<string, string>> = kind in reasons ? reasons[kind as ChangeKind] : {};
  const term = startsOn && expiresOn ? `Term ${formatDate(startsOn)} to ${formatDate(expiresOn)}.` : '';
  const dates = `Counts from ${formatDate(effectiveOn)}, public from ${formatDate(publicFrom)}.`;
  const why = words[reason] ? `${words[reason]}.` : '';
  return [term, dates, why, explanation ?? '', `By ${by}.`].filter((text) => text !== '').join(' ');
}

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
