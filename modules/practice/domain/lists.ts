/**
 * The closed lists an entry chooses from. There is no field for free text: what a person told, or who was supported,
 * must have no place to be written down (../README.md).
 */
export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}

export const KINDS = [
  { value: 'paid', label: 'Paid practice' },
  { value: 'volunteer', label: 'Volunteer practice' },
  {
    value: 'supervision',
    label: 'Supervision received',
    hint: 'Time your supervisor spent with you; counted apart from practice.',
  },
] as const satisfies readonly Choice[];

export type Kind = (typeof KINDS)[number]['value'];

/** The domains of the schemes that ship (content/schemes). A scheme with other domains adds its own here. */
export const DOMAINS: readonly Choice[] = [
  { value: 'advocacy', label: 'Advocacy' },
  { value: 'mentoring_education', label: 'Mentoring and education' },
  { value: 'recovery_wellness_support', label: 'Recovery and wellness support' },
  { value: 'ethical_responsibility', label: 'Ethical responsibility' },
];

export const METHODS: readonly Choice[] = [
  { value: 'one_to_one', label: 'One-to-one support' },
  { value: 'group', label: 'Peer-led group' },
  { value: 'mentorship', label: 'Mentorship' },
  { value: 'phone_online', label: 'Telephone or online support' },
  { value: 'crisis_support', label: 'Crisis support' },
  { value: 'recovery_planning', label: 'Wellness and recovery planning' },
  { value: 'individual_supervision', label: 'Supervision, individual' },
  { value: 'group_supervision', label: 'Supervision, in a group' },
  { value: 'observed_practice', label: 'Supervision, my practice was observed' },
];

export const SETTINGS: readonly Choice[] = [
  { value: 'clinic_hospital', label: 'Clinic or hospital' },
  { value: 'recovery_community', label: 'Recovery community center' },
  { value: 'emergency_department', label: 'Emergency department' },
  { value: 'justice', label: 'Justice setting' },
  { value: 'housing', label: 'Housing' },
  { value: 'school', label: 'School or college' },
  { value: 'outreach', label: 'Street or community outreach' },
  { value: 'online', label: 'Online or by telephone' },
  { value: 'other_community', label: 'Another community setting' },
];

export const ACTIVITIES: readonly Choice[] = [
  { value: 'support_conversation', label: 'Support conversation' },
  { value: 'group_session', label: 'Group session' },
  { value: 'planning_session', label: 'Planning session' },
  { value: 'linking_resources', label: 'Linking to resources' },
  { value: 'accompanying', label: 'Accompanying to an appointment' },
  { value: 'outreach', label: 'Outreach and first contact' },
  { value: 'teaching', label: 'Teaching or coaching a skill' },
  { value: 'advocacy_work', label: 'Advocacy work' },
  { value: 'team_work', label: 'Work with the team' },
  { value: 'records', label: 'Keeping records' },
  { value: 'supervision_session', label: 'Supervision session' },
];

/** Methods that are supervision, not practice; the two never mix in one entry. */
const SUPERVISION_METHODS = new Set(['individual_supervision', 'group_supervision', 'observed_practice']);

export function methodFits(kind: Kind, method: string): boolean {
  return SUPERVISION_METHODS.has(method) === (kind === 'supervision');
}

export function isOneOf(choices: readonly Choice[], value: string): boolean {
  return choices.some((choice) => choice.value === value);
}

/** The words for a code; the code itself where a later version no longer has it. */
export function labelOf(choices: readonly Choice[], value: string): string {
  return choices.find((choice) => choice.value === value)?.label ?? value;
}
