/** What a body may set for itself: whole numbers in a range, with what holds where it set nothing. */
export const BODY_SETTINGS = {
  kept_apart_months: {
    otherwise: 24,
    min: 1,
    max: 120,
    label: 'Months during which who trained, supervised or examined a person decides nothing about them',
    hint: 'ISO/IEC 17024 (5.2) says two years; a shorter time needs a justification.',
  },
  claim_kept_hours: {
    otherwise: 120,
    min: 1,
    max: 2000,
    label: 'Hours after which an application that nobody works on goes back to the queue',
    hint: 'Counted from the last time the reviewer took it on.',
  },
  warn_days: {
    otherwise: 5,
    min: 1,
    max: 60,
    label: 'Days before the end of a time limit on which reviewers and administrators get a letter',
    hint: 'They get another one on the last day, and one when it has passed.',
  },
  fee_before_review: {
    otherwise: 0,
    min: 0,
    max: 1,
    label: 'Whether the application fee is paid or waived before a review begins',
    hint: 'If yes, an application with an open fee waits.',
  },
} as const satisfies Record<string, BodySettingKind>;

interface BodySettingKind {
  /** What holds until the body sets something. */
  otherwise: number;
  min: number;
  max: number;
  label: string;
  hint: string;
}

export type BodySettingCode = keyof typeof BODY_SETTINGS;
export type BodySettings = Readonly<Record<BodySettingCode, number>>;

export const BODY_SETTING_CODES = Object.keys(BODY_SETTINGS) as BodySettingCode[];

/** Whether a body may set this value. */
export function isAllowed(code: BodySettingCode, value: number): boolean {
  const { min, max } = BODY_SETTINGS[code];
  return Number.isInteger(value) && value >= min && value <= max;
}
