import type { Actor, Role } from '../../../src/kernel/actor.js';
import { sayWord } from '../../../src/platform/translation/say.js';
import type { PageArea } from '../../../src/platform/views/page-context.js';

const TRAINEE: [href: string, label: string][] = [
  ['/home', 'Home'],
  ['/courses', 'Courses'],
  ['/practice', 'Practice'],
  ['/evidence', 'Evidence'],
  ['/applications', 'Applications'],
  ['/credentials', 'Certifications'],
  ['/consents', 'Sharing'],
];

/** Everybody who works for a certifying body. */
export const STAFF_ROLES: readonly Role[] = [
  'administrator',
  'reviewer',
  'decider',
  'registrar',
  'proctor',
  'item-author',
  'item-reviewer',
  'psychometrician',
  'item-judge',
  'content-author',
  'content-reviewer',
];

const STAFF: [href: string, label: string, roles: Role[]][] = [
  ['/home', 'Home', [...STAFF_ROLES]],
  ['/desk/applications', 'Applications', ['reviewer', 'decider', 'registrar']],
  ['/desk/evidence', 'Evidence', ['reviewer']],
  ['/desk/exam-authorisations', 'Exams', ['registrar']],
  ['/desk/approved-trainings', 'Training', ['registrar', 'administrator']],
  ['/desk/credentials', 'Register', ['registrar']],
  ['/desk/renewals', 'Renewals', ['registrar', 'decider']],
  ['/desk/invoices', 'Invoices', ['registrar']],
  ['/desk/complaints', 'Complaints', ['reviewer', 'decider', 'registrar', 'administrator']],
  ['/desk/appeals', 'Appeals', ['reviewer', 'decider', 'registrar', 'administrator']],
  ['/desk/item-bank', 'Exam items', ['item-author', 'item-reviewer', 'psychometrician']],
  ['/desk/exams', 'Exams sat here', ['psychometrician', 'proctor']],
  ['/desk/item-bank/judging', 'Items to judge', ['item-judge']],
  ['/authoring', 'Writing courses', ['content-author', 'content-reviewer']],
  ['/desk/people', 'People', ['registrar', 'administrator']],
  ['/teaching', 'Teaching', ['administrator']],
  ['/desk/staff', 'Staff', ['administrator']],
  ['/desk/settings', 'Settings', ['administrator']],
];

const EMPLOYER: [href: string, label: string][] = [
  ['/roster', 'Roster'],
  ['/roster/competencies', 'Competencies'],
  ['/teaching', 'Courses'],
  ['/verify', 'Check a credential'],
];

const VISITOR: [href: string, label: string][] = [
  ['/verify', 'Check a credential'],
  ['/sign-in', 'Sign in'],
  ['/register', 'Create an account'],
];

/** What somebody does most here; it decides which home page and navigation they get. */
export type Standpoint = 'visitor' | 'trainee' | 'staff' | 'employer';

export function standpointOf(actor: Actor): Standpoint {
  if (actor.kind !== 'person') return 'visitor';
  const kinds = new Set(actor.memberships.map((membership) => membership.organizationKind));
  if (kinds.has('certifying-body')) return 'staff';
  return kinds.has('employer') ? 'employer' : 'trainee';
}

/** So many fit on one line at 1280 pixels, with the name and the way out; “More” takes the place of the last. */
const MOST_ON_LINE = 8;

/** The areas of the header, for the one who reads the page at `path`. */
export function areasFor(actor: Actor, path: string): PageArea[] {
  const links = areaLinks(actor);
  const around = links.map(([href]) => href).filter((href) => path === href || path.startsWith(`${href}/`));
  const nearest = around.toSorted((a, b) => b.length - a.length)[0];
  const onLine = links.length > MOST_ON_LINE ? MOST_ON_LINE - 1 : links.length;
  return links.map(([href, label], at) => ({
    href,
    label: sayWord(label),
    current: href === nearest,
    ...(at >= onLine && { further: true }),
  }));
}

/** What somebody does at a training provider, beside what they do for themselves. */
function atProvider(actor: Actor): [href: string, label: string][] {
  const held = new Set(actor.kind === 'person' ? actor.memberships.map(({ role }) => role) : []);
  return [
    ...(held.has('instructor') ? [['/teaching', 'Teaching'] as [string, string]] : []),
    ...(held.has('provider-administrator')
      ? ([
          ['/desk/completions', 'Certificates'],
          ['/provider/staff', 'Staff'],
        ] as [string, string][])
      : []),
    ...(held.has('content-author') || held.has('content-reviewer')
      ? [['/authoring', 'Writing courses'] as [string, string]]
      : []),
  ];
}

function areaLinks(actor: Actor): (readonly [string, string, ...unknown[]])[] {
  switch (standpointOf(actor)) {
    case 'visitor':
      return VISITOR;
    case 'trainee':
      return [...TRAINEE, ...atProvider(actor)];
    case 'employer':
      return EMPLOYER;
    case 'staff': {
      const held = new Set(actor.kind === 'person' ? actor.memberships.map((membership) => membership.role) : []);
      return STAFF.filter(([, , roles]) => roles.some((role) => held.has(role)));
    }
  }
}
