import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { fitToItem, type Answer } from '../../quizzes/items.public.js';
import type { FormItem } from '../persistence/form.repository.js';
import { ExamRows } from './exam-rows.js';

export type { FormItem } from '../persistence/form.repository.js';

/** What of a sitting never changes: whose it is, and which answers fit. No word of a question. */
export interface SittingShape {
  personId: string;
  /** By version id, in order. */
  items: ReadonlyMap<string, FormItem>;
}

const MOST_SITTINGS = 5_000;
const MOST_FORMS = 100;

/** Shapes, remembered: a sitting keeps its person and its form, and a form is frozen, so what was read once stays true. */
@Injectable()
export class SittingShapes {
  private readonly sittings = new Map<string, { personId: string; formId: string }>();
  private readonly forms = new Map<string, ReadonlyMap<string, FormItem>>();

  constructor(private readonly rows: ExamRows) {}

  /** @returns null for a sitting that is not there or not the person's */
  async of(open: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>, personId: string, sittingId: string) {
    const known = this.sittings.get(sittingId);
    const items = known && this.forms.get(known.formId);
    const shape = items ? { personId: known.personId, items } : await open((tx) => this.read(tx, personId, sittingId));
    return shape?.personId === personId ? shape : null;
  }

  async read(tx: Tx, personId: string, sittingId: string): Promise<SittingShape | null> {
    const sitting = await this.rows.sittings.findOwn(tx, personId, sittingId);
    if (!sitting) return null;
    const { formId } = sitting;
    const items = new Map((await this.rows.forms.itemsOf(tx, formId)).map((item) => [item.versionId, item]));
    keep(this.sittings, sittingId, { personId, formId }, MOST_SITTINGS);
    keep(this.forms, formId, items, MOST_FORMS);
    return { personId, items };
  }
}

/** What was given as an answer to a question of a form; null where it does not fit. No word of the question is needed. */
export function fitToLine(
  { kind, optionOrder }: FormItem,
  given: { chosen?: unknown; places?: unknown },
): Answer | null {
  return fitToItem({ kind, options: optionOrder.map((key) => ({ key })) }, given);
}

function keep<T>(map: Map<string, T>, key: string, value: T, most: number): void {
  const [oldest] = map.keys();
  if (map.size >= most && oldest !== undefined) map.delete(oldest);
  map.set(key, value);
}
