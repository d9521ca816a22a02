import { z } from 'zod';
import { METHODS } from './lists.js';

const words = z.string().min(1).max(400);
const method = z.enum(METHODS.map(({ value }) => value));
const lines = z.array(words).min(1);

/** What counts as supervised practice, with examples: `content/practice-categories.<language>.yaml`. Samples, which a body confirms. */
export const whatCountsSchema = z
  .strictObject({
    code: z.literal('practice-categories'),
    title: words,
    language: z.string(),
    /** Of a translation: `draft` until a peer worker whose first language it is has read it; then their name and the day. */
    review: words.optional(),
    source: words,
    confirm: words,
    methods: z.partialRecord(method, words),
    domains: z.record(z.string(), words),
    general: z.strictObject({ counts: lines, does_not_count: lines }),
    pairs: z.array(z.strictObject({ method, domain: z.string(), counts: lines, does_not_count: lines })),
  })
  .refine(
    ({ methods, domains, pairs }) =>
      Object.keys(methods).every((one) =>
        Object.keys(domains).every(
          (domain) => pairs.filter((pair) => pair.method === one && pair.domain === domain).length === 1,
        ),
      ) && pairs.every(({ domain }) => domain in domains),
    'each method needs its examples in each domain, once',
  );

export type WhatCounts = z.infer<typeof whatCountsSchema>;

/** Where a translation has other methods, domains or another number of examples than the English; null where it has the same. */
export function differenceBetween(
  english: WhatCounts,
  translation: WhatCounts,
): { path: (string | number)[]; reason: string } | null {
  if (!translation.review) return { path: [], reason: 'review is missing: draft, or who has read it and when' };
  for (const part of ['methods', 'domains'] as const) {
    const [wanted, given] = [english, translation].map((one) => Object.keys(one[part]).join(', '));
    if (wanted !== given) return { path: [part], reason: `the ${part} in English are ${wanted}` };
  }
  const lists = [
    { path: ['general'], wanted: english.general, given: translation.general },
    ...english.pairs.map((wanted, at) => ({ path: ['pairs', at], wanted, given: translation.pairs[at] })),
  ];
  for (const { path, wanted, given } of lists) {
    if (
      given &&
      'method' in wanted &&
      'method' in given &&
      (wanted.method !== given.method || wanted.domain !== given.domain)
    )
      return { path, reason: `in English ${wanted.method} in ${wanted.domain} stands here` };
    for (const list of ['counts', 'does_not_count'] as const) {
      const [asked, said] = [wanted[list].length, given?.[list].length ?? 0];
      if (asked !== said)
        return { path: [...path, list], reason: `${asked} lines stand here in English, and ${said} here` };
    }
  }
  return null;
}
