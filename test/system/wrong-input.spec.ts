import { useApp } from '../support/app.js';
import { openSession } from '../support/caller.js';
import { visitor } from '../support/visitor.js';
import { seedWorld, type CallerKind, type World } from '../support/world.js';
import type { ObjectKind } from '../support/world-things.js';

/** What a form is sent that it cannot take. */
interface Wrong {
  form: string;
  by: Exclude<CallerKind, 'nobody'>;
  /** What `:id` names. */
  about?: ObjectKind;
  /** The page with the form; where nothing is said, the address itself without its last part. */
  shown?: string;
  to: string;
  typed: Record<string, string | string[]>;
  /** What the person is told. */
  words: string;
  /** The fields whose text is still there. */
  kept: string[];
}

const long = (letters: number) => 'ü'.repeat(letters + 1);
const STRANGE = '<b>“O’Neill” & ليلى\u0301</b>';

const course = {
  schemeCode: 'icrc-pr',
  provider: 'Kept provider',
  title: STRANGE,
  delivery: 'self_paced',
  live: 'no',
  validFrom: '2028-01-01',
};
const evidence: Wrong[] = (
  [
    {
      form: 'a course with nothing in it',
      typed: { title: '', provider: 'Kept provider' },
      words: 'Enter the code of the scheme',
      kept: ['provider'],
    },
    {
      form: 'a course with a day that is not there',
      typed: { ...course, validFrom: '2028-02-30' },
      words: 'date',
      kept: ['provider', 'title', 'validFrom'],
    },
    {
      form: 'a course with a last day in other words',
      typed: { ...course, validTo: 'soon', time_advocacyHours: '2' },
      words: 'last day',
      kept: ['title', 'time_advocacyHours'],
    },
    {
      form: 'a course with a title too long',
      typed: { ...course, title: long(300), time_advocacyHours: '2' },
      words: 'at most 300 characters',
      kept: ['title'],
    },
    {
      form: 'a course with an address for its code',
      typed: { ...course, courseCode: '/courses/first', time_advocacyHours: '2' },
      words: 'Enter the code at the end of the course',
      kept: ['courseCode', 'title'],
    },
    { form: 'a course without time', typed: course, words: 'Enter the time for at least one topic', kept: ['title'] },
    {
      form: 'a course with half minutes',
      typed: { ...course, time_advocacyHours: '1.5' },
      words: 'Enter whole hours and minutes',
      kept: ['time_advocacyHours'],
    },
  ] satisfies Partial<Wrong>[] as (Omit<Wrong, 'by' | 'to'> & Partial<Wrong>)[]
).map((row) => ({
  by: 'registrar' as const,
  to: '/desk/approved-trainings',
  shown: '/desk/approved-trainings/new',
  ...row,
}));
const decisions: Wrong[] = (
  [
    {
      form: 'an approval withdrawn without a reason',
      typed: { effectiveOn: '2028-06-01', reason: ' ' },
      words: 'Write why the approval ends',
      kept: ['effectiveOn'],
    },
    {
      form: 'an approval withdrawn for a reason too long',
      typed: { effectiveOn: '2028-06-01', reason: long(1000) },
      words: 'at most 1000 characters',
      kept: ['effectiveOn', 'reason'],
    },
    {
      form: 'an approval withdrawn before it began',
      typed: { effectiveOn: '1999-06-01', reason: STRANGE },
      words: 'on or after the first day',
      kept: ['effectiveOn', 'reason'],
    },
  ] satisfies Partial<Wrong>[] as (Omit<Wrong, 'by' | 'to'> & Partial<Wrong>)[]
).map((row) => ({
  by: 'registrar' as const,
  about: 'approvedCourse' as const,
  to: '/desk/approved-trainings/:id/withdrawals',
  shown: '/desk/approved-trainings/:id/withdrawals/new',
  ...row,
}));
const reviews: Wrong[] = (
  [
    {
      form: 'evidence returned without a note',
      typed: { revision: '1', outcome: 'returned', note: '' },
      words: 'Write what is needed',
      kept: [],
    },
    {
      form: 'evidence answered with a note too long',
      typed: { revision: '1', outcome: 'returned', note: long(2000) },
      words: 'at most 2000 characters',
      kept: ['note'],
    },
    {
      form: 'evidence of a category that nobody knows',
      typed: { revision: '1', outcome: 'accepted', category: 'astrology', note: STRANGE },
      words: 'Choose what kind of training it was',
      kept: ['note'],
    },
    {
      form: 'evidence under an approval that is none',
      typed: { revision: '1', outcome: 'accepted', approvedCourseId: 'x', note: STRANGE },
      words: 'Choose a course of the register',
      kept: ['note'],
    },
    {
      form: 'evidence with a figure in words',
      typed: { revision: '1', outcome: 'accepted', number: 'thirty', note: STRANGE },
      words: 'Enter a whole number',
      kept: ['note'],
    },
  ] satisfies Partial<Wrong>[] as (Omit<Wrong, 'by' | 'to'> & Partial<Wrong>)[]
).map((row) => ({
  by: 'reviewer' as const,
  about: 'submission' as const,
  to: '/desk/evidence/:id/reviews',
  shown: '/desk/evidence/:id',
  ...row,
}));

const application = '/desk/applications/:id';
const cases: Wrong[] = (
  [
    {
      form: 'a waiver of nothing',
      by: 'registrar',
      to: `${application}/waivers`,
      typed: { clauseId: '', reason: STRANGE },
      words: 'Choose the requirement',
      kept: [],
    },
    {
      form: 'a pause without a reason',
      by: 'registrar',
      to: `${application}/pauses`,
      typed: { reason: 'tired' },
      words: 'Choose what is waited for',
      kept: [],
    },
    {
      form: 'a return with a note too long',
      by: 'reviewer',
      to: `${application}/reviews`,
      typed: { outcome: 'returned', note: long(10_000) },
      words: 'at most 10,000 characters',
      kept: [],
    },
    {
      form: 'an exam result in words',
      by: 'registrar',
      to: `${application}/exam-results`,
      typed: { satOn: '2028-02-30', score: 'good', centre: STRANGE, reference: 'R' },
      words: 'Enter the score as a whole number',
      kept: [],
    },
    {
      form: 'a decision without a reason',
      by: 'decider',
      to: `${application}/decisions`,
      typed: { outcome: 'denied', note: STRANGE },
      words: 'Choose at least one reason',
      kept: [],
    },
    {
      form: 'a background result with nothing in it',
      by: 'registrar',
      to: `${application}/background-checks`,
      shown: `${application}/background-checks`,
      typed: { provider: ' ', reference: STRANGE, checkedOn: 'soon' },
      words: 'Enter who made the check',
      kept: [],
    },
    {
      form: 'a question without a day',
      by: 'registrar',
      to: `${application}/background-questions`,
      shown: `${application}/background-checks`,
      typed: { answerUntil: 'soon' },
      words: 'Enter the last day for an answer',
      kept: [],
    },
    {
      form: 'an authorisation for no centre',
      by: 'registrar',
      to: `${application}/exam-authorisations`,
      shown: `${application}/exam-authorisations/new`,
      typed: { centre: long(200), booking: STRANGE, validTo: 'soon' },
      words: 'at most 200 characters',
      kept: ['centre', 'booking'],
    },
    {
      form: 'an authorisation with an adjustment in words',
      by: 'registrar',
      to: `${application}/exam-authorisations`,
      shown: `${application}/exam-authorisations/new`,
      typed: { centre: 'Kept', booking: STRANGE, adjustments: ['because of an illness'] },
      words: 'Choose from the list of adjustments',
      kept: ['centre', 'booking'],
    },
  ] satisfies Partial<Wrong>[] as (Omit<Wrong, 'by' | 'to'> & Partial<Wrong>)[]
).map((row) => ({ about: 'application' as const, shown: application, ...row }) as Wrong);

const others: Wrong[] = [
  {
    form: 'an authorisation withdrawn for a reason too long',
    by: 'registrar',
    about: 'examAuthorisation',
    to: '/desk/exam-authorisations/:id/withdrawals',
    shown: '/desk/exam-authorisations/:id/withdrawals/new',
    typed: { reason: long(500) },
    words: 'at most 500 characters',
    kept: ['reason'],
  },
  {
    form: 'a list of results without a file',
    by: 'registrar',
    to: '/desk/exam-results',
    shown: '/desk/exam-results/new',
    typed: {},
    words: 'list',
    kept: [],
  },
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
    form: 'a reference by nobody',
    by: 'owner',
    about: 'application',
    to: '/applications/:id/references',
    shown: '/applications/:id/references',
    typed: { code: 'colleague', name: STRANGE, email: 'nobody' },
    words: 'Enter an e-mail address',
    kept: [],
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
  {
    form: 'a complaint without words',
    by: 'stranger',
    to: '/complaints',
    shown: '/complaints/new',
    typed: { number: 'Kept number', eventOn: 'soon', allegations: [], sealedText: STRANGE },
    words: 'Enter the day it happened',
    kept: ['number', 'sealedText'],
  },
  {
    form: 'a complaint that is too long',
    by: 'stranger',
    to: '/complaints',
    shown: '/complaints/new',
    typed: { number: 'Kept number', eventOn: '2028-09-01', allegations: ['boundaries'], sealedText: long(20_000) },
    words: 'at most 20,000 characters',
    kept: ['number', 'sealedText'],
  },
  {
    form: 'a complaint from no address',
    by: 'stranger',
    to: '/complaints',
    shown: '/complaints/new',
    typed: {
      number: 'Kept number',
      eventOn: '2028-09-01',
      allegations: ['boundaries'],
      sealedText: STRANGE,
      sealedEmail: 'nobody',
    },
    words: 'Enter an e-mail address',
    kept: ['number', 'sealedText', 'sealedEmail'],
  },
  {
    form: 'a complaint handed to nobody',
    by: 'administrator',
    about: 'complaint',
    to: '/desk/complaints/:id/assignments',
    shown: '/desk/complaints/:id',
    typed: { handlerId: '' },
    words: 'Choose a colleague',
    kept: [],
  },
  {
    form: 'a finding in words',
    by: 'reviewer',
    about: 'complaint',
    to: '/desk/complaints/:id/findings',
    shown: '/desk/complaints/:id',
    typed: { borneOut: Array.from({ length: 11 }, (_, at) => `code ${at}`) },
    words: 'Choose from the list',
    kept: [],
  },
  {
    form: 'an appeal without a reason',
    by: 'owner',
    about: 'decision',
    to: '/appeals',
    shown: '/appeals',
    typed: { decisionId: ':id', sealedText: STRANGE },
    words: 'Choose at least one reason',
    kept: ['sealedText'],
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

describe('wrong input', () => {
  const test = useApp();
  let world: World;

  beforeAll(async () => {
    world = await seedWorld(test);
  }, 60_000);

  it.each([...evidence, ...decisions, ...reviews, ...cases, ...others])(
    'in $form is told in plain words, and what was typed is still there',
    async ({ by, about, shown, to, typed, words, kept }) => {
      const id = about ? await world.object(about) : '';
      const page = visitor(test, await openSession(test, world.callers[by], 'page'));
      const at = (path: string) => path.replace(':id', id);
      expect((await page.get(at(shown ?? to))).status).toBe(200);
      const sent = Object.entries(typed).map(([field, value]) => [field, value === ':id' ? id : value]);
      const answer = await page.post(at(to), { bodyId: world.bodyId, ...Object.fromEntries(sent) });
      expect(answer.status).toBe(422);
      const text = read(answer.text);
      expect(text).toContain(words);
      for (const field of kept) expect(text).toContain(String(typed[field]));
      expect(text.replaceAll(/<[^>]*>/g, ' ')).not.toMatch(/invalid|failed|rejected|undefined|\[object/i);
    },
  );
});

/** The page as it is read, with what its fields hold. */
function read(html: string): string {
  const named: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };
  return html
    .replaceAll(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(parseInt(code, 16)))
    .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll(/&(?:lt|gt|quot|amp);/g, (one) => named[one] ?? one);
}
