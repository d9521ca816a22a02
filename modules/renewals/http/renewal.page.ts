import type { Temporal } from 'temporal-polyfill';
import { formatDate } from '../../../src/platform/views/helpers/format.js';
import { pageLanguage } from '../../../src/platform/translation/page-language.js';
import { say, sayWord } from '../../../src/platform/translation/say.js';
import { clauseLineIn } from '../../certification/certification.public.js';
import { invoiceRows } from '../../certification/invoices.public.js';
import {
  clauseWords,
  confirmsAfterFees,
  eligibilityView,
  lapseTier,
  type SchemeVersion,
} from '../../schemes/schemes.public.js';
import type { RenewalState } from '../domain/renewal-state.js';
import { isRenewable, type RenewalWindow } from '../domain/renewal-window.js';
import type { OwnRenewal } from '../use-cases/read-renewals.js';
import type { RenewalCase } from '../use-cases/renewal-rules.js';
import { conversation } from './conversation.js';

type Definition = SchemeVersion['definition'];

const ACTIONS = {
  renew_late: 'Renew late, on this page',
  reinstate: 'Ask for reinstatement, on this page',
  reapply: 'Apply anew',
} as const;

const ADDED_FEE = { renew_late: 'Added for a late renewal', reinstate: 'Added for reinstatement' } as const;

const FEE_FIRST = 'By an invoice when you send it; paid or waived before it is confirmed';
const FEE_BESIDE = 'By an invoice when you send it; the renewal does not wait for it';

/**
 * The page of one credential's renewal.
 * @param typed what a form that could not be accepted held
 */
export function renewalPage({ credential, version, window, tree, sent }: OwnRenewal, typed: Typed = {}) {
  const { number, title, expiresOn, standing } = credential;
  const opensOn = 'opensOn' in window ? window.opensOn.toString() : null;
  const isOpen = isRenewable(window);
  const isReturned = sent?.state === 'returned';
  const denial = sent?.denial ?? null;
  const canAnswer = isOpen && isReturned;
  return {
    number,
    title: sayWord(title),
    expiresOn: expiresOn.toString(),
    opensOn,
    status: standing.status,
    statuses: [standing.status, ...standing.concurrent],
    window: window.state,
    nextStage: window.state === 'next_stage' ? sayWord(window.stage.replaceAll('_', ' ')) : null,
    /** What the window says, while it is the holder's turn. */
    toDo: sent && !isReturned && !denial ? null : window.state,
    canSend: isOpen && tree.met && (!sent || denial !== null),
    denial: denial && {
      ...denial,
      reasons: denial.reasons.map(sayWord),
      clauses: denial.clauses.map(clauseLineIn({ say }, clauseWords(pageLanguage()))),
    },
    /** Nothing is left to be late with. */
    isWithBody: sent !== null && !isReturned && !denial,
    isOver: denial !== null && window.state === 'over',
    isReturned,
    canAnswer,
    sent,
    invoices: sent && invoiceRows(sent.fees.invoices, '/invoices'),
    waitsForFees: sent?.fees.waits ?? false,
    conversation: sent && conversation(sent.notes, { registrar: say`The certifying body`, holder: say`You` }),
    unsent: canAnswer ? null : typed['answer'],
    requirements: eligibilityView(tree),
    facts: factsOf(credential, window, version.definition),
    lateness: latenessRows(version.definition, credential),
    tier:
      'tier' in window
        ? { action: sayWord(ACTIONS[window.tier.action]), endsOn: window.tier.endsOn?.toString() }
        : null,
  };
}

type Typed = Readonly<Record<string, unknown>>;

function factsOf({ expiresOn, startsOn }: RenewalCase['credential'], window: RenewalWindow, definition: Definition) {
  const { fees } = definition;
  const tier = 'tier' in window ? window.tier : null;
  return [
    { key: say`This term`, value: say`${day(startsOn)} to ${day(expiresOn)}` },
    ...('opensOn' in window ? [{ key: say`Renewal opens`, value: day(window.opensOn) }] : []),
    { key: say`Renewal fee`, value: feeWords(fees['renewal'] ?? null) },
    ...(fees['renewal'] === 0 && !tier
      ? []
      : [{ key: say`Fee is asked`, value: sayWord(confirmsAfterFees(definition) ? FEE_FIRST : FEE_BESIDE) }]),
    ...(tier && tier.action !== 'reapply' ? [{ key: sayWord(ADDED_FEE[tier.action]), value: feeWords(tier.fee) }] : []),
    ...(tier?.endsOn && tier.action !== 'reapply'
      ? [{ key: say`At these terms through`, value: day(tier.endsOn) }]
      : []),
  ];
}

/** How the scheme answers lateness, a row for each tier; in its period of grace a renewal is not late. */
function latenessRows(definition: Definition, { expiresOn, place }: RenewalCase['credential']) {
  const rows = [];
  const tierOn = (day: Temporal.PlainDate) => lapseTier(definition, expiresOn, day, place);
  let tier = tierOn(expiresOn.add(definition.lapse.grace).add({ days: 1 }));
  for (let left = definition.lapse.tiers.length; tier && left > 0; left -= 1) {
    const fee = tier.action === 'reapply' ? '' : feeWords(tier.fee);
    const from = day(tier.startsOn);
    const when = tier.endsOn ? say`${from} to ${day(tier.endsOn)}` : say`From ${from} on`;
    rows.push({
      cells: [{ text: when }, { text: sayWord(ACTIONS[tier.action]) }, { text: fee || say`As for a new application` }],
    });
    tier = tier.endsOn && tierOn(tier.endsOn.add({ days: 1 }));
  }
  return { columns: [{ label: say`When` }, { label: say`What you can do` }, { label: say`Added fee` }], rows };
}

function feeWords(fee: number | null): string {
  if (fee === null) return say`Not stated in the scheme; the certifying body tells you`;
  return fee === 0 ? say`None` : say`${`$${fee.toFixed(2).replace(/\.00$/, '')}`}, paid to the certifying body`;
}

const day = (date: Temporal.PlainDate): string => formatDate(date, pageLanguage());

/** A person's credentials and where the renewal of each stands. */
export function renewalsPage(cases: readonly OwnRenewal[]) {
  return {
    items: cases.map(({ credential: { number, title, expiresOn }, window, sent }) => ({
      title: sayWord(title),
      href: `/renewals/${number}`,
      hint: say`${number}, valid through ${day(expiresOn)}. ${sent ? sayWord(SENT_WORDS[sent.state]) : windowWords(window)}`,
      status: sent ? SENT_STATUS[sent.state] : isRenewable(window) ? 'not-started' : 'cannot-start',
    })),
  };
}

const SENT_WORDS: Record<RenewalState, string> = {
  submitted: 'Your renewal is with the certifying body.',
  denial_proposed: 'Your renewal is with the certifying body.',
  denied: 'Your renewal was not granted: open it for the reasons and what you can do.',
  returned: 'Your renewal was returned for more information: open it to answer.',
  confirmed: 'Your renewal is confirmed.',
};
const SENT_STATUS: Record<RenewalState, string> = {
  submitted: 'in-progress',
  denial_proposed: 'in-progress',
  denied: 'not-started',
  returned: 'not-started',
  confirmed: 'completed',
};

function windowWords(window: RenewalWindow): string {
  switch (window.state) {
    case 'ended':
      return say`It has ended by a decision.`;
    case 'too_early':
      return say`Renewal opens on ${day(window.opensOn)}.`;
    case 'open':
      return say`You can renew now.`;
    case 'next_stage':
      return say`The next stage follows this one.`;
    case 'reinstate':
      return say`You can ask for reinstatement.`;
    case 'late':
      return say`You can still renew, late.`;
    case 'over':
      return `${sayWord(ACTIONS[window.tier.action])}.`;
  }
}
