import { z } from 'zod';

const count = z.int().min(0).max(500);
const band = z.strictObject({ min: count, max: count }).refine(({ min, max }) => min <= max, 'from is above to');

export const DIFFICULTIES = ['easy', 'medium', 'hard'] as const;

/** What a form is made of. Counts are of scored items, except `pretest`. */
export const blueprintSchema = z
  .strictObject({
    /** How many scored items from each exam domain, by the code of the domain. */
    domains: z
      .record(z.string().min(1).max(60), z.int().min(1).max(500))
      .refine((domains) => Object.keys(domains).length > 0, 'name at least one exam domain'),
    /** How many scored items of each difficulty; what is left out is free. */
    difficulty: z.strictObject({ easy: band.optional(), medium: band.optional(), hard: band.optional() }).optional(),
    /** Items that are shown and not scored. */
    pretest: count,
  })
  // No draw could ever keep bands that do not go with the number of scored items.
  .refine(({ domains, difficulty }) => bandsOf(difficulty, 'min', 0) <= sum(Object.values(domains)), {
    path: ['difficulty'],
    message: 'the least of each difficulty are more than all scored items',
  })
  .refine(({ domains, difficulty }) => bandsOf(difficulty, 'max', Infinity) >= sum(Object.values(domains)), {
    path: ['difficulty'],
    message: 'the most of each difficulty are fewer than all scored items',
  });
export type Blueprint = z.output<typeof blueprintSchema>;

/** How many items of a form count: those of all domains, without the pretest items. */
export function scoredItems({ domains }: Blueprint): number {
  return sum(Object.values(domains));
}

type Bands = Partial<Record<(typeof DIFFICULTIES)[number], { min: number; max: number } | undefined>>;

function bandsOf(bands: Bands = {}, edge: 'min' | 'max', free: number): number {
  return sum(DIFFICULTIES.map((difficulty) => bands[difficulty]?.[edge] ?? free));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
