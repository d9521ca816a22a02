import type { Role } from '../../../src/kernel/actor.js';
import type { Temporal } from 'temporal-polyfill';

export const CASE_FILE_KINDS = ['complaint', 'appeal', 'reference', 'background', 'accommodation'] as const;
export type CaseFileKind = (typeof CASE_FILE_KINDS)[number];

export const kindWords: Record<CaseFileKind, string> = {
  complaint: 'A complaint',
  appeal: 'An appeal',
  reference: 'References',
  background: 'Answers about a background check',
  accommodation: 'An accommodation',
};

/** Who is complained about learns of it by a notice, so that nothing is lost that has to be looked at first. */
export const isToldWhenOpened = (kind: CaseFileKind): boolean => kind !== 'complaint';

/**
 * Months a file is kept where its body set nothing else: one cycle of two years, since a body keeps its records for at least
 * one full certification cycle (ISO/IEC 17024, 7.1); complaints and appeals for three, so that a pattern can be seen.
 */
const DEFAULT_KEEP_MONTHS: Record<CaseFileKind, number> = {
  complaint: 72,
  appeal: 72,
  reference: 24,
  background: 24,
  accommodation: 24,
};

export const LONGEST_KEEP_MONTHS = 240;

export const defaultKeepMonths = (kind: CaseFileKind): number => DEFAULT_KEEP_MONTHS[kind];

/** The last day on which a file is kept. */
export function keepUntil(keptFrom: Temporal.PlainDate, keepMonths: number): Temporal.PlainDate {
  return keptFrom.add({ months: keepMonths });
}

/** Why somebody may read a file: chosen, never typed, so that the reason tells nothing of what is inside. */
export const readerReasons = {
  handles_the_case: 'Handles this case',
  checks_references: 'Checks references',
  weighs_the_answer: 'Weighs the answer about a background check',
  arranges_accommodation: 'Arranges the accommodation',
  stands_in: 'Stands in for a colleague',
  audit: 'Checks how the body works',
} as const satisfies Record<string, string>;

/**
 * Whose work it is to read a file of a kind, by their role at the body: named when it is opened. Complaints and appeals are read by
 * the one who handles the case, and that is decided case by case.
 */
const FIRST_READERS: Record<CaseFileKind, { role: Role; reason: keyof typeof readerReasons } | null> = {
  complaint: null,
  appeal: null,
  reference: { role: 'reviewer', reason: 'checks_references' },
  background: { role: 'registrar', reason: 'weighs_the_answer' },
  accommodation: { role: 'registrar', reason: 'arranges_accommodation' },
};

export const firstReaders = (kind: CaseFileKind) => FIRST_READERS[kind];

export type ReaderReason = keyof typeof readerReasons;

export const READER_REASONS = Object.keys(readerReasons) as ReaderReason[];
