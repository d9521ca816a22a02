import { Injectable } from '@nestjs/common';
import { personIdOf } from '../../../src/kernel/actor.js';
import { isAfter } from '../../../src/kernel/dates.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import { Audit } from '../../../src/platform/audit/audit.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { CaseFiles } from '../../case-files/case-files.public.js';
import { Letters } from '../../notifications/notifications.public.js';
import { People } from '../../people/people.public.js';
import { appealedAlready, appealTimeOver, chooseOne, notAppealable } from '../conduct.errors.js';
import { lastDay } from '../domain/conduct-terms.js';
import { appealGrounds, areOf, decisionKinds } from '../domain/words.js';
import type { AppealableDecisionEntity, AppealEntity } from '../persistence/appeal.entity.js';
import { ConductRules, type Rules } from './conduct-rules.js';
import { DecisionShelf } from './note-decision.js';
import { RecordAppealStep } from './record-appeal-step.js';

export interface NewAppeal {
  /** Of the decision that may be appealed. */
  decisionId: string;
  grounds: readonly string[];
  /** Goes into the sealed case file and nowhere else. */
  words: string;
}

/** Where an appeal goes: its letter, its sealed file, its audit row. */
@Injectable()
export class AppealPost {
  constructor(
    readonly files: CaseFiles,
    readonly letters: Letters,
    readonly audit: Audit,
    readonly people: People,
  ) {}
}

/** The person concerned asks for a decision to be looked at afresh, in time; and may take that back. */
@Injectable()
export class FileAppeal {
  constructor(
    private readonly shelf: DecisionShelf,
    private readonly rules: ConductRules,
    private readonly post: AppealPost,
    private readonly step: RecordAppealStep,
  ) {}

  /**
   * @throws DomainError not_found; conduct.appeal_time_over, conduct.not_appealable, conduct.appealed_already;
   * conduct.choose_one; case_files.empty_document
   */
  async execute(tx: Tx, { decisionId, grounds, words }: NewAppeal): Promise<{ id: string; decideBy: string }> {
    const me = personIdOf(tx.actor);
    const decision = await this.shelf.appeals.findOwnDecision(tx, me, decisionId);
    if (!decision) throw notFound('this decision');
    const rules = await this.rules.of(tx, decision);
    if (!decision.fileBy) throw notAppealable(rules.body.contactEmail);
    if (isAfter(rules.today, decision.fileBy)) throw appealTimeOver(decision.fileBy, rules.body.contactEmail);
    if (!areOf(appealGrounds, grounds)) throw chooseOne('grounds', 'Choose at least one reason');
    const appeal: AppealEntity = {
      id: this.shelf.ids.next(),
      bodyId: decision.bodyId,
      personId: me,
      decisionId,
      grounds: [...new Set(grounds)],
      decideBy: lastDay(tx.now, rules.terms.appeal.decide, rules.calendar),
      handlerId: null,
      state: 'filed',
      stateSince: tx.now,
      createdAt: tx.now,
    };
    if (!(await this.shelf.appeals.add(tx, appeal))) throw appealedAlready();
    await this.seal(tx, appeal, words);
    await this.acknowledge(tx, appeal, { decision, rules });
    return { id: appeal.id, decideBy: appeal.decideBy.toString() };
  }

  /** @throws DomainError not_found, conduct.not_possible_now */
  async withdraw(tx: Tx, id: string): Promise<{ id: string }> {
    const own = await this.shelf.appeals.findOwn(tx, personIdOf(tx.actor), id);
    if (!own) throw notFound('this appeal');
    await this.step.execute(tx, await this.shelf.appeals.lock(tx, own.id), { move: 'withdraw' });
    return { id };
  }

  private async seal(tx: Tx, { id, bodyId, personId }: AppealEntity, words: string): Promise<void> {
    const subject = { module: 'conduct', id };
    const { fileId } = await this.post.files.open(tx, { bodyId, personId, kind: 'appeal', subject });
    const { displayName } = await this.post.people.get(tx, personId);
    await this.post.files.add(tx, fileId, { title: 'The appeal', from: displayName, text: words });
  }

  private async acknowledge(
    tx: Tx,
    { id, bodyId, personId, grounds, decideBy }: AppealEntity,
    { decision, rules }: { decision: AppealableDecisionEntity; rules: Rules },
  ): Promise<void> {
    await this.post.audit.record(tx, {
      action: 'conduct.appeal.filed',
      subject: { kind: 'appeal', id },
      bodyId,
      personId,
      details: { decision: decision.id, kind: decision.kind, grounds: grounds.join(',') },
    });
    await this.post.letters.send(tx, {
      kind: 'appeal-received',
      identity: `appeal-received:${id}`,
      to: { personId },
      bodyId,
      data: {
        schemeTitle: ({ word }) => word(rules.schemeTitle),
        about: ({ word }) => word(decisionKinds[decision.kind]),
        decidedOn: decision.decidedOn.toString(),
        decideBy: decideBy.toString(),
        path: `/appeals/${id}`,
      },
    });
  }
}
