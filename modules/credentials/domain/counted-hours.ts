import type { EligibilityTree, SchemeDefinition } from '../../schemes/schemes.public.js';

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

/** The minutes of each fact that the tree counted in these sections, by the fact's id. */
export function countedHours(
  { clauses }: Pick<EligibilityTree, 'clauses'>,
  sections: ReadonlySet<HoursSection>,
): Record<string, number> {
  const counted: Record<string, number> = {};
  for (const { id, counted: refs } of clauses) {
    if (!sections.has(id as HoursSection)) continue;
    for (const { factId, minutes } of refs) if (minutes) counted[factId] = (counted[factId] ?? 0) + minutes;
  }
  return counted;
}
