import { invoiceRows } from '../../certification/invoices.public.js';
import { eligibilityView } from '../../schemes/schemes.public.js';
import { denialReasons } from '../domain/denial-reasons.js';
import type { DeskRenewal } from '../use-cases/read-renewal-desk.js';
import { formatDate } from '../../../src/platform/views/helpers/format.js';
import { conversation } from './conversation.js';

const LABELS: Partial<Record<DeskRenewal['state'], string>> = { denial_proposed: 'A denial waits for a second person' };

/**
 * One renewal as a registrar sees it.
 * @param typed what a form that could not be accepted held
 */
export function deskRenewalPage(renewal: DeskRenewal, typed: Readonly<Record<string, unknown>> = {}) {
  const { id, number, title, holder, own, state, late, termEndsOn, submittedOn, newExpiresOn, notes, fees, tree } =
    renewal;
  const { proposal, denial, may } = renewal;
  const waits = state === 'submitted' || state === 'denial_proposed';
  const mayAnswer = may.decide;
  return {
    heading: `Renewal of ${holder}`,
    id,
    holder,
    own: own && waits,
    state,
    label: LABELS[state],
    proposal,
    denial,
    maySecond: may.second,
    reasons: Object.entries(denialReasons).map(([value, label]) => ({ value, label })),
    mayAnswer,
    mayConfirm: mayAnswer && !fees.waits,
    waitsForFees: waits && fees.waits,
    invoices: invoiceRows(fees.invoices, '/desk/invoices'),
    rows: [
      { key: 'Credential', value: title },
      { key: 'Number', value: number },
      { key: 'Term ends on', value: formatDate(termEndsOn) },
      { key: 'Sent on', value: `${formatDate(submittedOn)}${late ? ', late' : ''}` },
      ...(newExpiresOn ? [{ key: 'Renewed through', value: formatDate(newExpiresOn) }] : []),
    ],
    // Of a confirmed renewal the tree is that of the next term, which it says nothing about.
    requirements: state === 'confirmed' ? null : eligibilityView(tree),
    conversation: conversation(notes, { registrar: 'Returned by the registrar', holder: `Answer of ${holder}` }),
    unsent: mayAnswer ? null : typed['note'],
  };
}
