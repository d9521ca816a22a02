import type { Temporal } from 'temporal-polyfill';
import { dateIn } from '../../../src/kernel/dates.js';
import type { Fact, Voucher } from '../../evidence/evidence.public.js';
import type { PassedQuiz } from '../../quizzes/quizzes.public.js';

/** How somebody knows it: as the ledger says, or by a quiz that was scored here. */
export type HowVouched = Voucher['method'] | 'quiz';

/** Who stands for a piece of evidence; a body or a supervisor by name, course and quiz by their title. */
export interface VouchedBy {
  readonly how: HowVouched;
  readonly name: string | null;
}

/** One thing that happened and shows work on competencies. Exam scores, complaints and accommodations are never among them. */
export interface EvidencePiece {
  readonly kind: 'course' | 'quiz' | 'training' | 'practice';
  readonly title: string | null;
  readonly on: Temporal.PlainDate;
  readonly vouchedBy: VouchedBy;
  /** Competencies that it names itself, with the share of a quiz's questions on it. None: it only proves its domains. */
  readonly names: readonly {
    readonly code: string;
    readonly percent: number | null;
    readonly questions: number | null;
  }[];
  /** Minutes in each training domain. */
  readonly domains: readonly { readonly topic: string; readonly minutes: number }[];
}

/** What facts and quizzes refer to and do not hold themselves. */
export interface EvidenceContext {
  /** What the lessons of a course version teach, by version. */
  readonly taught: ReadonlyMap<string, readonly string[]>;
  /** Names of organizations, by id. */
  readonly organizations: ReadonlyMap<string, string>;
  /** In which calendar the day of a quiz is counted. */
  readonly timeZone: string;
}

/** The evidence in a person's facts: courses finished, outside training accepted, practice signed. */
export function piecesOfFacts(facts: readonly Fact[], context: EvidenceContext): EvidencePiece[] {
  return facts
    .filter(({ kind }) => kind === 'training' || kind === 'practice')
    .map(({ kind, value, bodyId, occurredOn, vouchedBy, topics }) => {
      const taught = context.taught.get(textIn(value, 'course_version') ?? '') ?? [];
      const title = kind === 'training' ? textIn(value, 'title') : null;
      return {
        kind: kind === 'practice' ? 'practice' : vouchedBy?.method === 'course' ? 'course' : 'training',
        title,
        on: occurredOn,
        vouchedBy: vouchedByOf(vouchedBy, {
          title,
          body: context.organizations.get(vouchedBy?.organizationId ?? bodyId ?? ''),
        }),
        names: taught.map((code) => ({ code, percent: null, questions: null })),
        domains: topics,
      };
    });
}

/**
 * The evidence in passed quizzes. A quiz stands for those competencies in which its questions reached its own pass mark;
 * about the others it says nothing, and nothing is told of them.
 */
export function piecesOfQuizzes(quizzes: readonly PassedQuiz[], { timeZone }: EvidenceContext): EvidencePiece[] {
  return quizzes.map(({ title, passedAt, passPercent, competencies }) => ({
    kind: 'quiz',
    title,
    on: dateIn(timeZone, passedAt),
    vouchedBy: { how: 'quiz', name: title },
    names: competencies
      .filter(({ percent }) => percent >= passPercent)
      .map(({ competency: code, percent, questions }) => ({ code, percent, questions })),
    domains: [],
  }));
}

/** A text among the values of a fact; null where there is none. */
export function textIn(value: Fact['value'], key: string): string | null {
  const found = value[key];
  return typeof found === 'string' ? found : null;
}

function vouchedByOf(
  voucher: Voucher | null,
  { title, body }: { title: string | null; body: string | undefined },
): VouchedBy {
  if (!voucher) return { how: 'self', name: null };
  if (voucher.method === 'course') return { how: 'course', name: title };
  return { how: voucher.method, name: voucher.name ?? body ?? null };
}
