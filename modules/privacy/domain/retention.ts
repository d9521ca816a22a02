import { z } from 'zod';

const retentionClass = z.strictObject({
  title: z.string().min(1),
  /** How long, in words for the person. */
  kept: z.string().min(1),
  /** What erasure does to it, in words for the person. */
  erasure: z.string().min(1),
  /** Rows go so many months after the day they count from; for the legal file, how long a name stays with it. */
  months: z.int().min(1).max(1200).optional(),
  /** Scheduled tasks of other modules that dispose of rows of the class. */
  tasks: z.array(z.string()).optional(),
  tables: z.array(z.string()).min(1),
});

/** content/retention.yaml: which class each table is of, how long a class is kept, and the periods of an erasure. */
export const retentionSchema = z.strictObject({
  take_back_days: z.int().min(1).max(30),
  answer_days: z.int().min(1).max(90),
  classes: z.record(z.string(), retentionClass),
});

export type RetentionClass = z.infer<typeof retentionClass> & { code: string };

/** The class and the clock of every table. */
export class Retention {
  readonly classes: readonly RetentionClass[];
  readonly takeBackDays: number;
  readonly answerDays: number;

  constructor({ take_back_days, answer_days, classes }: z.infer<typeof retentionSchema>) {
    this.takeBackDays = take_back_days;
    this.answerDays = answer_days;
    this.classes = Object.entries(classes).map(([code, one]) => ({ code, ...one }));
  }

  /** @throws Error for a class that is not in the file */
  class(code: string): RetentionClass {
    const found = this.classes.find((one) => one.code === code);
    if (!found) throw new Error(`content/retention.yaml has no class ${code}`);
    return found;
  }

  /** @throws Error for a table that is in no class */
  classOf(table: string): RetentionClass {
    const found = this.classes.find(({ tables }) => tables.includes(table));
    if (!found) throw new Error(`content/retention.yaml says nothing about ${table}`);
    return found;
  }
}

/** Months that a class must have to be counted with. @throws Error when it has none */
export function monthsOf({ code, months }: RetentionClass): number {
  if (months === undefined) throw new Error(`content/retention.yaml gives ${code} no months`);
  return months;
}
