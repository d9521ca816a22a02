import { pageLinks } from '../../../src/platform/http/paging.js';
import { formatCount, formatDate, formatInstant } from '../../../src/platform/views/helpers/format.js';
import type { OfferedScheme, WithdrawalImpact } from '../use-cases/read-withdrawal.js';

export const WITHDRAWALS = '/desk/scheme-withdrawals';

/** The certifications of a body, and which of them take new applications. */
export function withdrawalsPage(schemes: readonly OfferedScheme[]) {
  return {
    columns: [{ label: 'Certification' }, { label: 'Certifying body' }, { label: 'New applications' }],
    rows: schemes.map(({ code, title, bodyId, bodyName, withdrawn }) => ({
      cells: [
        withdrawn ? { text: title } : { text: title, href: newHref({ code, bodyId }) },
        { text: bodyName },
        withdrawn
          ? { text: `Until ${formatDate(withdrawn.from.subtract({ days: 1 }))}`, note: withdrawn.reason }
          : { text: 'Are taken' },
      ],
    })),
  };
}

/** One certification, whom its withdrawal touches, and the form. */
export function withdrawalPage({ scheme, open, next, counts, timeZone }: WithdrawalImpact, after: string | undefined) {
  const { code, title, bodyId, bodyName, withdrawn } = scheme;
  return {
    action: WITHDRAWALS,
    code,
    title,
    bodyId,
    bodyName,
    withdrawn: withdrawn && { from: withdrawn.from.toString(), reason: withdrawn.reason },
    sent: formatCount(counts.sent, 'application'),
    drafts: counts.drafts > 0 ? formatCount(counts.drafts, 'application') : null,
    columns: [{ label: 'Applicant' }, { label: 'Where it stands' }, { label: 'Since' }],
    rows: open.map(({ id, name, number, state, since }) => ({
      cells: [
        { text: name, note: number, href: `/desk/applications/${id}` },
        { state },
        { text: formatInstant(since, timeZone) },
      ],
    })),
    pages: pageLinks(`${WITHDRAWALS}/new`, { scheme: code, body: bodyId }, { after, next }),
    confirmation: [{ value: 'yes', label: 'I looked at whom this touches, and know that it cannot be taken back.' }],
  };
}

function newHref({ code, bodyId }: { code: string; bodyId: string }): string {
  return `${WITHDRAWALS}/new?${new URLSearchParams({ scheme: code, body: bodyId }).toString()}`;
}
