import { formatDate } from '../../../src/platform/views/helpers/format.js';
import { pageLanguage } from '../../../src/platform/translation/page-language.js';
import { say, sayWord } from '../../../src/platform/translation/say.js';
import { reasons, reversalReasons, type ChangeKind } from '../domain/status-change.js';
import type { Note } from '../domain/standing.js';
import type { CredentialDetail, RegisterLine } from '../use-cases/read-credential.js';
import type { OwnCredential } from '../use-cases/read-own-credentials.js';
import type { CredentialSummary } from '../use-cases/read-register.js';
import { forms } from './status-change.page.js';

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

/** A person's own certifications. */
export function credentialsPage(own: readonly OwnCredential[]) {
  return {
    credentials: own.map(({ number, title, bodyName, standing, certificate, extension }) => ({
      number,
      title,
      bodyName,
      stage: standing.stage && sayWord(standing.stage.replaceAll('_', ' ')),
      notes: standing.notes.map(noteWords),
      extension: extension && `/credentials/${number}/extensions/new`,
      extensionAsked: extension === 'asked',
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
      { key: 'Stage', value: standing.stage && capitalized(standing.stage.replaceAll('_', ' ')) },
      ...(standing.endorsements.length > 0
        ? [{ key: 'Endorsements', value: standing.endorsements.map((code) => code.toUpperCase()) }]
        : []),
      ...standing.notes.map((note) => ({ key: 'Public note', value: noteWords(note) })),
      { key: 'Term', value: `${formatDate(standing.startsOn)} to ${formatDate(standing.expiresOn)}` },
      { key: 'Terms are counted from', value: formatDate(anchorOn) },
    ],
    history: lines.map((line) => ({
      title: kindWords[line.kind],
      when: line.recordedAt.toString(),
      timeZone: body.timeZone,
      text: lineText(line),
    })),
    reversals: lines
      .filter(({ mayReverse }) => mayReverse)
      .map(({ id, kind, effectiveOn }) => ({
        href: `/desk/credentials/${number}/reversals/new?eventId=${id}`,
        text: `${forms[kind as ChangeKind].noun} that counts from ${formatDate(effectiveOn)}`,
      })),
    forms: may.map((kind) => ({
      ...forms[kind],
      action: `/desk/credentials/${number}/${forms[kind].path}`,
      page: `/desk/credentials/${number}/${forms[kind].path}/new`,
    })),
    today,
  };
}

function lineText(line: RegisterLine): string {
  const { kind, effectiveOn, publicFrom, explanation, startsOn, expiresOn, stage, noteUntil, emergency, by } = line;
  const term = startsOn && expiresOn ? `Term ${formatDate(startsOn)} to ${formatDate(expiresOn)}.` : '';
  const ofStage =
    kind === 'advanced' || kind === 'extended' ? `${capitalized((stage ?? '').replaceAll('_', ' '))} stage.` : '';
  const dates = `Counts from ${formatDate(effectiveOn)}, public from ${formatDate(publicFrom)}.`;
  const note = noteUntil ? `Told through ${formatDate(noteUntil)}.` : '';
  const words = [ofStage, term, dates, note, reasonWords(line), emergency ? 'Without notice, as an emergency.' : ''];
  return [...words, explanation ?? '', `By ${by}.`].filter((text) => text !== '').join(' ');
}

const TERM_REASONS: Readonly<Record<string, string>> = {
  renewed_late: 'Renewed late.',
  reinstated_after_expiry: 'Reinstated after it had expired.',
  at_discretion: 'At the discretion of the body.',
};

function reasonWords({ kind, reason }: RegisterLine): string {
  if (kind === 'reversed') return `${reversalReasons[reason] ?? ''}.`;
  const words: Readonly<Record<string, string>> = kind in reasons ? reasons[kind as ChangeKind] : {};
  return words[reason] ? `${words[reason]}.` : (TERM_REASONS[reason] ?? '');
}

function noteWords({ since, until }: Note): string {
  const [from, through] = [since, until].map((day) => formatDate(day, pageLanguage()));
  return through ? say`Reprimand of ${from ?? ''}, told through ${through}` : say`Reprimand of ${from ?? ''}`;
}

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
