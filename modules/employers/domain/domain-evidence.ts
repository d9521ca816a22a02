import { Temporal } from 'temporal-polyfill';
import type { Scope } from './consent.js';
import type { EvidencePiece } from './evidence-piece.js';

/** What stands behind one training domain: not "competent", but how many pieces, how recent, by how many people's word. */
export interface DomainEvidence {
  readonly code: string;
  readonly title: string;
  /** Pieces of training (courses here and outside) and of signed practice. */
  readonly trainings: number;
  readonly practices: number;
  /** Different people and bodies who vouch. */
  readonly vouchers: number;
  readonly latestOn: Temporal.PlainDate | null;
  /** Only where the person shares hours. */
  readonly trainingMinutes: number | null;
  readonly practiceMinutes: number | null;
}

/** The evidence of each domain, as far as its owner shares it. */
export function domainEvidence(
  pieces: readonly EvidencePiece[],
  domains: readonly { code: string; title: string }[],
  scopes: readonly Scope[],
): DomainEvidence[] {
  return domains.map(({ code, title }) => {
    const about = pieces.filter((piece) => piece.domains.some(({ topic }) => topic === code));
    const practices = about.filter(({ kind }) => kind === 'practice');
    const trainings = about.filter(({ kind }) => kind !== 'practice');
    const minutes = (of: readonly EvidencePiece[]): number | null =>
      scopes.includes('hours') ? of.reduce((sum, piece) => sum + minutesIn(piece, code), 0) : null;
    return {
      code,
      title,
      trainings: trainings.length,
      practices: practices.length,
      vouchers: new Set(about.map(({ vouchedBy: { how, name } }) => `${how}|${name}`)).size,
      latestOn: latestOf(about.map(({ on }) => on)),
      trainingMinutes: minutes(trainings),
      practiceMinutes: minutes(practices),
    };
  });
}

/** A piece's minutes in one domain. */
export function minutesIn({ domains }: Pick<EvidencePiece, 'domains'>, code: string): number {
  return domains.filter(({ topic }) => topic === code).reduce((sum, { minutes }) => sum + minutes, 0);
}

/** The latest of some days; null of none. */
export function latestOf(days: readonly Temporal.PlainDate[]): Temporal.PlainDate | null {
  return days.toSorted(Temporal.PlainDate.compare).at(-1) ?? null;
}
