import { z } from 'zod';

// The small values that every part of the scheme language is made of.

export const code = z
  .string()
  .regex(/^[a-z][a-z0-9_]*$/, 'a code is small letters, digits and underscores, such as code_of_ethics');

export const schemeId = z
  .string()
  .regex(/^[a-z][a-z0-9-]*$/, 'a scheme id is small letters, digits and hyphens, such as icrc-pr');

/** Decimal in the file, whole minutes inside: 19.5 hours are 1,170 minutes. */
export const hours = z
  .number('give the hours as a number, such as 46 or 19.5')
  .min(0, 'hours cannot be less than 0')
  .refine((value) => Number.isInteger(Math.round(value * 60_000) / 1000), 'hours must come out as whole minutes');

export const percent = z.number().min(0).max(100, 'a share is at most 100 percent');

/** A period of calendar time: years, months, weeks or days. `P0D` is "at once". */
export const period = z
  .string()
  .regex(/^P(?=\d)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?$/, 'write a period as ISO 8601, such as P2Y, P6M or P90D');

/** A time limit for the body's own work: a period, business days (`P5BD`) or hours (`PT72H`). */
export const timeLimit = z.union([period, z.string().regex(/^P\d+BD$/), z.string().regex(/^PT\d+H$/)], {
  error: 'write a time limit as a period (P60D), as business days (P5BD) or as hours (PT72H)',
});

/** In the currency of the scheme; null where none is stated. */
export const money = z.number().min(0, 'a fee cannot be less than 0').nullable();

export type Period = z.output<typeof period>;
export type TimeLimit = z.output<typeof timeLimit>;
