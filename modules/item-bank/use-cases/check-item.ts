import { Injectable } from '@nestjs/common';
import type { FieldProblem } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { inPlainWords } from '../../../src/platform/content/plain-words.js';
import { Competencies } from '../../competencies/competencies.public.js';
import { itemContentSchema } from '../../quizzes/items.public.js';
import type { ItemContent, ItemHead } from '../domain/item.js';

/** What an author hands over: not believed yet. */
export interface ItemInput extends ItemHead {
  content: unknown;
}

export interface CheckedItem extends ItemHead {
  content: ItemContent;
}

type Path = readonly PropertyKey[];

/** Whether an item is whole: its shape is that of every question (quizzes), and its codes are in force. */
@Injectable()
export class CheckItem {
  constructor(private readonly competencies: Competencies) {}

  /** The codes in force, asked once for many items. */
  async codes(tx: Tx): Promise<{ examDomains: ReadonlySet<string>; competencies: ReadonlySet<string> }> {
    const domains = await this.competencies.topics(tx, 'exam');
    const byCode = await this.competencies.byCode(tx);
    return { examDomains: new Set(domains.map(({ code }) => code)), competencies: new Set(byCode.keys()) };
  }

  /** @returns the item, or what is wrong with it: fields named as in `examDomain`, `content.options.1.text` */
  check(
    { content, examDomain, competency, difficulty }: ItemInput,
    codes: Awaited<ReturnType<CheckItem['codes']>>,
  ): { item: CheckedItem } | { problems: FieldProblem[] } {
    const problems: FieldProblem[] = [];
    if (!codes.examDomains.has(examDomain)) {
      problems.push({ field: 'examDomain', message: 'Choose an exam domain of the list' });
    }
    if (!codes.competencies.has(competency)) {
      problems.push({ field: 'competency', message: 'Choose a competency of the list' });
    }
    const result = itemContentSchema.safeParse(content, { error: inPlainWords });
    if (!result.success) {
      problems.push(
        ...result.error.issues.map(({ path, message }) => ({ field: fieldOf(path), message: sentence(message) })),
      );
    }
    return result.success && problems.length === 0
      ? { item: { content: result.data, examDomain, competency, difficulty } }
      : { problems };
  }
}

function fieldOf(path: Path): string {
  return ['content', ...path].map(String).join('.');
}

function sentence(message: string): string {
  return message.charAt(0).toUpperCase() + message.slice(1);
}
