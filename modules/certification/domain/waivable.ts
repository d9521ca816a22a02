import type { Clause, EligibilityTree } from '../../schemes/schemes.public.js';

/** The requirements of a tree that are still needed, whole and in parts, in their order: what a body may set aside. */
export function waivableAmong({ clauses }: Pick<EligibilityTree, 'clauses'>): { id: string; title: string }[] {
  const open = ({ state }: Clause): boolean => state === 'still_needed';
  const within = (clause: Clause, above: string): { id: string; title: string }[] => {
    const title = above === '' ? clause.title : `${above}: ${clause.title}`;
    return [{ id: clause.id, title }, ...clause.children.filter(open).flatMap((child) => within(child, title))];
  };
  return clauses.filter(open).flatMap((clause) => within(clause, ''));
}
