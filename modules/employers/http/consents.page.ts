import { pageLanguage } from '../../../src/platform/translation/page-language.js';
import { say, sayWord } from '../../../src/platform/translation/say.js';
import { formatDate, formatInstant } from '../../../src/platform/views/helpers/format.js';
import { agreementToSign } from '../../evidence/signed-texts.public.js';
import type { Scope } from '../domain/consent.js';
import { SHARING_CONSENT } from '../use-cases/consent-trail.js';
import type { ConsentsView } from '../use-cases/read-consents.js';

const SCOPE_WORDS: Record<Scope, string> = {
  competencies: 'Competencies: by what evidence, how recent, and who vouches',
  hours: 'With them, the hours of training and practice in each domain',
  results: 'With them, the percentages of quizzes you passed',
};
const SHORT: Record<Scope, string> = { competencies: 'competencies', hours: 'hours', results: 'percentages' };
const CHANNELS: Record<string, string> = { page: 'on a page', api: 'by a connected program', csv: 'in a download' };

/** Who may see what, and who looked when. */
export function consentsPage({ shared, rosterOnly, employers, looks, next }: ConsentsView) {
  const language = pageLanguage();
  const day = (date: Parameters<typeof formatDate>[0]) => formatDate(date, language);
  return {
    shared: shared.map(({ id, employer, scopes, from, until }) => ({
      id,
      employer,
      scopes: scopes.map((scope) => sayWord(SCOPE_WORDS[scope])),
      period: until ? say`${day(from)} to ${day(until)}` : say`Since ${day(from)}, until you end it`,
    })),
    rosterOnly,
    permission: agreementToSign(SHARING_CONSENT),
    employers: employers.map(({ organizationId, employer }) => ({ value: organizationId, label: employer })),
    scopes: (Object.keys(SCOPE_WORDS) as Scope[]).map((scope) => ({
      value: scope,
      label: sayWord(SCOPE_WORDS[scope]),
    })),
    columns: [{ label: say`When` }, { label: say`Who` }, { label: say`What` }],
    looks: looks.map(({ employer, by, scopes, channel, at, timeZone }) => ({
      cells: [
        { text: formatInstant(at, timeZone, language) },
        { text: by, note: employer },
        { text: scopes.map((scope) => sayWord(SHORT[scope])).join(', '), note: sayWord(CHANNELS[channel] ?? channel) },
      ],
    })),
    older: next && `/consents?before=${next}`,
  };
}
