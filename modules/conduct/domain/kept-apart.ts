/**
 * Who has no part in a case. The database finds them (`complaint_kept_from`, `appeal_kept_from`) and refuses their moves;
 * these are the words that name the rule. Appeals and complaints are decided by people not involved before (ISO/IEC 17024, 9.8–9.9).
 */
export const keptApartRules = {
  oneself: 'Nobody handles or decides a case about themselves.',
  declared: 'Whoever declared a conflict with a person has no part in a case about them.',
  taught: 'Whoever taught or supervised a person has no part in a case about them for two years.',
  reported: 'Whoever made a complaint has no part in handling or deciding it.',
  handled: 'Whoever handled the case, and read its file, does not decide it.',
  reviewed: 'Whoever reviewed the application has no part in the appeal.',
  decided: 'Whoever decided before has no part in looking at it afresh.',
  decided_here: 'Whoever decides this case does not handle it.',
  heard: 'Whoever heard the appeal has no part in the new decision.',
} as const;
export type KeptApartRule = keyof typeof keptApartRules;

/** The words of the rules; an unknown one is told as a rule all the same. */
export function ruleWords(rules: readonly string[]): string[] {
  return rules.map((rule) => keptApartRules[rule as KeptApartRule] ?? 'A rule keeps you from this case.');
}
