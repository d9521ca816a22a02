import { Injectable } from '@nestjs/common';
import { personIdOf } from '../../../src/kernel/actor.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Letters } from '../../notifications/notifications.public.js';
import type { BankItem } from '../domain/item.js';
import { roundOf } from '../domain/study-state.js';
import { ItemListRepository } from '../persistence/item-list.repository.js';
import type { AngoffStudyEntity } from '../persistence/study.entity.js';
import { StudyRepository } from '../persistence/study.repository.js';
import { BankAccess } from './bank-access.js';
import { BankParties } from './bank-parties.js';

/** Letters to the judges of a study, and who can be one. */
@Injectable()
export class StudyJudges {
  constructor(
    private readonly letters: Letters,
    readonly parties: BankParties,
  ) {}

  /** Those who hold the role at a body. */
  candidates(tx: Tx, bodyId: string): Promise<string[]> {
    return this.parties.organizations.staffOf(tx, bodyId, 'item-judge');
  }

  /** Asks for their estimates in the round that is open; nothing outside of one. */
  async ask(tx: Tx, { id, bodyId, title, state }: AngoffStudyEntity, judgeIds: readonly string[]): Promise<void> {
    const round = roundOf(state);
    if (!round) return;
    for (const personId of judgeIds) {
      await this.letters.send(tx, {
        kind: 'bank-study-opened',
        identity: `item-bank.judging:${id}:${round}:${personId}`,
        to: { personId },
        bodyId,
        data: { title, round, second: round === 2, path: `/desk/item-bank/judging/${id}` },
      });
    }
  }
}

/** Studies as far as the acting person has to do with them. */
@Injectable()
export class FindStudy {
  constructor(
    private readonly studies: StudyRepository,
    private readonly items: ItemListRepository,
    private readonly access: BankAccess,
    private readonly judges: StudyJudges,
  ) {}

  /** @throws DomainError not_found for a body whose studies one does not lead */
  requireBody(tx: Tx, bodyId: string): Promise<void> {
    return this.access.require(tx, bodyId, 'psychometrician');
  }

  bodiesLed(tx: Tx): Promise<string[]> {
    return this.access.bodiesOf(tx, 'psychometrician');
  }

  /** A study that the acting person leads. @throws DomainError not_found */
  async led(tx: Tx, studyId: string): Promise<AngoffStudyEntity> {
    const study = await this.studies.find(tx, await this.bodiesLed(tx), studyId);
    if (!study) throw notFound('this study');
    return study;
  }

  /** Studies that are open and in which the acting person judges. */
  async openToJudge(tx: Tx): Promise<AngoffStudyEntity[]> {
    return this.studies.openFor(tx, await this.access.bodiesOf(tx, 'item-judge'), personIdOf(tx.actor));
  }

  /** One of these: while it is not open, or one is not named, there is no such study. @throws DomainError not_found */
  async toJudge(tx: Tx, studyId: string): Promise<AngoffStudyEntity> {
    const study = (await this.openToJudge(tx)).find(({ id }) => id === studyId);
    if (!study) throw notFound('this study');
    return study;
  }

  judgesOf(tx: Tx, bodyId: string): Promise<string[]> {
    return this.judges.candidates(tx, bodyId);
  }

  askJudges(tx: Tx, study: AngoffStudyEntity, judgeIds: readonly string[]): Promise<void> {
    return this.judges.ask(tx, study, judgeIds);
  }

  judgeable(tx: Tx, bodyId: string): Promise<BankItem[]> {
    return this.items.judgeable(tx, bodyId);
  }

  /** The versions of a study in their order, from outside. */
  async itemsOf(tx: Tx, { id, bodyId }: Pick<AngoffStudyEntity, 'id' | 'bodyId'>): Promise<BankItem[]> {
    const ids = await this.studies.versionIds(tx, id);
    const heads = new Map((await this.items.heads(tx, bodyId, ids)).map((head) => [head.versionId, head]));
    return ids.flatMap((versionId) => heads.get(versionId) ?? []);
  }
}
