import { Injectable } from '@nestjs/common';
import { systemActor } from '../../../src/kernel/actor.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { ItemBank } from '../../item-bank/item-bank.public.js';
import { PARTS_PER_QUESTION, scoreItem } from '../../quizzes/items.public.js';
import {
  byBestKey,
  countedLines,
  type FormKey,
  type Key,
  type Ruling,
  type RulingKind,
} from '../domain/rescoring/ruling.js';
import type { ExactCut } from '../domain/scaling.js';
import { RescoreRepository } from '../persistence/rescore.repository.js';
import { nothingLeft } from '../rescoring.errors.js';
import { Vault } from './vault.js';

/** What is sealed of a ruling. */
export interface SealedRuling {
  keys: readonly Key[];
  /** Why, in the proposer's words: for colleagues. */
  reasons: string;
}

/** How an item is credited by the keys that hold of it. */
export const KEYED_CREDIT = { partsPerItem: PARTS_PER_QUESTION, creditFor: byBestKey(scoreItem) };

/**
 * Keys as they were sealed. Until several whole answers could be accepted they were one list of letters: the key itself, or, of an item
 * with one answer, those that were accepted.
 */
export function sealedKeys(kind: RulingKind, sealed: { keys: readonly (string | Key)[] } | undefined): Key[] {
  const keys = sealed?.keys ?? [];
  const letters = keys.filter((key) => typeof key === 'string');
  if (letters.length === 0) return keys.filter((key) => typeof key !== 'string');
  return kind === 'keys_accepted' ? letters.map((letter) => [letter]) : [letters];
}

interface KeyedForm {
  id: string;
  bodyId: string;
  cutNumerator: number;
  cutDenominator: number;
}

/** By which keys and which cut a form is scored now. */
@Injectable()
export class FormKeys {
  constructor(
    private readonly rescores: RescoreRepository,
    private readonly vault: Vault,
    private readonly bank: ItemBank,
  ) {}

  /**
   * Rulings are opened by the product itself, on record; a form that nothing was ruled of costs one query.
   * @param proposed a ruling as if it held: its cut must come with it
   */
  async of(tx: Tx, form: KeyedForm, proposed?: { ruling: Ruling; cut: ExactCut }): Promise<FormKey> {
    const rows = await this.rescores.inForce(tx, form.id);
    const rulings = new Map<string, Ruling>();
    const ids = [...new Set(rows.map(({ secretId }) => secretId))];
    const request = { bodyId: form.bodyId, ids, purpose: 'scoring' as const };
    const sealed = await this.vault.open<SealedRuling>({ ...tx, actor: systemActor('exams') }, request);
    for (const { versionId, ruling: kind, secretId } of rows) {
      rulings.set(versionId, { versionId, kind, keys: sealedKeys(kind, sealed.get(secretId)) });
    }
    if (proposed) rulings.set(proposed.ruling.versionId, proposed.ruling);
    const newest = rows.at(-1) ?? form;
    const cut = proposed?.cut ?? { numerator: newest.cutNumerator, denominator: newest.cutDenominator };
    return { rulings, cut };
  }

  /**
   * The cut that belongs to a form once a ruling holds. Another key leaves it as it is: the judges' estimates are of the item. An item
   * that is not counted takes its own share out of it: the cut is the study's sum over the items that are left.
   * @throws DomainError exams.nothing_left
   */
  async cutWith(
    tx: Tx,
    form: KeyedForm & { studyId: string },
    {
      lines,
      ruling,
    }: { lines: readonly { versionId: string; isPretest: boolean }[]; ruling: { versionId: string; kind: RulingKind } },
  ): Promise<{ cut: ExactCut; scoredItems: number }> {
    const rows = await this.rescores.inForce(tx, form.id);
    const kinds = new Map<string, Ruling>();
    for (const { versionId, ruling: kind } of [...rows, { versionId: ruling.versionId, ruling: ruling.kind }]) {
      kinds.set(versionId, { versionId, kind, keys: [] });
    }
    const counted = countedLines({ rulings: kinds }, lines).filter(({ isPretest }) => !isPretest);
    if (counted.length === 0) throw nothingLeft();
    const scored = lines.filter(({ isPretest }) => !isPretest);
    if (counted.length === scored.length) {
      const cut = { numerator: form.cutNumerator, denominator: form.cutDenominator };
      return { cut, scoredItems: counted.length };
    }
    const versionIds = counted.map(({ versionId }) => versionId);
    const { numerator, denominator } = await this.bank.cutScore(tx, {
      bodyId: form.bodyId,
      studyId: form.studyId,
      versionIds,
    });
    if (numerator <= 0) throw nothingLeft();
    return { cut: { numerator, denominator }, scoredItems: counted.length };
  }

  /** Until the transaction ends no key of the body's forms changes: what is scored meanwhile is scored by one key. */
  hold(tx: Tx, bodyId: string): Promise<void> {
    return this.rescores.holdKeys(tx, bodyId);
  }

  /** Versions that a form holds and that are not counted any more. */
  async notCounted(tx: Tx, formId: string): Promise<Set<string>> {
    const newest = new Map(
      (await this.rescores.inForce(tx, formId)).map(({ versionId, ruling }) => [versionId, ruling]),
    );
    return new Set([...newest].flatMap(([versionId, ruling]) => (ruling === 'not_counted' ? versionId : [])));
  }

  /** Versions whose keys were ruled: they wait for an edit and stand in no new form. */
  ruledVersions(tx: Tx, bodyId: string): Promise<Set<string>> {
    return this.rescores.ruledVersions(tx, bodyId);
  }
}
