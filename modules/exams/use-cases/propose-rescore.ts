import { Injectable } from '@nestjs/common';
import { personIdOf } from '../../../src/kernel/actor.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { ItemBank, type BankItem, type ItemContent } from '../../item-bank/item-bank.public.js';
import { keysGiven, rulingProblem, type Key, type RulingKind } from '../domain/rescoring/ruling.js';
import type { AffectedForm } from '../persistence/rescore.repository.js';
import { inNoForm, notUpheld, rulingDoesNotFit } from '../rescoring.errors.js';
import { sealedKeys, type SealedRuling } from './form-keys.js';
import { RescoringRows } from './rescoring-rows.js';
import { RescoringTrail } from './rescoring-trail.js';
import { Vault } from './vault.js';

export interface NewRescore {
  /** The item, by the id of its version; of an upheld challenge it is the challenged one. */
  versionId?: string | undefined;
  /** An upheld challenge: what was decided of it is proposed. */
  remarkId?: string | undefined;
  /** One form; left out: every form that holds the item. */
  formId?: string | undefined;
  ruling?: RulingKind | undefined;
  /** One whole answer each, its letters with a space between ({@link keysGiven}). */
  keys?: readonly string[] | undefined;
  /** For colleagues; sealed. */
  reasons: string;
}

/** An item that a rescore may be proposed of, opened on record, with the forms that hold it. */
export interface RescorableItem {
  bodyId: string;
  item: BankItem & { content: ItemContent };
  forms: AffectedForm[];
  /** What was decided of the challenge it follows from. */
  decided: { ruling: RulingKind; keys: readonly Key[] } | null;
}

/** A psychometrician proposes that an item is scored otherwise. Nothing changes until a second person approves. */
@Injectable()
export class ProposeRescore {
  constructor(
    private readonly rows: RescoringRows,
    private readonly bank: ItemBank,
    private readonly vault: Vault,
    private readonly trail: RescoringTrail,
  ) {}

  /** What the page of a new rescore shows. @throws DomainError not_found, exams.not_upheld, exams.in_no_form */
  async look(tx: Tx, { versionId, remarkId }: Pick<NewRescore, 'versionId' | 'remarkId'>): Promise<RescorableItem> {
    const bodyIds = await this.bank.bodiesOf(tx, 'psychometrician');
    const challenged = remarkId ? await this.challenged(tx, bodyIds, remarkId) : null;
    const wanted = challenged?.versionId ?? versionId;
    const found = wanted && (await this.head(tx, challenged ? [challenged.bodyId] : bodyIds, wanted));
    if (!found) throw notFound('this item');
    const { bodyId, head } = found;
    const forms = await this.rows.rescores.affected(tx, { bodyId, versionId: head.versionId, formId: null });
    if (forms.length === 0) throw inNoForm();
    const reading = {
      bodyId,
      versionIds: [head.versionId],
      purpose: 'appeal' as const,
      ...(remarkId && { subject: { kind: 'exam_remark', id: remarkId } }),
    };
    const subject = { kind: 'bank_item_version', id: head.versionId };
    const content = (await this.bank.contents(tx, { subject, ...reading })).get(head.versionId);
    if (!content) throw notFound('this item');
    return { bodyId, item: { ...head, content }, forms, decided: challenged?.decided ?? null };
  }

  /**
   * @throws DomainError not_found; exams.not_upheld, .in_no_form, .ruling_does_not_fit, .rescore_proposed_already
   */
  async execute(tx: Tx, given: NewRescore): Promise<{ rescoreId: string }> {
    const { bodyId, item, forms, decided } = await this.look(tx, given);
    const ruling = decided?.ruling ?? given.ruling;
    if (!ruling) throw rulingDoesNotFit('Choose what is ruled');
    const keys = decided?.keys ?? keysGiven(ruling, given.keys ?? []);
    const problem = rulingProblem(item.content, { kind: ruling, keys });
    if (problem) throw rulingDoesNotFit(problem);
    const formId = given.formId ?? null;
    if (formId && !forms.some(({ id }) => id === formId)) throw notFound('this form among those that hold the item');
    const id = this.trail.newId();
    const sealed: SealedRuling = { keys, reasons: given.reasons.trim() };
    const secretId = await this.vault.seal(tx, bodyId, sealed);
    const { itemId, versionId } = item;
    const remarkId = given.remarkId ?? null;
    const proposedBy = personIdOf(tx.actor);
    await this.rows.rescores.add(tx, { id, bodyId, itemId, versionId, formId, remarkId, ruling, secretId, proposedBy });
    const details = { version: versionId, form: formId, challenge: remarkId, ruling };
    await this.trail.note(tx, 'rescore.proposed', { kind: 'exam_rescore', id, bodyId }, details);
    return { rescoreId: id };
  }

  private async challenged(tx: Tx, bodyIds: string[], remarkId: string) {
    const remark = await this.rows.remarks.find(tx, bodyIds, remarkId);
    if (!remark?.versionId) throw notFound('this challenge');
    const { bodyId, versionId, decision } = remark;
    if (!decision?.ruling) throw notUpheld();
    const request = { bodyId, ids: [decision.secretId], purpose: 'rescore' as const };
    const sealed = (await this.vault.open<SealedRuling>(tx, request)).get(decision.secretId);
    const { ruling } = decision;
    return { bodyId, versionId, decided: { ruling, keys: sealedKeys(ruling, sealed) } };
  }

  private async head(tx: Tx, bodyIds: readonly string[], versionId: string) {
    for (const bodyId of bodyIds) {
      const head = (await this.bank.versions(tx, { bodyId, versionIds: [versionId] })).get(versionId);
      if (head) return { bodyId, head };
    }
    return null;
  }
}
