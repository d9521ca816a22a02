import type { Actor, Role } from '../../../src/kernel/actor.js';
import type { ApplicationState } from '../../certification/certification.public.js';
import type { StaffHome } from '../use-cases/read-staff-home.js';
import { EXAM_ROOMS, ITEM_BANK, type Work } from './staff-exam-work.js';

const WAITING: [state: ApplicationState, label: string, note: string][] = [
  ['submitted', 'waiting for a reviewer', 'Take one and read it'],
  ['under_review', 'under review', 'Return it with notes, or admit it'],
  ['admitted', 'admitted', 'Record the exam, then decide'],
  ['returned', 'with the applicant', 'Nothing to do until they send it again'],
];

const APPLICATION_ROLES: readonly Role[] = ['administrator', 'reviewer', 'decider', 'registrar'];

const COURSES: Work[] = [
  [
    'content-reviewer',
    'Review courses',
    '/authoring',
    'Others wrote them; you read them as learners will',
    'coursesToReview',
    'to review',
  ],
  ['content-reviewer', 'Publish courses', '/authoring', 'Reviewed drafts of others', 'coursesToPublish', 'to publish'],
  ['content-author', 'Write courses', '/authoring', 'The next version of a course', 'coursesToAnswer', 'to answer'],
];

const ADMINISTRATOR: Work[] = [
  [
    'administrator',
    'A lost second factor',
    '/desk/people',
    'An app and recovery codes are gone',
    'removals',
    'to confirm',
  ],
  [
    'administrator',
    'Hand out complaints',
    '/desk/complaints',
    'To somebody who had no part in it',
    'complaints_unassigned',
  ],
  ['administrator', 'Hand out appeals', '/desk/appeals', 'To somebody who did not decide before', 'appeals_unassigned'],
  [
    'administrator',
    'Drafts of rules',
    '/desk/scheme-changes',
    'Whom a change touches; two of you publish it',
    'drafts',
    'by a colleague',
  ],
  ['administrator', 'Who read sealed words', '/desk/exams/readings', 'Each look at an item, a challenge or a ruling'],
  [
    'administrator',
    'Exams sat here',
    '/desk/exams',
    'Approve forms as a second person, see who sits',
    'forms',
    'to approve',
  ],
  [
    'administrator',
    'Rescoring',
    '/desk/exams/rescorings',
    'Approve as a second person; nobody loses a pass',
    'secondWords',
    'for a second person',
  ],
  [
    'administrator',
    'Accommodations',
    '/desk/accommodations',
    'What helps people in quizzes and exams; never why',
    'accommodations',
    'asked for',
  ],
  ['administrator', 'Staff and roles', '/desk/staff', 'Who may do what at this body'],
  ['administrator', 'Withdraw a certification', '/desk/scheme-withdrawals', 'Take no new applications from a day on'],
  ['administrator', 'Settings', '/desk/settings', 'What the body promises and keeps'],
];

const REGISTRAR: Work[] = [
  ['registrar', 'Record exam results', '/desk/applications?state=admitted', 'The score report of the exam center'],
  [
    'registrar',
    'Lists of exam results',
    '/desk/exam-results/new',
    'Checked lists wait for your confirmation',
    'imports',
    'to confirm',
  ],
  [
    'registrar',
    'Authorizations to test',
    '/desk/exam-authorisations',
    'Given out, the result is still to come',
    'authorisations',
    'under way',
  ],
  [
    'registrar',
    'Background answers',
    '/desk/applications?waits=background',
    'The person was heard; read what they answered',
    'background',
    'answered',
  ],
  [
    'registrar',
    'Accommodations',
    '/desk/accommodations',
    'What helps people in quizzes and exams; never why',
    'accommodations',
    'asked for',
  ],
  ['registrar', 'Keep the register', '/desk/credentials', 'Suspend, reinstate, revoke'],
  ['registrar', 'Confirm renewals', '/desk/renewals', 'Terms that end first come first', 'renewals'],
  [
    'registrar',
    'Requests for more time',
    '/desk/extensions',
    'A stage that ends before everything is there',
    'extensions',
  ],
  [
    'registrar',
    'Certificates in preparation',
    '/desk/documents',
    'Names that need a decision before they are printed',
    'documents',
    'held',
  ],
  [
    'registrar',
    'Certificates of completion',
    '/desk/completions',
    'Names on certificates of courses that need a decision before they are printed',
    'completions',
    'held',
  ],
  ['registrar', 'Invoices', '/desk/invoices', 'Record what was paid', 'invoices', 'open'],
  ['registrar', 'Approved training', '/desk/approved-trainings', 'The list that people choose from'],
  [
    'registrar',
    'Complaints that you handle',
    '/desk/complaints',
    'Read both sides, then say what was found',
    'complaints_mine',
  ],
  [
    'registrar',
    'Outcomes for the register',
    '/desk/complaints',
    'Decided complaints whose day has come and that the register does not show yet',
    'outcomes_to_register',
  ],
  ['registrar', 'Appeals that you handle', '/desk/appeals', 'Look at the grounds, one by one', 'appeals_mine'],
  ['registrar', 'Requests for erasure', '/desk/erasures', 'Say how long your legal file needs a name', 'erasures'],
  ['registrar', 'Help at the desk', '/desk/people', 'Somebody who lost their mailbox'],
];

const WORK: Work[] = [
  [
    'reviewer',
    'Your applications',
    '/desk/applications?claimed=mine',
    'What you took and is not decided',
    'mine',
    'with you',
  ],
  [
    'reviewer',
    'Read applications',
    '/desk/applications?state=submitted&claimed=nobody',
    'Check each clause against its evidence',
    'unclaimed',
  ],
  ['reviewer', 'Promised within a week', '/desk/applications?due=7', 'The day we promised an answer by', 'due', 'due'],
  [
    'reviewer',
    'Accept or return evidence',
    '/desk/evidence',
    'Outside training, documents, continuing education',
    'evidence',
  ],
  [
    'reviewer',
    'Letters of reference',
    '/desk/applications?waits=reference',
    'They came in; read and accept them',
    'references',
    'to read',
  ],
  ...EXAM_ROOMS,
  ...REGISTRAR,
  ['decider', 'Decide', '/desk/applications?state=admitted', 'Never on someone you trained, examined or supervised'],
  [
    'decider',
    'Second word on a renewal',
    '/desk/renewals',
    'A denial was proposed; agree to it or not',
    'renewals_second',
  ],
  ['decider', 'Decide complaints', '/desk/complaints', 'On the finding, two of you', 'complaints_decide'],
  ['decider', 'Decide appeals', '/desk/appeals', 'Never one of your own decisions', 'appeals_decide'],
  ...ITEM_BANK,
  ...COURSES,
  ...ADMINISTRATOR,
];

/** The home page of a certifying body's staff: what waits, and the work of each role they hold. */
export function staffHomePage(actor: Actor, { states, waiting }: StaffHome) {
  const held = new Set(actor.kind === 'person' ? actor.memberships.map(({ role }) => role) : []);
  const work = WORK.filter(([role]) => held.has(role)).map(([, title, href, text, counts, words = 'waiting']) => {
    const count = counts ? waiting[counts] : 0;
    return { title, href, text, count, meta: count > 0 ? `${count} ${words}` : null };
  });
  const files = {
    title: 'Sealed case files',
    href: '/desk/case-files',
    text: 'You are named as a reader',
    count: waiting.files,
  };
  return {
    // Who works with exam items alone has nothing to do with applications.
    stats: APPLICATION_ROLES.some((role) => held.has(role))
      ? WAITING.map(([state, label, note]) => ({
          value: states.find((one) => one.state === state)?.count ?? 0,
          label,
          note,
          href: `/desk/applications?state=${state}`,
        }))
      : null,
    waiting: [
      ...work.filter(({ count }) => count > 0),
      ...(files.count > 0 ? [{ ...files, meta: `${files.count} to open` }] : []),
    ],
    work: work.filter(({ count }) => count === 0),
  };
}
