import type { SchemeDefinition } from './scheme-definition.js';

// Which stage of a credential a rule belongs to: the first where the scheme says nothing.

/** The stage that an application is for where it says none. */
export function firstStage({ credential }: SchemeDefinition): string {
  return credential.stages[0].code;
}

/** The stage that is renewed; every other is left for the next. */
export function lastStage({ credential }: SchemeDefinition): string {
  return (credential.stages.at(-1) ?? credential.stages[0]).code;
}

/** The stage that runs before another; undefined for the first. */
export function stageBefore({ credential }: SchemeDefinition, stage: string): string | undefined {
  return credential.stages[credential.stages.findIndex(({ code }) => code === stage) - 1]?.code;
}

/** Practice that counts only after initial certification can only be asked by the last stage. */
export function practiceStage(definition: SchemeDefinition): string {
  const { practice } = definition;
  if (practice?.stage) return practice.stage;
  return practice?.counts_from === 'initial_certification' ? lastStage(definition) : firstStage(definition);
}

/** Supervision goes with the practice it is of. */
export function supervisionStage(definition: SchemeDefinition): string {
  return definition.supervision?.stage ?? practiceStage(definition);
}

/** The stage of a rule that may name one. */
export function stageOf(definition: SchemeDefinition, rule: { readonly stage?: string }): string {
  return rule.stage ?? firstStage(definition);
}
