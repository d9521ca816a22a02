import { z } from 'zod';

const count = z.int().min(0).max(500);
const band = z.strictObject({ min: count, max: count }).refine(({ min, max }) => min <= max, 'from is above to');

/** What a form is made of. Counts are of scored items, except `pretest`. */
export const blueprintSchema = z.strictObject({
  /** How many scored items from each exam domain, by the code of the domain. */
  domains: z
    .record(z.string().min(1).max(60), z.int().min(1).max(500))
    .refine((domains) => Object.keys(domains).length > 0, 'name at least one exam domain'),
  /** How many scored items of each difficulty; what is left out is free. */
  difficulty: z.strictObject({ easy: band.optional(), medium: band.optional(), hard: band.optional() }).optional(),
  /** Items that are shown and not scored. */
  pretest: count,
});
export type Blueprint = z.output<typeof blueprintSchema>;

export function scoredItems({ domains }: Blueprint): number {
  return Object.values(domains).reduce((sum, items) => sum + items, 0);
}
