import { Injectable } from '@nestjs/common';
import { personIdOf } from '../../../src/kernel/actor.js';
import { isAfter } from '../../../src/kernel/dates.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { CaseFiles } from '../../case-files/case-files.public.js';
import { People } from '../../people/people.public.js';
import { answerTimeOver } from '../conduct.errors.js';
import { ConductRules } from './conduct-rules.js';
import { ComplaintDesk } from './handle-complaint.js';

/** The holder's answer: into the sealed case file, before anything is decided. */
@Injectable()
export class AnswerComplaint {
  constructor(
    private readonly desk: ComplaintDesk,
    private readonly rules: ConductRules,
    private readonly files: CaseFiles,
    private readonly people: People,
  ) {}

  /** @throws DomainError not_found, conduct.answer_time_over, conduct.not_possible_now, case_files.empty_document */
  async execute(tx: Tx, id: string, words: string): Promise<{ id: string }> {
    const me = personIdOf(tx.actor);
    const own = await this.desk.complaints.findOwn(tx, me, id);
    if (!own) throw notFound('this notice');
    const complaint = await this.desk.complaints.lock(tx, own.id);
    const { today } = await this.rules.of(tx, complaint);
    if (complaint.answerBy && isAfter(today, complaint.answerBy)) throw answerTimeOver(complaint.answerBy);
    await this.desk.step.execute(tx, complaint, { move: 'answer' });
    const subject = { module: 'conduct', id };
    const { bodyId, personId } = complaint;
    const { fileId } = await this.files.open(tx, { bodyId, personId, kind: 'complaint', subject });
    const { displayName } = await this.people.get(tx, me);
    await this.files.add(tx, fileId, { title: 'The holder’s answer', from: displayName, text: words });
    return { id };
  }
}
