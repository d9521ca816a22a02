export const SITTING_STATES = ['open', 'submitted', 'time_up', 'voided'] as const;
export type SittingState = (typeof SITTING_STATES)[number];

/** Every move of a sitting; the same table is in the database (`sitting_move`), and nothing else writes the state. */
export const sittingMoves = {
  /** The person hands it in. */
  submit: { from: ['open'], to: 'submitted' },
  /** Its time ended: what was saved counts. */
  run_out: { from: ['open'], to: 'time_up' },
  /** It does not count, and no attempt is used. */
  void: { from: ['open'], to: 'voided' },
  /** The same of one that is over and did not pass, by two people. */
  void_after: { from: ['submitted', 'time_up'], to: 'voided' },
} as const satisfies Record<string, { from: readonly SittingState[]; to: SittingState }>;
export type SittingMove = keyof typeof sittingMoves;

export const sittingWords: Record<SittingState, string> = {
  open: 'Under way',
  submitted: 'Handed in',
  time_up: 'Ended by time',
  voided: 'Does not count',
};

/** Why a sitting does not count. */
export const voidReasons = {
  identity: 'Who sat could not be confirmed',
  disturbance: 'A disturbance in the room',
  technical: 'Technical trouble that time given back could not make good',
  left: 'The person had to leave',
  conduct: 'The rules of the exam were not kept',
  wrong_form: 'The exam was opened by mistake',
} as const;
export type VoidReason = keyof typeof voidReasons;

/** Why time is given back. */
export const outageReasons = {
  power: 'Power',
  network: 'Network',
  server: 'Our server',
  building: 'The building, such as a fire alarm',
  device: 'A device at the desk',
  other: 'Another interruption nobody there could help',
} as const;
export type OutageReason = keyof typeof outageReasons;
