import type { Answer } from '../../quizzes/items.public.js';
import { reachesCut, scaledScore, type ExactCut, type Scale } from './scaling.js';

export interface ScoredLine {
  versionId: string;
  examDomain: string;
  isPretest: boolean;
}

/** How credit is given for what was asked: `items.public.ts` of quizzes, handed in because the domain runs no code of others. */
export interface Crediting<Asked> {
  partsPerItem: number;
  creditFor(asked: Asked, answer: Answer | undefined): number;
}

export interface SittingScore {
  earnedParts: number;
  possibleParts: number;
  scaledScore: number;
  passed: boolean;
  /** Whole percent by exam domain, rounded down; the domains in order of their codes. */
  domains: Record<string, number>;
}

/**
 * What a sitting earned. Pretest items count nowhere: not in the score, not in a domain.
 * @param asked by version id; every scored line has one
 * @param answers by version id
 */
export function scoreSitting<Asked>(
  lines: readonly ScoredLine[],
  asked: ReadonlyMap<string, Asked>,
  answers: ReadonlyMap<string, Answer>,
  { cut, scale, crediting }: { cut: ExactCut; scale: Scale; crediting: Crediting<Asked> },
): SittingScore {
  const { partsPerItem, creditFor } = crediting;
  const byDomain = new Map<string, { earned: number; items: number }>();
  const scored = lines.filter(({ isPretest }) => !isPretest);
  for (const { versionId, examDomain } of scored) {
    const content = asked.get(versionId);
    if (!content) throw new Error(`Version ${versionId} was not opened for scoring`);
    const sum = byDomain.get(examDomain) ?? { earned: 0, items: 0 };
    sum.earned += creditFor(content, answers.get(versionId));
    sum.items++;
    byDomain.set(examDomain, sum);
  }
  const earned = [...byDomain.values()].reduce((total, sum) => total + sum.earned, 0);
  const raw = { earned, items: scored.length, partsPerItem };
  return {
    earnedParts: earned,
    possibleParts: scored.length * partsPerItem,
    scaledScore: scaledScore(raw, cut, scale),
    passed: reachesCut(raw, cut),
    domains: Object.fromEntries(
      [...byDomain]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([code, sum]) => [code, Math.floor((sum.earned * 100) / (sum.items * partsPerItem))]),
    ),
  };
}
