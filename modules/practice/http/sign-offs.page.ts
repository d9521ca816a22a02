import { formatMinutes } from '../../../src/kernel/minutes.js';
import { formatDate } from '../../../src/platform/views/helpers/format.js';
import { pageLanguage } from '../../../src/platform/translation/page-language.js';
import { say, sayWord } from '../../../src/platform/translation/say.js';
import type { Entry } from '../domain/entry.js';
import { DOMAINS, KINDS } from '../domain/lists.js';
import { sayLabel } from './choices.js';
import type { SignOffReadout } from '../use-cases/read-sign-offs.js';
import { entriesTable, signOffRow } from './practice.page.js';

/** Entries that can be sent, one form for each supervisor. */
export function newSignOffPage(free: readonly Entry[]) {
  const groups = new Map<string, Entry[]>();
  for (const entry of free) {
    const key = entry.supervisor.email.toLowerCase();
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  return {
    title: say`Send hours to be signed`,
    groups: [...groups.values()].map((group) => ({
      supervisor: group[0]?.supervisor,
      all: group.map((entry) => entry.id),
      items: group.map((entry) => ({
        value: entry.id,
        label: `${formatDate(entry.workedOn, pageLanguage())}: ${formatMinutes(entry.minutes)}, ${sayLabel(KINDS, entry.kind)}`,
        hint: entry.domains
          .map(({ domain, minutes }) => `${sayLabel(DOMAINS, domain)} ${formatMinutes(minutes)}`)
          .join('; '),
      })),
    })),
  };
}

/** Where one request stands. */
export function signOffStatusPage({ signOff, entries }: { signOff: SignOffReadout; entries: Entry[] }) {
  const { signature } = signOff;
  return {
    title: say`Request to sign hours`,
    signOff: { ...signOff, signature: signature && { ...signature, method: sayWord(signature.method) } },
    row: signOffRow(signOff),
    isOpen: signOff.state === 'open',
    entries: entriesTable(entries),
  };
}
