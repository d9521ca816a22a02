/**
 * The parts of a name by which its surname may be recognised: every word, every ending and the whole. An employer writes
 * "Okonkwo, Rosalind" or "Rosie Okonkwo" where the certificate says "Rosalind Okonkwo".
 */
export function possibleSurnames(name: string): string[] {
  const words = name.split(/[\s,;]+/u).filter(Boolean);
  const endings = words.map((_, at) => words.slice(at).join(' '));
  const beginnings = words.map((_, at) => words.slice(0, at + 1).join(' '));
  return [...new Set([...words, ...endings, ...beginnings])];
}
