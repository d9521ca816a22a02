import type { Breach, KeptPromise, Surroundings } from './promise.js';

const SYMBOLS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** α⁰ … α³⁰ of the field with 32 elements (x⁵ = x² + 1): multiplying is adding exponents. */
const powers = Array.from({ length: 31 }).reduce<number[]>(
  (known) => {
    const next = (known.at(-1) ?? 0) * 2;
    return [...known, next >= 32 ? next ^ 0b100101 : next];
  },
  [1],
);

/** By tables of logarithms, where the product uses Horner's rule. */
function hasRightCheckSymbol(number: string): boolean {
  const symbols = [...number.replace(/^GS|-/g, '')].toReversed().map((symbol) => SYMBOLS.indexOf(symbol));
  if (symbols.length !== 13 || symbols.includes(-1)) return false;
  const terms = symbols.map((symbol, place) =>
    symbol === 0 ? 0 : (powers[(powers.indexOf(symbol) + place) % 31] ?? 0),
  );
  return terms.reduce((sum, term) => sum ^ term, 0) === 0;
}

/** A number is unique for ever and carries a check symbol that fits. */
export const numbers: KeptPromise = {
  name: 'numbers',
  says: "every credential's number is its own and its check symbol fits",
  async breaches({ query }: Surroundings): Promise<Breach[]> {
    const rows = await query<{ id: string; number: string }>('select id, number from credential');
    const seen = new Set<string>();
    return rows.flatMap(({ id, number }) => {
      const again = seen.has(number);
      seen.add(number);
      if (again) return { subject: `credential ${id}`, problem: 'its number was given before' };
      if (!hasRightCheckSymbol(number))
        return { subject: `credential ${id}`, problem: 'its check symbol does not fit' };
      return [];
    });
  },
};
