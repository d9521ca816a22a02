/** Reasons of decisions by code, with the words for the letter. Codes are kept for good, words may be bettered. */
export const decisionReasons = {
  granted: { all_requirements_met: 'Every requirement of the certification is met' },
  denied: {
    requirement_still_needed: 'A requirement of the certification is still needed',
    evidence_not_confirmed: 'We could not confirm part of what was sent',
    information_not_received: 'We asked for more information and have not received it',
    background_result: 'The result of the background check stands in the way, after you could answer it',
    ethics_decision: 'A decision under the code of ethics stands in the way',
  },
} as const satisfies Record<'granted' | 'denied', Record<string, string>>;

export type Outcome = keyof typeof decisionReasons;

/** Whether every code is a reason for this outcome, and there is at least one. */
export function areReasonsFor(outcome: Outcome, codes: readonly string[]): boolean {
  return codes.length > 0 && codes.every((code) => Object.hasOwn(decisionReasons[outcome], code));
}

/** The words of the codes, in their order; a code of an earlier edition is shown as it is. */
export function reasonWords(outcome: Outcome, codes: readonly string[]): string[] {
  const words: Readonly<Record<string, string>> = decisionReasons[outcome];
  return codes.map((code) => words[code] ?? code);
}
