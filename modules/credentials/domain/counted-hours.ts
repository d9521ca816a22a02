import type { Clause, EligibilityTree, SchemeDefinition } from '../../schemes/schemes.public.js';

/** The clauses of a tree whose hours a scheme can ask to be different from those of another. */
export type HoursSection = 'training' | 'practice' | 'continuing_education';

/** In which sections any scheme asks for hours that were not counted for the scheme of this code. */
export function sectionsKeptApart(
  versions: readonly { definition: SchemeDefinition }[],
  schemeCode: string,
): Set<HoursSection> {
  const sections = new Set<HoursSection>();
  for (const { training, practice, renewal } of versions.map(({ definition }) => definition)) {
    if (training?.different_hours_from?.includes(schemeCode)) sections.add('training');
    if (practice?.different_hours_from?.includes(schemeCode)) sections.add('practice');
    if (renewal.ce.different_hours_from?.includes(schemeCode)) sections.add('continuing_education');
  }
  return sections;
}

/**
 * The minutes of each fact that the tree used in these sections, by the fact's id.
 * @param minutesOf what a clause used of each fact: what is beyond its need stays free for another credential
 */
export function countedHours(
  { clauses }: Pick<EligibilityTree, 'clauses'>,
  sections: ReadonlySet<HoursSection>,
  minutesOf: (clause: Clause) => ReadonlyMap<string, number>,
): Record<string, number> {
  const counted: Record<string, number> = {};
  for (const clause of clauses) {
    if (!sections.has(clause.id as HoursSection)) continue;
    for (const [factId, minutes] of minutesOf(clause)) counted[factId] = (counted[factId] ?? 0) + minutes;
  }
  return counted;
}
