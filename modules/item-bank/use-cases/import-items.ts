import { Injectable } from '@nestjs/common';
import type { FieldProblem } from '../../../src/kernel/domain-error.js';
import { Audit } from '../../../src/platform/audit/audit.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { fingerprintOf } from '../domain/fingerprint.js';
import { notImported } from '../item-bank.errors.js';
import { BankAccess } from './bank-access.js';
import { CheckItem, type CheckedItem } from './check-item.js';
import { readItemFile, type LinedItem } from './read-item-file.js';
import { StoreItem } from './store-item.js';

const STANDS_IN = {
  course: 'a course asks this question already, so it can be no item of a certification',
  bank: 'another item of this bank asks the same with the same options',
};

/** An author brings items by file. Every one comes in as a draft, or none does; the file itself is kept nowhere. */
@Injectable()
export class ImportItems {
  constructor(
    private readonly access: BankAccess,
    private readonly checks: CheckItem,
    private readonly store: StoreItem,
    private readonly audit: Audit,
  ) {}

  /** @throws DomainError not_found; item_bank.not_imported with each line that needs attention */
  async execute(
    tx: Tx,
    { bodyId, ...upload }: { bodyId: string; fileName: string; bytes: Uint8Array },
  ): Promise<{ bodyId: string; imported: number }> {
    await this.access.require(tx, bodyId, 'item-author');
    const { items, problems } = await readItemFile(upload);
    const checked = await this.check(tx, items, problems);
    await this.compare(tx, bodyId, checked, problems);
    if (problems.length > 0) throw notImported(inOrder(problems));
    await this.store.create(
      tx,
      bodyId,
      checked.map(({ item }) => item),
    );
    await this.audit.record(tx, {
      action: 'item-bank.items.imported',
      subject: { kind: 'organization', id: bodyId },
      bodyId,
      details: { count: checked.length },
    });
    return { bodyId, imported: checked.length };
  }

  private async check(tx: Tx, items: readonly LinedItem[], problems: FieldProblem[]) {
    const codes = await this.checks.codes(tx);
    return items.flatMap(({ line, item }): { line: number; item: CheckedItem }[] => {
      const found = this.checks.check(item, codes);
      if ('item' in found) return [{ line, item: found.item }];
      problems.push(...found.problems.map((one) => lined(line, `${nameOf(one)}${one.message}`)));
      return [];
    });
  }

  /** What stands twice in the file, in the bank already, or in a course. */
  private async compare(
    tx: Tx,
    bodyId: string,
    checked: readonly { line: number; item: CheckedItem }[],
    problems: FieldProblem[],
  ): Promise<void> {
    const prints = checked.map(({ line, item }) => ({ line, fingerprint: fingerprintOf(item.content) }));
    const known = await this.store.known(
      tx,
      bodyId,
      prints.map(({ fingerprint }) => fingerprint),
    );
    const lines = new Map<string, number>();
    for (const { line, fingerprint } of prints) {
      const [twin, where] = [lines.get(fingerprint), known.get(fingerprint)];
      if (twin !== undefined) problems.push(lined(line, `the same question stands in line ${twin}`));
      else if (where) problems.push(lined(line, STANDS_IN[where]));
      lines.set(fingerprint, twin ?? line);
    }
  }
}

function lined(line: number, reason: string): FieldProblem {
  return { field: 'file', message: `Line ${line}: ${reason}` };
}

function nameOf({ field }: FieldProblem): string {
  return field ? `${field.replace(/^content\./, '')}: ` : '';
}

function inOrder(problems: readonly FieldProblem[]): FieldProblem[] {
  const lineOf = ({ message }: FieldProblem): number => Number(/^Line (\d+):/.exec(message)?.[1] ?? 0);
  return problems.toSorted((a, b) => lineOf(a) - lineOf(b));
}
