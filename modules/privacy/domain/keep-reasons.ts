/** Why a body's legal file needs a person's name for longer, or that it does not: chosen, never typed. */
export const keepReasons = {
  decision_open: 'A decision is open, or can still be appealed',
  complaint_open: 'A complaint is being looked into',
  law: 'The law asks us to keep it until that day',
} as const satisfies Record<string, string>;

export type KeepReason = keyof typeof keepReasons;

export const KEEP_REASONS = Object.keys(keepReasons) as KeepReason[];
