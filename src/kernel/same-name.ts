/** Whether two spellings are one name: case, accents, punctuation and the order of words do not matter. */
export function sameName(one: string, other: string): boolean {
  return folded(one) === folded(other);
}

/** The words of a name, in one spelling and order; a name of signs alone stays as it is. */
function folded(name: string): string {
  const words = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{Mark}/gu, '')
    .split(/[^\p{Letter}\p{Number}]+/u)
    .filter(Boolean);
  return words.length > 0 ? words.toSorted().join(' ') : name.trim();
}
