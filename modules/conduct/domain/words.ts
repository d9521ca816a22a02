// Codes are kept for good, in the database and in letters; their words may be bettered. What people tell in their own words
// is in the sealed case file and nowhere else.

/** What a complaint is about, told to the holder by kind. From the domains of codes of ethics, not from any one board's. */
export const allegations = {
  confidentiality: 'Confidentiality was not kept',
  boundaries: 'Personal or financial boundaries were not kept',
  safety: 'Somebody’s safety was put at risk',
  dignity: 'Somebody was not treated with dignity or respect',
  honesty: 'Records, hours or a title were not told truthfully',
  scope: 'Services went beyond the certified role',
  impairment: 'Services were given while not able to give them safely',
  other: 'Another part of the code of ethics',
} as const;

export const notTakenUpReasons = {
  out_of_time: 'It happened longer ago than the rules allow a complaint to be heard',
  outside_scope: 'It is not about the code of ethics or the rules of the certification',
  already_decided: 'It was decided before',
  nothing_to_go_on: 'It does not say enough to be looked into, and we could not ask',
} as const;

export const extensionReasons = {
  witness_awaited: 'Somebody who knows about it could not be heard yet',
  agency_awaited: 'Another agency is looking into the same matter',
  holder_asked: 'The holder asked for more time',
  reporter_asked: 'The person who told us asked for more time',
} as const;

export const decisionReasons = {
  dismissed: {
    not_borne_out: 'What was told is not borne out',
    not_against_code: 'What happened is not against the code of ethics',
    settled: 'It was settled between those concerned',
  },
  reprimand: { code_not_kept: 'A part of the code of ethics was not kept' },
  suspension: {
    code_not_kept: 'A part of the code of ethics was not kept',
    safety: 'The safety of others asks for it',
  },
  revocation: {
    code_not_kept: 'A part of the code of ethics was not kept, gravely or repeatedly',
    safety: 'The safety of others asks for it',
  },
} as const satisfies Record<string, Record<string, string>>;

export type ComplaintOutcome = keyof typeof decisionReasons;
export const COMPLAINT_OUTCOMES = Object.keys(decisionReasons) as ComplaintOutcome[];
export type SanctionKind = Exclude<ComplaintOutcome, 'dismissed'>;

export const outcomeWords: Record<ComplaintOutcome, string> = {
  dismissed: 'The complaint is closed without a consequence',
  reprimand: 'A reprimand',
  suspension: 'A suspension of the certification',
  revocation: 'The certification is to be revoked',
};

export const emergencyReasons = {
  immediate_risk: 'Somebody may come to harm before the matter is decided',
  agency_order: 'A court or state agency asks for it at once',
} as const;

export const appealGrounds = {
  facts_mistaken: 'Something in the decision is not so',
  evidence_overlooked: 'Something I sent or said was not looked at',
  new_evidence: 'There is something new to look at',
  procedure: 'The rules were not followed when it was decided',
  too_heavy: 'The outcome is heavier than it should be',
} as const;

export type AppealOutcome = 'upheld' | 'overturned' | 'sent_back';

export const appealOutcomeWords: Record<AppealOutcome, string> = {
  upheld: 'The decision stands',
  overturned: 'The decision does not stand',
  sent_back: 'The decision is to be made anew',
};

export const decisionKinds = {
  denial: 'an application that was not granted',
  renewal_denial: 'a renewal that was not granted',
  reprimand: 'a reprimand',
  suspension: 'a suspension',
  revocation: 'a revocation',
} as const;
export type DecisionKind = keyof typeof decisionKinds;

/** Whether every code is of the list, and there is at least one. */
export function areOf(list: Readonly<Record<string, string>>, codes: readonly string[]): boolean {
  return codes.length > 0 && codes.every((code) => Object.hasOwn(list, code));
}

/** The words of the codes; a code of an earlier edition is shown as it is. */
export function wordsOf(list: Readonly<Record<string, string>>, codes: readonly string[]): string[] {
  return codes.map((code) => list[code] ?? code);
}
