import { Injectable } from '@nestjs/common';
import { personIdOf } from '../../../src/kernel/actor.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { judgements, type ItemJudgement } from '../domain/angoff.js';
import type { BankItem, ItemContent } from '../domain/item.js';
import { roundOf } from '../domain/study-state.js';
import { contentNeedsAttention, notInStudy } from '../item-bank.errors.js';
import type { AngoffStudyEntity } from '../persistence/study.entity.js';
import { StudyRepository } from '../persistence/study.repository.js';
import { FindStudy } from './find-study.js';
import { SealedItems } from './sealed-items.js';

export interface Judging {
  id: string;
  title: string;
  round: 1 | 2;
  rounds: number;
  items: {
    head: BankItem;
    content: ItemContent;
    own: number | null;
    /** In the second round: what one gave before, and what all gave, without names. */
    before: { own: number | null; all: ItemJudgement | null } | null;
  }[];
}

/** A judge reads the items of a study that is open and says how many able people have each right. */
@Injectable()
export class JudgeItems {
  constructor(
    private readonly studies: StudyRepository,
    private readonly find: FindStudy,
    private readonly sealed: SealedItems,
  ) {}

  /** Where the acting person judges now, and how far they are. */
  async open(tx: Tx): Promise<{ id: string; title: string; round: 1 | 2; given: number; items: number }[]> {
    const found: { id: string; title: string; round: 1 | 2; given: number; items: number }[] = [];
    for (const study of await this.find.openToJudge(tx)) {
      const round = openRound(study);
      const own = await this.own(tx, study.id, round);
      const items = (await this.studies.versionIds(tx, study.id)).length;
      found.push({ id: study.id, title: study.title, round, given: own.size, items });
    }
    return found;
  }

  /** The items with their words; the reading is logged. @throws DomainError not_found once the study is not open, and for who does not judge */
  async read(tx: Tx, studyId: string): Promise<Judging> {
    const study = await this.find.toJudge(tx, studyId);
    const round = openRound(study);
    const heads = await this.find.itemsOf(tx, study);
    const contents = await this.sealed.open(tx, {
      bodyId: study.bodyId,
      versionIds: heads.map(({ versionId }) => versionId),
      purpose: 'judging',
      subject: { kind: 'angoff_study', id: studyId },
    });
    const own = await this.own(tx, studyId, round);
    const before = round === 2 ? await this.before(tx, studyId) : null;
    return {
      id: studyId,
      title: study.title,
      round,
      rounds: study.rounds,
      items: heads.map((head) => ({
        head,
        content: contents.get(head.versionId) as ItemContent,
        own: own.get(head.versionId) ?? null,
        before: before && {
          own: before.own.get(head.versionId) ?? null,
          all: before.all.get(head.versionId) ?? null,
        },
      })),
    };
  }

  /**
   * Keeps estimates; some of them at a time is fine, and they may be changed until the round is over.
   * @throws DomainError not_found, item_bank.not_in_study, item_bank.content_needs_attention, item_bank.study_not_possible
   */
  async save(
    tx: Tx,
    { studyId, estimates }: { studyId: string; estimates: readonly { versionId: string; percent: number }[] },
  ): Promise<{ given: number; items: number }> {
    const study = await this.find.toJudge(tx, studyId);
    const versionIds = new Set(await this.studies.versionIds(tx, studyId));
    if (!estimates.every(({ versionId }) => versionIds.has(versionId))) throw notInStudy();
    const odd = estimates.filter(({ percent }) => !Number.isInteger(percent) || percent < 0 || percent > 100);
    if (odd.length > 0) {
      const message = 'Enter a whole number from 0 to 100';
      throw contentNeedsAttention(odd.map(({ versionId }) => ({ field: `percent.${versionId}`, message })));
    }
    const round = openRound(study);
    await this.studies.keepEstimates(tx, study, { round, judgeId: personIdOf(tx.actor), estimates });
    return { given: (await this.own(tx, studyId, round)).size, items: versionIds.size };
  }

  private async own(tx: Tx, studyId: string, round: number): Promise<Map<string, number>> {
    const me = personIdOf(tx.actor);
    const own = (await this.studies.estimates(tx, studyId, round)).filter(({ judgeId }) => judgeId === me);
    return new Map(own.map(({ versionId, percent }) => [versionId, percent]));
  }

  private async before(tx: Tx, studyId: string) {
    const all = judgements(await this.studies.estimates(tx, studyId, 1));
    return { own: await this.own(tx, studyId, 1), all: new Map(all.map((one) => [one.versionId, one])) };
  }
}

function openRound({ state }: AngoffStudyEntity): 1 | 2 {
  return roundOf(state) ?? 1;
}
