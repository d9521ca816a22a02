import { LANGUAGES } from '../../../src/kernel/languages.js';
import { formatMinutes } from '../../../src/kernel/minutes.js';
import { pageLanguage } from '../../../src/platform/translation/page-language.js';
import { say } from '../../../src/platform/translation/say.js';
import { formatDate } from '../../../src/platform/views/helpers/format.js';
import { agreementToSign } from '../../evidence/signed-texts.public.js';
import { ACTIVITIES, DOMAINS, KINDS, METHODS, SETTINGS } from '../domain/lists.js';
import {
  signedStatement,
  SUPERVISOR_SIGN_OFF,
  type SignedEntry,
  type SignOffContent,
} from '../domain/sign-off-content.js';
import type { SignOffPage } from '../use-cases/open-sign-off.js';
import { sayLabel } from './choices.js';

type Open = Extract<SignOffPage, { state: 'open' }>;
type Answered = Exclude<SignOffPage, { state: 'open' }>;

/** Exactly what is signed: every field of the content that is hashed is on the page. */
export function signOffPage(signOffId: string, { content, hash }: Open) {
  const { words, language } = signedStatement(content);
  return {
    title: say`Hours to sign`,
    address: `/sign-offs/${signOffId}`,
    otherLanguages: otherLanguages(),
    person: content.person,
    supervisor: content.supervisor,
    agreement: [{ value: 'yes', label: words }],
    agreementLanguage: language,
    text: agreementToSign(SUPERVISOR_SIGN_OFF),
    hash,
    ...entriesOf(content),
  };
}

/** What became of it; of a signature, the words and the list as they were signed. */
export function receiptPage(page: Answered) {
  const signed = page.state === 'signed' && {
    statement: signedStatement(page.content),
    hash: page.hash,
    ...entriesOf(page.content),
  };
  return { ...page, title: say`Thank you`, signed };
}

/** Whoever comes by a letter has chosen no language here: the others are offered at the top, each in its own words. */
function otherLanguages() {
  return Object.entries(LANGUAGES)
    .filter(([code]) => code !== pageLanguage())
    .map(([code, name]) => ({ code, name }));
}

function entriesOf({ entries }: SignOffContent) {
  return {
    total: formatMinutes(entries.reduce((sum, entry) => sum + entry.minutes, 0)),
    columns: [
      { label: say`Date` },
      { label: say`Time`, numeric: true },
      { label: say`In each domain` },
      { label: say`What and where` },
    ],
    rows: entries.map(entryRow),
  };
}

function entryRow(entry: SignedEntry) {
  const parts = entry.domains.map(({ domain, minutes }) => `${sayLabel(DOMAINS, domain)} ${formatMinutes(minutes)}`);
  const what = [
    sayLabel(METHODS, entry.method),
    sayLabel(ACTIVITIES, entry.activity),
    sayLabel(SETTINGS, entry.setting),
  ];
  return {
    cells: [
      {
        text: formatDate(entry.workedOn, pageLanguage()),
        ...(entry.startsAt && { note: say`from ${entry.startsAt}` }),
      },
      { text: formatMinutes(entry.minutes), note: sayLabel(KINDS, entry.kind) },
      { text: parts.join('; ') },
      { text: what.join(' · '), ...(entry.corrects && { note: say`Takes the place of an entry signed before` }) },
    ],
  };
}
