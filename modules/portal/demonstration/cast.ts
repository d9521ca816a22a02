import type { OrganizationKind, Role } from '../../../src/kernel/actor.js';

/** Every name, address and organization here is invented; `.example` addresses can never receive mail (RFC 2606). */
export interface CastOrganization {
  kind: OrganizationKind;
  slug: string;
  name: string;
  address: string;
  timeZone: string;
  contactEmail: string;
  scopeStatement?: string;
}

export interface CastMember {
  role: Role;
  organization: string;
  legalName: string;
  chosenName?: string;
  email: string;
  /** What the sign-in is called where several people have one role. */
  as?: string;
}

export const BODY = 'north-harbor';
export const EMPLOYER = 'lantern-house';
export const SCHEME = 'icrc-pr';
export const COURSE = 'recovery-oriented-practice';

/** One password for all invented people; fifteen characters and more, as the product asks of everybody. */
export const PASSWORD = 'harbor lights at dawn';

export const organizations: CastOrganization[] = [
  {
    kind: 'certifying-body',
    slug: BODY,
    name: 'North Harbor Peer Certification Board (invented)',
    address: '1 Example Quay\nNorth Harbor, NH 00000',
    timeZone: 'America/New_York',
    contactEmail: 'desk@north-harbor.example',
    scopeStatement: 'Peer recovery support in communities, clinics and recovery centers',
  },
  {
    // Runs the sample rules of other boards, to hold the same evidence against; nobody works there.
    kind: 'certifying-body',
    slug: 'four-rivers',
    name: 'Four Rivers Certification Exchange (invented)',
    address: '4 Example Crossing\nFour Rivers, FR 00000',
    timeZone: 'America/Chicago',
    contactEmail: 'desk@four-rivers.example',
    scopeStatement: 'Samples of rules of other boards, none of them confirmed',
  },
  {
    kind: 'employer',
    slug: EMPLOYER,
    name: 'Lantern House Recovery Center (invented)',
    address: '22 Example Street\nNorth Harbor, NH 00000',
    timeZone: 'America/New_York',
    contactEmail: 'office@lantern-house.example',
  },
  {
    kind: 'training-provider',
    slug: 'open-door-learning',
    name: 'Open Door Learning (invented)',
    address: '3 Example Lane\nNorth Harbor, NH 00000',
    timeZone: 'America/New_York',
    contactEmail: 'hello@open-door.example',
  },
];

export const staff: CastMember[] = [
  { role: 'administrator', organization: BODY, legalName: 'Ada Quill', email: 'administrator@north-harbor.example' },
  { role: 'reviewer', organization: BODY, legalName: 'Ruben Vale', email: 'reviewer@north-harbor.example' },
  { role: 'decider', organization: BODY, legalName: 'Dana Osei', email: 'decider@north-harbor.example' },
  { role: 'registrar', organization: BODY, legalName: 'Rosa Lindqvist', email: 'registrar@north-harbor.example' },
  { role: 'proctor', organization: BODY, legalName: 'Nell Garrow', email: 'proctor@north-harbor.example' },
  // Two decide, and rules are published by another administrator than the one who drafted them.
  {
    role: 'administrator',
    as: 'second administrator',
    organization: BODY,
    legalName: 'Ines Calder',
    email: 'administration@north-harbor.example',
  },
  {
    role: 'decider',
    as: 'second decider',
    organization: BODY,
    legalName: 'Theo Marsh',
    email: 'decisions@north-harbor.example',
  },
  { role: 'item-author', organization: BODY, legalName: 'Iris Fenn', email: 'author@north-harbor.example' },
  { role: 'item-reviewer', organization: BODY, legalName: 'Ivo Lark', email: 'item-reviewer@north-harbor.example' },
  {
    role: 'psychometrician',
    organization: BODY,
    legalName: 'Petra Quist',
    email: 'psychometrician@north-harbor.example',
  },
  { role: 'item-judge', organization: BODY, legalName: 'Jonah Reed', email: 'judge@north-harbor.example' },
  { role: 'item-judge', organization: BODY, legalName: 'Judith Marsh', email: 'second-judge@north-harbor.example' },
  {
    role: 'provider-administrator',
    organization: 'open-door-learning',
    legalName: 'Odile Brandt',
    email: 'administration@open-door.example',
  },
  {
    role: 'instructor',
    organization: 'open-door-learning',
    legalName: 'Paolo Rivers',
    email: 'instructor@open-door.example',
  },
  {
    role: 'content-author',
    organization: 'open-door-learning',
    legalName: 'Wren Hollis',
    email: 'author@open-door.example',
  },
  {
    role: 'content-reviewer',
    organization: 'open-door-learning',
    legalName: 'Marta Oakes',
    email: 'reviewer@open-door.example',
  },
  { role: 'roster-manager', organization: EMPLOYER, legalName: 'Emil Hart', email: 'roster@lantern-house.example' },
];

/** The supervisor of the invented trainees; signs by mailed link and has no account. */
export const supervisor = { name: 'Samira Okafor', email: 'samira.okafor@lantern-house.example' };
