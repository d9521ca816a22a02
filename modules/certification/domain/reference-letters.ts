import type { SchemeDefinition } from '../../schemes/schemes.public.js';

type Prerequisite = SchemeDefinition['prerequisites'][number];

/** A document that somebody else writes about the person, told by its code: `supervisor_recommendation_letter`. */
const LETTER = /(^|_)(letter|reference|recommendation)s?(_|$)/;

/** What the person writes themselves needs no referee. */
const OWN = ['self'];

/**
 * The letters that a scheme asks others for, by the type of document: prerequisites of kind document, the evidence of
 * practice, and letters of people who come from elsewhere.
 */
export function lettersOf({ prerequisites, practice, reciprocity }: SchemeDefinition): string[] {
  const asked = [...prerequisites.flatMap(documentTypes), ...(practice?.evidence ?? [])];
  const letters = asked.filter((code) => LETTER.test(code));
  const fromElsewhere = (reciprocity?.letters ?? []).filter((code) => !OWN.includes(code));
  return [...new Set([...letters, ...fromElsewhere])];
}

function documentTypes(rule: Prerequisite): readonly string[] {
  if (rule.kind === 'document') return rule.any_of ?? [rule.code];
  return rule.kind === 'any_of' ? rule.of.flatMap(documentTypes) : [];
}

/** `supervisor_on_letterhead` as people read it. */
export function letterWords(code: string): string {
  const words = code.replaceAll('_', ' ');
  const named = LETTER.test(code) ? words : `letter: ${words}`;
  return named.charAt(0).toUpperCase() + named.slice(1);
}
