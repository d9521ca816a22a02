import { Temporal } from 'temporal-polyfill';
import type { CategoryOutline, CompetencyOutline, FrameworkOutline } from '../../competencies/competencies.public.js';
import type { Scope } from './consent.js';
import { latestOf, minutesIn } from './domain-evidence.js';
import type { EvidencePiece, VouchedBy } from './evidence-piece.js';

/** Evidence as it is shown under one competency, as far as its owner shares it. */
export interface ShownEvidence {
  readonly kind: EvidencePiece['kind'];
  /** `domain`: it names no competency, only training domains that belong to this one. */
  readonly basis: 'competency' | 'domain';
  /** Titles of those domains. */
  readonly domains: readonly string[];
  readonly title: string | null;
  /** Signed practice entries are told together; everything else one by one. */
  readonly pieces: number;
  readonly firstOn: Temporal.PlainDate;
  readonly latestOn: Temporal.PlainDate;
  readonly vouchedBy: readonly VouchedBy[];
  /** Whole percent of the quiz's questions on this competency, and how many; only where results are shared. */
  readonly percent: number | null;
  readonly questions: number | null;
  /** Time in those domains; only where hours are shared. */
  readonly minutes: number | null;
}

export interface CompetencyEvidence {
  readonly code: string;
  readonly title: string;
  readonly evidence: readonly ShownEvidence[];
}

export interface CategoryEvidence extends CompetencyEvidence {
  readonly awaiting: string | null;
  /** The statements that have evidence, of so many that there are. */
  readonly statements: readonly CompetencyEvidence[];
  readonly statementCount: number;
  readonly latestOn: Temporal.PlainDate | null;
}

export interface FrameworkEvidence {
  readonly code: string;
  readonly title: string;
  readonly categories: readonly CategoryEvidence[];
}

/**
 * The frameworks with the evidence behind each competency: by which work, when, by whose word. No level, no comparison,
 * nothing about what is not there. A category that awaits somebody's word has no evidence by domain: nothing may stand
 * for it before they agree.
 */
export function evidenceByCompetency(
  pieces: readonly EvidencePiece[],
  frameworks: readonly FrameworkOutline[],
  scopes: readonly Scope[],
): FrameworkEvidence[] {
  const of = (competency: CompetencyOutline): CompetencyEvidence => {
    const { code, title } = competency;
    const shown = [...naming(pieces, code, scopes), ...provingDomains(pieces, competency.topics, scopes)];
    return { code, title, evidence: shown.toSorted(latestFirst) };
  };
  const categoryOf = ({ awaiting, statements: all, ...category }: CategoryOutline): CategoryEvidence => {
    const own = of(awaiting ? { ...category, topics: [] } : category);
    const statements = all.map(of).filter(({ evidence }) => evidence.length > 0);
    const days = [own, ...statements].flatMap(({ evidence }) => evidence.map(({ latestOn }) => latestOn));
    return { ...own, awaiting, statements, statementCount: all.length, latestOn: latestOf(days) };
  };
  return frameworks.map(({ code, title, categories }) => ({ code, title, categories: categories.map(categoryOf) }));
}

function naming(pieces: readonly EvidencePiece[], code: string, scopes: readonly Scope[]): ShownEvidence[] {
  return pieces.flatMap(({ kind, title, on, vouchedBy, names }) => {
    const named = names.find((one) => one.code === code);
    if (!named) return [];
    const { percent, questions } = scopes.includes('results') ? named : { percent: null, questions: null };
    const days = { firstOn: on, latestOn: on };
    const by = { kind, title, basis: 'competency' as const, domains: [], pieces: 1, vouchedBy: [vouchedBy] };
    return [{ ...by, ...days, percent, questions, minutes: null }];
  });
}

function provingDomains(
  pieces: readonly EvidencePiece[],
  topics: CompetencyOutline['topics'],
  scopes: readonly Scope[],
): ShownEvidence[] {
  const proves = (piece: EvidencePiece) => topics.some(({ code }) => minutesIn(piece, code) > 0);
  const about = pieces.filter((piece) => piece.names.length === 0 && proves(piece));
  const practice = about.filter(({ kind }) => kind === 'practice');
  const others = about.filter(({ kind }) => kind !== 'practice').map((piece) => [piece]);
  return [practice, ...others].filter((group) => group.length > 0).map((group) => together(group, topics, scopes));
}

/** Pieces of one kind as one line. */
function together(
  group: readonly EvidencePiece[],
  topics: CompetencyOutline['topics'],
  scopes: readonly Scope[],
): ShownEvidence {
  const days = group.map(({ on }) => on).toSorted(Temporal.PlainDate.compare);
  const [first, firstOn, latestOn] = [group[0], days[0], days.at(-1)];
  if (!first || !firstOn || !latestOn) throw new RangeError('a line of evidence has at least one piece');
  const vouchers = new Map(group.map(({ vouchedBy }) => [`${vouchedBy.how}|${vouchedBy.name}`, vouchedBy]));
  const minutes = (code: string) => group.reduce((sum, piece) => sum + minutesIn(piece, code), 0);
  const proven = topics.filter(({ code }) => minutes(code) > 0);
  return {
    kind: first.kind,
    basis: 'domain',
    domains: proven.map(({ title }) => title),
    title: first.title,
    pieces: group.length,
    firstOn,
    latestOn,
    vouchedBy: [...vouchers.values()],
    percent: null,
    questions: null,
    minutes: scopes.includes('hours') ? proven.reduce((sum, { code }) => sum + minutes(code), 0) : null,
  };
}

/** What names the competency before what only proves its domain; the newest first. */
function latestFirst(a: ShownEvidence, b: ShownEvidence): number {
  if (a.basis !== b.basis) return a.basis === 'competency' ? -1 : 1;
  return Temporal.PlainDate.compare(b.latestOn, a.latestOn);
}
