import { Injectable } from '@nestjs/common';
import { organizationsOf, personIdOf } from '../../../src/kernel/actor.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { ItemBank, type BankItem } from '../../item-bank/item-bank.public.js';
import { Organizations } from '../../organizations/organizations.public.js';
import { People } from '../../people/people.public.js';
import type { RescoreOutcome } from '../domain/rescoring/compare-results.js';
import type { PassDecision } from '../persistence/pass-decision.repository.js';
import type { AffectedForm, Rescore, RescoredForm } from '../persistence/rescore.repository.js';
import type { SealedReasons } from './decide-pass.js';
import { FindRescore } from './find-rescore.js';
import { sealedKeys, type SealedRuling } from './form-keys.js';
import { PreviewRescore, type Preview } from './preview-rescore.js';
import { RescoringRows } from './rescoring-rows.js';
import { Vault } from './vault.js';
import type { SealedRemark } from './write-remark.js';

export interface RescoreReading {
  rescore: Rescore;
  item: BankItem;
  timeZone: string;
  forms: AffectedForm[];
  /** Of an approved one: the keys that its forms got. */
  keyed: RescoredForm[];
  /** Of one that waits: who would change. */
  preview: Preview | null;
  /** Of an approved one: what was found so far. */
  found: { outcome: RescoreOutcome; sittings: number }[];
  kept: (Awaited<ReturnType<RescoringRows['scores']['passesKept']>>[number] & {
    /** `mayWithdraw`: the notice is over, and somebody else proposed it. */
    decision: (PassDecision & { mayWithdraw: boolean }) | null;
  })[];
  may: { approve: boolean; decline: boolean; openReasons: boolean };
}

export interface ListedRescore extends Rescore {
  /** Passes that are looked at because of it and not decided. */
  openPasses: number;
  item: BankItem | undefined;
  timeZone: string;
}

const MOST_SHOWN = 200;

/** Names and zones around rescores. */
@Injectable()
export class RescoreParties {
  constructor(
    readonly people: People,
    readonly organizations: Organizations,
    readonly bank: ItemBank,
  ) {}

  /** Permanent numbers, by person: candidates are told by these, not by name. */
  async numbers(tx: Tx, personIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const people = await this.people.getAll(tx, [...new Set(personIds)]);
    return new Map([...people].map(([id, { number }]) => [id, number]));
  }
}

/** Rescores for those who propose and approve them: items and candidates by number. */
@Injectable()
export class ReadRescores {
  constructor(
    private readonly rows: RescoringRows,
    private readonly find: FindRescore,
    private readonly preview: PreviewRescore,
    readonly parties: RescoreParties,
  ) {}

  /** Newest first. */
  async list(tx: Tx): Promise<{ rescores: ListedRescore[]; mayPropose: boolean }> {
    const found = await this.rows.rescores.list(tx, this.find.bodies(tx), MOST_SHOWN);
    const [items, zones] = [new Map<string, BankItem>(), new Map<string, string>()];
    for (const bodyId of new Set(found.map((one) => one.bodyId))) {
      const versionIds = found.filter((one) => one.bodyId === bodyId).map(({ versionId }) => versionId);
      zones.set(bodyId, (await this.parties.organizations.get(tx, bodyId)).timeZone);
      for (const [id, head] of await this.parties.bank.versions(tx, { bodyId, versionIds })) items.set(id, head);
    }
    return {
      rescores: found.map((one) => {
        return { ...one, item: items.get(one.versionId), timeZone: zones.get(one.bodyId) ?? 'UTC' };
      }),
      mayPropose: organizationsOf(tx.actor, 'psychometrician').length > 0,
    };
  }

  /** One that waits with its preview, which is worked out anew each time. @throws DomainError not_found */
  async one(tx: Tx, rescoreId: string): Promise<RescoreReading> {
    const rescore = await this.find.one(tx, rescoreId);
    const { bodyId, versionId } = rescore;
    const item = (await this.parties.bank.versions(tx, { bodyId, versionIds: [versionId] })).get(versionId);
    if (!item) throw notFound('this item');
    const waits = !rescore.approvedAt && !rescore.declinedAt;
    const decisions = await this.rows.passes.ofRescore(tx, rescoreId);
    const kept = (await this.rows.scores.passesKept(tx, rescoreId)).map((one) => {
      const decision = decisions.find(({ sittingId }) => sittingId === one.sittingId);
      return { ...one, decision: decision ? { ...decision, mayWithdraw: mayWithdraw(tx, decision) } : null };
    });
    return {
      rescore,
      item,
      timeZone: (await this.parties.organizations.get(tx, bodyId)).timeZone,
      forms: await this.rows.rescores.affected(tx, rescore),
      keyed: await this.rows.rescores.formsOf(tx, rescoreId),
      preview: waits ? await this.preview.execute(tx, rescore) : null,
      found: await this.rows.scores.found(tx, rescoreId),
      kept,
      may: {
        approve: waits && rescore.proposedBy !== personIdOf(tx.actor),
        decline: waits,
        openReasons: organizationsOf(tx.actor, 'psychometrician').includes(bodyId),
      },
    };
  }
}

function mayWithdraw(tx: Tx, { answerUntil, proposedBy }: PassDecision): boolean {
  return Temporal.Instant.compare(tx.now, answerUntil) > 0 && proposedBy !== personIdOf(tx.actor);
}

/** Opens what is sealed about a rescore, for psychometricians; on record. */
@Injectable()
export class OpenRescoreReasons {
  constructor(
    private readonly rows: RescoringRows,
    private readonly find: FindRescore,
    private readonly vault: Vault,
    private readonly bank: ItemBank,
  ) {}

  /** The ruled keys and the reasons; and of each pass that is looked at its reasons and what the person answered. @throws DomainError not_found */
  async execute(tx: Tx, rescoreId: string) {
    const rescore = await this.find.one(tx, rescoreId);
    const { bodyId, secretId } = rescore;
    if (!(await this.bank.bodiesOf(tx, 'psychometrician')).includes(bodyId)) throw notFound('this rescore');
    const decisions = await this.rows.passes.ofRescore(tx, rescoreId);
    const sealed = await this.vault.open<SealedRuling>(tx, { bodyId, ids: [secretId], purpose: 'rescore' });
    const passes = [];
    for (const decision of decisions) {
      const answers = (await this.rows.remarks.ofSitting(tx, decision.sittingId)).filter(
        ({ kind }) => kind === 'answer',
      );
      const ids = [decision.secretId, ...answers.map((one) => one.secretId)];
      const opened = await this.vault.open<SealedReasons | SealedRemark>(tx, { bodyId, ids, purpose: 'pass_decision' });
      passes.push({
        sittingId: decision.sittingId,
        reasons: (opened.get(decision.secretId) as SealedReasons).reasons,
        answers: answers.map((one) => (opened.get(one.secretId) as SealedRemark).words),
      });
    }
    const keys = sealedKeys(rescore.ruling, sealed.get(secretId));
    return { rescore, keys, reasons: sealed.get(secretId)?.reasons ?? '', passes };
  }
}
