import { LANGUAGES } from '../../../src/kernel/languages.js';
import { formatDate } from '../../../src/platform/views/helpers/format.js';
import type { SignedText } from '../../evidence/signed-texts.public.js';
import { eligibilityView } from '../../schemes/schemes.public.js';
import { decisionReasons } from '../domain/decision-reasons.js';
import { happeningWordsForStaff, stepWordsForStaff } from '../domain/next-step.js';
import type { CaseDetail } from '../use-cases/read-case.js';
import { waivableAmong } from '../domain/waivable.js';
import { waiverReasons } from '../domain/waiver-reasons.js';
import { examResultRow } from './application.page.js';
import { limitRows, pauseForms, waiverRows } from './case-work.page.js';
import { aboutText, clauseTitles, historyRows } from './history.page.js';
import { invoiceRows } from './invoices.page.js';

const items = (words: Record<string, string>) => Object.entries(words).map(([value, label]) => ({ value, label }));

/** One case, for staff: the sheet, what the applicant signed, what happened, and what they may do. */
export function casePage(found: CaseDetail, signed: readonly SignedText[]) {
  const { id, state, scheme, body, applicant, claimedBy, eligibility, steps, examResults, may, conflicts } = found;
  const titles = clauseTitles(found);
  const domains = eligibility?.clauses.find((clause) => clause.id === 'training')?.children ?? [];
  return {
    id,
    state,
    applicant,
    title: scheme.title,
    rulesSince: scheme.effectiveFrom.toString(),
    body,
    claimedBy,
    may,
    conflicts,
    limits: limitRows(found),
    pause: pauseForms(found),
    waivers: waiverRows(found, may.waive ? `/desk/applications/${id}/waivers` : null),
    waivable:
      may.waive && eligibility
        ? waivableAmong(eligibility).map(({ id: value, title: label }) => ({ value, label }))
        : [],
    waiverReasons: items(waiverReasons),
    invoices: invoiceRows(found.invoices, '/desk/invoices'),
    eligibility: eligibility && eligibilityView(eligibility),
    signed: signed.map(({ id: factId, title, language, on }) => ({
      cells: [
        { text: title, href: `/evidence/signed-texts/${factId}` },
        { text: LANGUAGES[language] },
        { text: formatDate(on) },
      ],
    })),
    signedColumns: [{ label: 'Text' }, { label: 'Read and signed in' }, { label: 'On' }],
    examResults: examResults.map(examResultRow),
    /** The names of the domains, ready to be completed. */
    domainLines: domains.map((clause) => `${clause.id.replace(/^training\./, '')}: `).join('\n'),
    mayGrant: may.decide && state === 'admitted' && eligibility?.met === true,
    denialReasons: items(decisionReasons.denied),
    history: historyRows(
      [
        ...steps.map(({ move, at, by, note, reasons }) => ({
          title: named(stepWordsForStaff[move], by),
          at,
          text: [...reasons, note ?? ''].filter((text) => text !== '').join(' · '),
        })),
        ...found.happenings.map((one) => {
          return { title: named(happeningWordsForStaff[one.kind], one.by), at: one.at, text: aboutText(one, titles) };
        }),
      ],
      body.timeZone,
    ),
  };
}

function named(title: string, by: string | null): string {
  return by ? `${title}, ${by}` : title;
}
