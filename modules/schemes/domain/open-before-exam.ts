import type { Clause, EligibilityTree } from './eligibility-tree.js';

/**
 * The clauses that stand in the way of being admitted to the exam: still needed, and not only by what the exam itself or a
 * check on its day will answer (ISO/IEC 17024, 3: a candidate has met the prerequisites).
 */
export function openBeforeExam<W>({ clauses }: EligibilityTree<W>): Clause<W>[] {
  return clauses.filter(isOpenBeforeExam);
}

function isOpenBeforeExam(clause: Clause<unknown>): boolean {
  if (clause.state !== 'still_needed' || clause.due === 'at_exam') return false;
  const openParts = clause.children.filter((child) => child.state === 'still_needed');
  const ownPartOpen = clause.reasons.length > 0;
  return ownPartOpen || openParts.some(isOpenBeforeExam);
}
