import { z } from 'zod';
import { METHODS } from './lists.js';

const words = z.string().min(1).max(400);
const method = z.enum(METHODS.map(({ value }) => value));
const lines = z.array(words).min(1);

/** What counts as supervised practice, with examples: `content/practice-categories.en.yaml`. Samples, which a body confirms. */
export const whatCountsSchema = z
  .strictObject({
    code: z.literal('practice-categories'),
    title: words,
    language: z.literal('en'),
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
