import type { SchemeDefinition } from '../../schemes/schemes.public.js';

export const ROUTES = ['standard', 'reciprocity'] as const;
/** `reciprocity`: certified elsewhere, held against what the scheme asks of such people. */
export type Route = (typeof ROUTES)[number];

/** What an application asks for. */
export interface ApplicationScope {
  /** A stage of the scheme; null is the first. */
  readonly stage: string | null;
  readonly route: Route;
  /** Codes of the scheme's endorsements. */
  readonly endorsements: readonly string[];
}

export interface ScopeAsked {
  readonly stage?: string;
  readonly route?: Route;
  readonly endorsements?: readonly string[];
}

/** The scope of what was asked; where nothing was said, the first stage, the standard way, and an endorsement that is the only one. */
export function scopeOf(definition: SchemeDefinition, asked: ScopeAsked): ApplicationScope {
  const only = endorsementCodes(definition);
  const { stage, route = 'standard', endorsements = only.length === 1 ? only : [] } = asked;
  const isFirst = stage === undefined || stage === definition.credential.stages[0].code;
  return { stage: isFirst ? null : stage, route, endorsements: [...new Set(endorsements)] };
}

/** The part of a scope that the scheme does not have; undefined where it has all of it. */
export function missingPart(
  definition: SchemeDefinition,
  { stage, route, endorsements }: ApplicationScope,
): keyof ApplicationScope | undefined {
  if (stage !== null && !definition.credential.stages.some(({ code }) => code === stage)) return 'stage';
  if (route === 'reciprocity' && !takesInByReciprocity(definition)) return 'route';
  const known = endorsementCodes(definition);
  return endorsements.every((code) => known.includes(code)) ? undefined : 'endorsements';
}

/** One way to apply: into a stage, or as somebody certified elsewhere. */
export interface Way {
  readonly stage: string;
  readonly route: Route;
}

/**
 * The ways to apply for a scheme.
 * @param granted stages that the person was granted: the ways then go on from the last of them; none after the last stage
 */
export function waysInto(definition: SchemeDefinition, granted: readonly (string | null)[] = []): Way[] {
  const stages = definition.credential.stages.map(({ code }) => code);
  const reached = Math.max(-1, ...granted.map((stage) => (stage === null ? 0 : stages.indexOf(stage))));
  const ways: Way[] = stages.slice(reached + 1).map((stage) => ({ stage, route: 'standard' }));
  const [first] = stages;
  if (reached < 0 && first !== undefined && takesInByReciprocity(definition)) {
    ways.push({ stage: first, route: 'reciprocity' });
  }
  return ways;
}

/** The scopes a scheme knows, by code; those with requirements of their own too. */
export function endorsementCodes({ endorsements }: SchemeDefinition): string[] {
  return endorsements.map((one) => (typeof one === 'string' ? one : one.code));
}

function takesInByReciprocity({ reciprocity }: SchemeDefinition): boolean {
  return reciprocity.requires.length > 0;
}
