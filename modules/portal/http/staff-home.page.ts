import type { Actor, Role } from '../../../src/kernel/actor.js';
import type { ApplicationState } from '../../certification/certification.public.js';

const WAITING: [state: ApplicationState, label: string, note: string][] = [
  ['submitted', 'waiting for a reviewer', 'Take one and read it'],
  ['under_review', 'under review', 'Return it with notes, or admit it'],
  ['admitted', 'admitted', 'Record the exam, then decide'],
  ['returned', 'with the applicant', 'Nothing to do until they send it again'],
];

const WORK: [role: Role, title: string, href: string, hint: string][] = [
  ['reviewer', 'Read applications', '/desk/applications', 'Check each clause against its evidence'],
  ['reviewer', 'Accept or return evidence', '/desk/evidence', 'Outside training, documents, continuing education'],
  ['registrar', 'Record exam results', '/desk/applications?state=admitted', 'The score report of the exam center'],
  ['decider', 'Decide', '/desk/applications?state=admitted', 'Never on someone you trained, examined or supervised'],
  ['registrar', 'Keep the register', '/desk/credentials', 'Suspend, reinstate, revoke'],
  ['registrar', 'Confirm renewals', '/desk/renewals', 'Terms that end first come first'],
  ['registrar', 'Certificates in preparation', '/desk/documents', 'Names that need a decision before they are printed'],
  ['registrar', 'Help at the desk', '/desk/people', 'Somebody who lost their mailbox'],
  ['administrator', 'A lost second factor', '/desk/people', 'Somebody whose app and recovery codes are gone'],
  ['administrator', 'Hand out complaints', '/desk/complaints', 'To somebody who had no part in it'],
  ['administrator', 'Hand out appeals', '/desk/appeals', 'To somebody who did not decide before'],
  ['decider', 'Decide complaints', '/desk/complaints', 'On the finding, two of you'],
  ['decider', 'Decide appeals', '/desk/appeals', 'Never one of your own decisions'],
  ['administrator', 'Staff and roles', '/desk/staff', 'Who may do what at this body'],
];

/** The home page of a certifying body's staff: what waits, and the work of each role they hold. */
export function staffHomePage(actor: Actor, waiting: { state: ApplicationState; count: number }[]) {
  const held = new Set(actor.kind === 'person' ? actor.memberships.map(({ role }) => role) : []);
  return {
    stats: WAITING.map(([state, label, note]) => ({
      value: waiting.find((one) => one.state === state)?.count ?? 0,
      label,
      note,
      href: `/desk/applications?state=${state}`,
    })),
    work: WORK.filter(([role]) => held.has(role)).map(([, title, href, hint]) => ({ title, href, text: hint })),
  };
}
