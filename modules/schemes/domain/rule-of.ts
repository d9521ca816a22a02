import type { Prerequisite, SchemeDefinition } from './scheme-definition.js';

/**
 * The requirement that a clause of the evaluation answers, by the id of the clause: the code of the requirement, after that of the
 * whole that it is a part of. Null for clauses of hours and of the exam, which are no single requirement.
 */
export function ruleOf(
  { prerequisites, endorsements, reciprocity }: SchemeDefinition,
  clauseId: string,
): Prerequisite | null {
  const wholes = endorsements.flatMap((one) => (typeof one === 'string' ? [] : [one]));
  const documents = [
    ...reciprocity.requires.map((code) => `reciprocity.${code}`),
    ...(reciprocity.letters ?? []).map((code) => `reciprocity_letters.${code}`),
  ];
  if (documents.includes(clauseId)) return { kind: 'document', code: clauseId.slice(clauseId.indexOf('.') + 1) };
  const known = [
    ...withWays(prerequisites, ''),
    ...wholes.flatMap(({ code, requires }) => withWays(requires, `${code}.`)),
  ];
  return known.find(([id]) => id === clauseId)?.[1] ?? null;
}

function withWays(rules: readonly Prerequisite[], within: string): [id: string, rule: Prerequisite][] {
  return rules.flatMap((rule) => [
    [`${within}${rule.code}`, rule] as [string, Prerequisite],
    ...(rule.kind === 'any_of' ? withWays(rule.of, `${within}${rule.code}.`) : []),
  ]);
}
