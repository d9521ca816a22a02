import { Temporal } from 'temporal-polyfill';
import type { Fact } from '../../evidence/evidence.public.js';
import type { Scope } from './consent.js';

/** What stands behind one domain: not "competent", but by which evidence, how much, how recent, by whose word. */
export interface DomainEvidence {
  readonly code: string;
  readonly title: string;
  /** Pieces of training and of signed practice. */
  readonly trainings: number;
  readonly practices: number;
  /** Different people and bodies who vouch. */
  readonly vouchers: number;
  readonly latestOn: Temporal.PlainDate | null;
  /** Only where the person shares hours. */
  readonly trainingMinutes: number | null;
  readonly practiceMinutes: number | null;
}

/** Kinds that show work in a domain. Scores, complaints and accommodations are never among them. */
const KINDS: readonly Fact['kind'][] = ['training', 'practice'];

/** The evidence of each domain, as far as its owner shares it. */
export function domainEvidence(
  facts: readonly Fact[],
  domains: readonly { code: string; title: string }[],
  scopes: readonly Scope[],
): DomainEvidence[] {
  return domains.map(({ code, title }) => {
    const about = facts.filter(
      ({ kind, topics }) => KINDS.includes(kind) && topics.some(({ topic }) => topic === code),
    );
    const of = (kind: Fact['kind']) => about.filter((fact) => fact.kind === kind);
    const minutes = (kind: Fact['kind']): number | null =>
      scopes.includes('hours') ? of(kind).reduce((sum, fact) => sum + minutesOf(fact, code), 0) : null;
    return {
      code,
      title,
      trainings: of('training').length,
      practices: of('practice').length,
      vouchers: new Set(about.map(voucherOf)).size,
      latestOn:
        about
          .map(({ occurredOn }) => occurredOn)
          .toSorted(Temporal.PlainDate.compare)
          .at(-1) ?? null,
      trainingMinutes: minutes('training'),
      practiceMinutes: minutes('practice'),
    };
  });
}

function minutesOf({ topics }: Fact, code: string): number {
  return topics.filter(({ topic }) => topic === code).reduce((sum, { minutes }) => sum + minutes, 0);
}

function voucherOf({ vouchedBy }: Fact): string {
  const { method = 'self', personId = '', name = '', organizationId = '' } = vouchedBy ?? {};
  return [method, personId, name, organizationId].join('|');
}
