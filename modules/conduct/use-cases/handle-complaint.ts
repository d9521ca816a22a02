import { Injectable } from '@nestjs/common';
import { dateIn } from '../../../src/kernel/dates.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { CaseFiles } from '../../case-files/case-files.public.js';
import { chooseOne } from '../conduct.errors.js';
import { isHeard, lastDay } from '../domain/conduct-terms.js';
import { allegations, areOf, extensionReasons, notTakenUpReasons } from '../domain/words.js';
import type { ComplaintEntity } from '../persistence/complaint.entity.js';
import { ComplaintRepository } from '../persistence/complaint.repository.js';
import { ConductRules } from './conduct-rules.js';
import { OpenCase } from './open-case.js';
import { RecordComplaintStep } from './record-complaint-step.js';
import { WriteToParties } from './write-to-parties.js';

/** Where a handler's acts begin and what they are recorded by. */
@Injectable()
export class ComplaintDesk {
  constructor(
    readonly cases: OpenCase,
    readonly complaints: ComplaintRepository,
    readonly step: RecordComplaintStep,
    private readonly files: CaseFiles,
  ) {}

  /** The holder gets notice, so that they see that there is a sealed file about them. */
  tellOfFile(tx: Tx, { id, bodyId }: ComplaintEntity): Promise<void> {
    return this.files.tell(tx, { bodyId, kind: 'complaint', subject: { module: 'conduct', id } });
  }
}

/** What the handler of a complaint does: not take it up, give the holder notice, take more time, make the finding. */
@Injectable()
export class HandleComplaint {
  constructor(
    private readonly desk: ComplaintDesk,
    private readonly rules: ConductRules,
    private readonly letters: WriteToParties,
  ) {}

  /** @throws DomainError conduct.choose_one; `out_of_time` only where the rules say so */
  async setAside(tx: Tx, id: string, reason: string): Promise<{ id: string }> {
    const complaint = await this.desk.cases.handledComplaint(tx, id);
    if (!areOf(notTakenUpReasons, [reason])) throw chooseOne('reason', 'Choose why it is not taken up');
    const { terms, calendar } = await this.rules.of(tx, complaint);
    const receivedOn = dateIn(calendar.zone, complaint.createdAt);
    if (reason === 'out_of_time' && isHeard(complaint.eventOn, receivedOn, terms)) {
      throw chooseOne('reason', 'It was told in time, so choose another reason');
    }
    const event = await this.desk.step.execute(tx, complaint, { move: 'set_aside', codes: [reason] });
    await this.letters.reporterNotTakenUp(tx, complaint, event);
    return { id };
  }

  /** The holder gets the kinds of allegation and the time to answer; not who told us, nor in which words. */
  async giveNotice(tx: Tx, id: string): Promise<{ id: string }> {
    const complaint = await this.desk.cases.handledComplaint(tx, id);
    const { terms, calendar } = await this.rules.of(tx, complaint);
    const dueOn = lastDay(tx.now, terms.notice.answerWithin, calendar);
    const event = await this.desk.step.execute(tx, complaint, { move: 'give_notice', dueOn });
    await this.desk.complaints.update(tx, id, { answerBy: dueOn });
    await this.desk.tellOfFile(tx, complaint);
    await this.letters.holderNotice(tx, complaint, event);
    return { id };
  }

  /** Once the time is nearly over and more is needed; each time with its reason, told to the holder. */
  async extend(tx: Tx, id: string, reason: string): Promise<{ id: string; decideBy: string }> {
    const complaint = await this.desk.cases.handledComplaint(tx, id);
    if (!areOf(extensionReasons, [reason])) throw chooseOne('reason', 'Choose why more time is needed');
    const before = await this.desk.complaints.eventsOf(tx, id);
    if (before.some(({ move }) => move === 'extend')) throw chooseOne('reason', 'The time was extended before');
    const { terms, calendar } = await this.rules.of(tx, complaint);
    const from = complaint.decideBy.toZonedDateTime(calendar.zone).toInstant();
    const dueOn = lastDay(from, terms.complaint.extend, calendar);
    const event = await this.desk.step.execute(tx, complaint, { move: 'extend', codes: [reason], dueOn });
    await this.desk.complaints.update(tx, id, { decideBy: dueOn });
    if (complaint.answerBy) await this.letters.holderExtended(tx, complaint, event);
    return { id, decideBy: dueOn.toString() };
  }

  /** @param borneOut the kinds of allegation that the file bears out; none is a finding, too */
  async find(tx: Tx, id: string, borneOut: readonly string[]): Promise<{ id: string }> {
    const complaint = await this.desk.cases.handledComplaint(tx, id);
    if (borneOut.length > 0 && !areOf(allegations, borneOut)) throw chooseOne('borneOut', 'Choose from the list');
    await this.desk.step.execute(tx, complaint, { move: 'find', codes: borneOut });
    return { id };
  }
}
