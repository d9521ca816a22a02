import { long, type Wrong } from './wrong.js';

/** About money, conflicts of interest and sealed files. */
export const desk: Wrong[] = [
  {
    form: 'a payment without its number',
    by: 'registrar',
    about: 'invoice',
    to: '/desk/invoices/:id/payments',
    shown: '/desk/invoices/:id',
    typed: { reference: '' },
    words: 'Enter the number of the payment',
    kept: [],
  },
  {
    form: 'a fee waived without a word',
    by: 'registrar',
    about: 'invoice',
    to: '/desk/invoices/:id/waivers',
    shown: '/desk/invoices/:id',
    typed: { reasonCode: 'hardship', note: long(1000) },
    words: 'in at most 1,000 characters',
    kept: ['note'],
  },
  {
    form: 'a conflict with nobody',
    by: 'reviewer',
    to: '/desk/conflicts',
    shown: '/desk/conflicts',
    typed: { personNumber: long(40), kind: 'friend' },
    words: 'A person number is shorter',
    kept: ['personNumber'],
  },
  {
    form: 'a reader of a sealed file for no reason',
    by: 'administrator',
    about: 'caseFile',
    to: '/desk/case-files/:id/readers',
    shown: '/desk/case-files/:id',
    typed: { readerId: '', reason: 'curiosity' },
    words: 'Choose a colleague',
    kept: [],
  },
  {
    form: 'files kept for no time',
    by: 'administrator',
    to: '/desk/case-files/retentions',
    shown: '/desk/case-files',
    typed: { kind: 'reference', months: '0' },
    words: 'Enter at least one month',
    kept: [],
  },
];
