import { STRANGE, type Wrong } from './wrong.js';

/** About rules in the making, and certifications that end. */
export const schemes: Wrong[] = [
  {
    form: 'a withdrawal of a certification on no day',
    by: 'administrator',
    to: '/desk/scheme-withdrawals',
    shown: '/desk/scheme-withdrawals/new?scheme=icrc-pr',
    typed: { schemeCode: 'icrc-pr', withdrawnFrom: '2031-02-30', reason: STRANGE, confirmed: 'yes' },
    words: 'Enter the first day without new applications',
    kept: ['reason'],
  },
  {
    form: 'a draft of rules that is no YAML',
    by: 'administrator',
    to: '/desk/scheme-changes',
    shown: '/desk/scheme-changes/new',
    typed: { text: 'schemes: [', effectiveFrom: '2029-06-01' },
    words: 'Line',
    kept: ['text', 'effectiveFrom'],
  },
  {
    form: 'a draft of rules with nothing in it',
    by: 'administrator',
    to: '/desk/scheme-changes',
    shown: '/desk/scheme-changes/new',
    typed: { text: '', effectiveFrom: '2029-06-01' },
    words: 'text',
    kept: ['effectiveFrom'],
  },
  {
    form: 'a draft of rules on no day',
    by: 'administrator',
    to: '/desk/scheme-changes',
    shown: '/desk/scheme-changes/new',
    typed: { text: STRANGE, effectiveFrom: 'soon' },
    words: 'Enter the day from which the new rules hold',
    kept: ['text'],
  },
  {
    form: 'rules published unread',
    by: 'administrator',
    about: 'schemeDraft',
    to: '/desk/scheme-changes/:id/publications',
    shown: '/desk/scheme-changes/:id',
    typed: {},
    words: 'Confirm that you read the differences',
    kept: [],
  },
];
