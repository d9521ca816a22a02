/** Reasons for denying a renewal by code, with the words for the person. Codes are kept for good, words may be bettered. */
export const denialReasons = {
  requirement_still_needed: 'Something that the renewal asks for is still needed',
  evidence_not_confirmed: 'We could not confirm part of what was handed in',
  information_not_received: 'We asked for more information and have not received it',
  ethics_decision: 'A decision under the code of ethics stands in the way',
} as const;

/** Whether every code is a reason, and there is at least one. */
export function areDenialReasons(codes: readonly string[]): boolean {
  return codes.length > 0 && codes.every((code) => Object.hasOwn(denialReasons, code));
}

/** The words of the codes, in their order; a code of an earlier edition is shown as it is. */
export function denialWords(codes: readonly string[]): string[] {
  const words: Readonly<Record<string, string>> = denialReasons;
  return codes.map((code) => words[code] ?? code);
}
